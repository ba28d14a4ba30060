import { nearestWord } from '../../../document/nearestWord.ts';
import type { Issue } from '../../../loading/issue.ts';
import { isOtherSpelling, type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { acceptsOnly, type Mismatch, typeName } from '../../../loading/shape.ts';
import { shorten, valueAt } from '../../../loading/values.ts';
import { toolIn } from '../../shared/toolConversions.ts';
import { qoderFields } from './schema.ts';

const refuses = 'does not load the file and only counts it among its errors';
const consequence = `Qoder CLI ${refuses}`;

/** Turns the mismatches of a front matter into issues. Any one of them refuses the file. */
export function mismatchIssues(mismatches: readonly Mismatch[], value: unknown, places: Places): Issue[] {
  return mismatches.map(mismatch => {
    const field = String(mismatch.path[0] ?? '');
    return {
      effect: 'rejected' as const,
      ...(field ? { field } : {}),
      ...describe(mismatch, valueAt(value, mismatch.path), places),
    };
  });
}

function describe(mismatch: Mismatch, given: unknown, places: Places): Omit<Issue, 'effect' | 'field'> {
  const { path, problem, expected, choices } = mismatch;
  const [field] = path;
  const name = path.filter(step => typeof step === 'string').join('.');
  const label = `\`${name}\``;
  const misfit = {
    problem: `${label} must be ${acceptsOnly(mismatch, 'boolean') ? 'a boolean' : expected}`,
    consequence: `Qoder CLI reads ${typeName(given)}, ${refuses}`,
  };
  if (field === 'name' || field === 'description') {
    if (problem === 'type')
      return {
        code: `${field}.invalid`,
        range: places.value(path),
        ...misfit,
        problem: `${label} must be a string`,
        advice: 'Put it in quotes',
      };
    return {
      code: `${field}.missing`,
      range: places.key(path),
      problem: `${label} is ${problem === 'missing' ? 'missing' : 'empty'}`,
      consequence,
      advice: field === 'name' ? `Add ${label}` : `Describe in ${label} when to use the agent`,
    };
  }
  if (path.length > 1 && (field === 'hooks' || field === 'mcpServers')) {
    const code = field === 'hooks' ? 'hooks.invalid' : 'mcp.invalid';
    const subject = path.slice(1).join('.');
    if (problem === 'missing')
      return {
        code,
        range: places.key(path),
        problem: `${label} is missing`,
        consequence,
        advice: 'Add it',
        subject,
      };
    return {
      code,
      range: places.value(path),
      ...misfit,
      ...(problem !== 'type' && problem !== 'null' && { consequence }),
      subject,
    };
  }
  if (problem === 'null')
    return {
      code: 'value.null',
      range: places.key(path),
      problem: `${label} has no value`,
      consequence,
      advice: 'Give it a value, or delete the line',
    };
  const written = typeof given === 'object' ? undefined : String(given);
  const suggestion = typeof given === 'string' ? nearestWord(given, choices ?? []) : undefined;
  if (field === 'color')
    return {
      code: 'value.color',
      range: places.value(path),
      problem:
        written === undefined
          ? '`color` must be a string'
          : `Unknown color \`${written === '' ? '""' : shorten(written)}\``,
      consequence: `Qoder CLI accepts only ${expected}, in lowercase; it ${refuses}`,
      ...(written !== undefined && { subject: written }),
      ...(suggestion ? { data: { suggestion } } : {}),
    };
  if (problem === 'choice')
    return {
      code: 'value.choice',
      range: places.value(path),
      problem:
        written === undefined
          ? `${label} must be a string`
          : `Unknown value \`${shorten(written)}\` for ${label}`,
      consequence: `Qoder CLI accepts only ${expected}${field === 'effort' ? ' or a positive integer' : ''}; it ${refuses}`,
      ...(written !== undefined && { subject: written }),
      data: { choices, ...(suggestion ? { suggestion } : {}) },
    };
  if (problem === 'range')
    return { code: 'value.number', range: places.value(path), problem: misfit.problem, consequence };
  if (acceptsOnly(mismatch, 'boolean') && typeof given === 'string')
    return {
      code: 'value.boolean',
      range: places.value(path),
      problem: `\`${shorten(given)}\` is not a boolean`,
      consequence: `Qoder CLI reads a string, ${refuses}`,
      advice: `Write ${expected} without quotes`,
      subject: given,
      data: { suggestion: /^(?:true|yes|on|y)$/i.test(given) ? 'true' : 'false' },
    };
  return { code: 'value.type', range: places.value(path), ...misfit, data: { expected } };
}

const foreignKeys: Readonly<Record<string, string>> = {
  mcp_servers: 'mcpServers',
  'mcp-servers': 'mcpServers',
  timeout_mins: 'timeoutMins',
};
/** The key of an agent for each kind of limit. */
const ownLimits: Partial<Record<LimitKind, string>> = {
  allow: 'tools',
  deny: 'disallowedTools',
  mode: 'permissionMode',
  turns: 'maxTurns',
};

/** Keys that Qoder CLI ignores, and tool names of other products. */
export function loadedIssues(value: Readonly<Record<string, unknown>>, places: Places): Issue[] {
  const known = ['name', 'description', ...Object.keys(qoderFields)];
  const keys = Object.keys(value).filter(key => !known.includes(key));
  return [
    ...keys.map((key): Issue => {
      const at = { field: key, range: places.key([key]) };
      const kind = limitMeantBy(key, value[key]);
      const limit = kind && ownLimits[kind];
      if (kind && limit && value[limit] === undefined) {
        const fits =
          isOtherSpelling(kind, key, limit) && qoderFields[limit]?.(value[key], [limit]).length === 0;
        return {
          code: 'key.limit',
          effect: 'unrestricted',
          ...at,
          problem: problems.noLimit(key),
          consequence: 'Qoder CLI does not know the key and ignores it',
          advice: `Use \`${limit}\` instead`,
          ...(fits && { data: { suggestion: limit } }),
        };
      }
      const meant = limit ? undefined : (foreignKeys[key] ?? nearestKey(key, known));
      return meant && value[meant] === undefined
        ? {
            code: 'key.unknown',
            effect: 'ignored',
            ...at,
            problem: problems.unknownKey(key),
            consequence: 'Qoder CLI ignores it',
            advice: `Did you mean \`${meant}\`?`,
            data: { suggestion: meant },
          }
        : {
            code: 'key.unknown',
            effect: 'noted',
            ...at,
            problem: problems.unknownKey(key),
            consequence: 'Qoder CLI ignores it',
          };
    }),
    ...foreignToolIssues(value.tools, places),
  ];
}

/** The effect of other names at run time was not observed, so this is only a hint. */
function foreignToolIssues(tools: unknown, places: Places): Issue[] {
  if (!Array.isArray(tools)) return [];
  return tools.flatMap((name, index) => {
    const suggestion =
      typeof name === 'string' && /^[a-z_]+$/.test(name) ? toolIn('claude', name) : undefined;
    return suggestion
      ? [
          {
            code: 'tools.unknown' as const,
            effect: 'noted' as const,
            field: 'tools',
            range: places.value(['tools', index]),
            problem: problems.unknownTool(name),
            consequence: 'Qoder CLI uses the tool names of Claude Code, and does not check this name',
            advice: `Did you mean \`${suggestion}\`?`,
            subject: name,
            data: { suggestion },
          },
        ]
      : [];
  });
}
