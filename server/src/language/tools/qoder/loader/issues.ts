import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { type Mismatch, typeName } from '../../../loading/shape.ts';
import { toolIn } from '../../shared/toolConversions.ts';
import { qoderFields } from './schema.ts';

const refuses = 'Qoder CLI does not load the file and only counts it among its errors';

/** Turns what is wrong with a front matter into notes on the text. Any one of them refuses the file. */
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

function describe(
  { path, problem, expected, choices }: Mismatch,
  given: unknown,
  places: Places,
): Pick<Issue, 'code' | 'range' | 'problem' | 'data'> {
  const [field] = path;
  const label = `\`${path.filter(step => typeof step === 'string').join('.')}\``;
  if (field === 'name' || field === 'description') {
    if (problem === 'type')
      return {
        code: `${field}.invalid`,
        range: places.value(path),
        problem: `${label} must be text and is ${typeName(given)}, so ${refuses}. Put it in quotes.`,
      };
    return {
      code: `${field}.missing`,
      range: places.key(path),
      problem: `The agent has no ${field}, so ${refuses}. Add ${label}.`,
    };
  }
  if (path.length > 1 && (field === 'hooks' || field === 'mcpServers'))
    return {
      code: field === 'hooks' ? 'hooks.invalid' : 'mcp.invalid',
      range: problem === 'missing' ? places.key(path) : places.value(path),
      problem:
        problem === 'missing'
          ? `${label} is missing, so ${refuses}. Add it.`
          : `${label} must be ${expected}${problem === 'type' || problem === 'null' ? ` and is ${typeName(given)}` : ''}, so ${refuses}.`,
    };
  if (problem === 'null')
    return {
      code: 'value.null',
      range: places.key(path),
      problem: `${label} has no value, so ${refuses}. Give it a value or delete the line.`,
    };
  if (field === 'color') {
    const suggestion = typeof given === 'string' ? nearestWord(given, choices ?? []) : undefined;
    return {
      code: 'value.color',
      range: places.value(path),
      problem: `\`color\` must be ${expected}, in lower case, so ${refuses}.`,
      ...(suggestion ? { data: { suggestion } } : {}),
    };
  }
  if (problem === 'choice') {
    const suggestion = typeof given === 'string' ? nearestWord(given, choices ?? []) : undefined;
    return {
      code: 'value.choice',
      range: places.value(path),
      problem: `${label} must be ${expected}${field === 'effort' ? ' or a whole number above 0' : ''}, so ${refuses}.`,
      data: { choices, ...(suggestion ? { suggestion } : {}) },
    };
  }
  if (problem === 'range')
    return {
      code: 'value.number',
      range: places.value(path),
      problem: `${label} must be ${expected}, so ${refuses}.`,
    };
  if (expected === '`true` or `false`' && typeof given === 'string')
    return {
      code: 'value.boolean',
      range: places.value(path),
      problem: `${label} must be ${expected} without quotes, so ${refuses}.`,
      data: { suggestion: /^(?:true|yes|on|y)$/i.test(given) ? 'true' : 'false' },
    };
  return {
    code: 'value.type',
    range: places.value(path),
    problem: `${label} must be ${expected}, and is ${typeName(given)}, so ${refuses}.`,
    data: { expected },
  };
}

const foreignKeys: Readonly<Record<string, string>> = {
  mcp_servers: 'mcpServers',
  'mcp-servers': 'mcpServers',
  timeout_mins: 'timeoutMins',
};
const foreignLimits: Readonly<Record<string, string>> = {
  'allowed-tools': 'tools',
  allowedTools: 'tools',
  'disallowed-tools': 'disallowedTools',
  max_turns: 'maxTurns',
  'max-turns': 'maxTurns',
  steps: 'maxTurns',
  maxIterations: 'maxTurns',
};

/** Keys that Qoder CLI lets pass and does not read, and tool names of other products. */
export function loadedIssues(value: Readonly<Record<string, unknown>>, places: Places): Issue[] {
  const known = ['name', 'description', ...Object.keys(qoderFields)];
  const keys = Object.keys(value).filter(key => !known.includes(key));
  return [
    ...keys.map((key): Issue => {
      const at = { field: key, range: places.key([key]) };
      const limit = foreignLimits[key];
      const fits = limit !== undefined && qoderFields[limit]?.(value[key], [limit]).length === 0;
      if (limit && fits && value[limit] === undefined)
        return {
          code: 'key.limit',
          effect: 'unrestricted',
          ...at,
          problem: `Qoder CLI has no field \`${key}\` and ignores it, so it limits nothing. The field is called \`${limit}\` there.`,
          data: { suggestion: limit },
        };
      const meant = limit ? undefined : (foreignKeys[key] ?? nearestKey(key, known));
      return meant && value[meant] === undefined
        ? {
            code: 'key.unknown',
            effect: 'ignored',
            ...at,
            problem: `Qoder CLI has no field \`${key}\` and ignores it. The field is called \`${meant}\` there.`,
            data: { suggestion: meant },
          }
        : {
            code: 'key.unknown',
            effect: limit ? 'unrestricted' : 'noted',
            ...at,
            problem: limit
              ? `Qoder CLI has no field \`${key}\` and ignores it, so it limits nothing. \`${limit}\` is what it has.`
              : `Qoder CLI ignores \`${key}\`.`,
          };
    }),
    ...foreignToolIssues(value.tools, places),
  ];
}

/** What becomes of other names at run time was not observed, so this is no more than a hint. */
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
            problem: `Qoder names its tools as Claude Code does: \`${suggestion}\`. It does not check \`${name}\`.`,
            data: { suggestion },
          },
        ]
      : [];
  });
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}
