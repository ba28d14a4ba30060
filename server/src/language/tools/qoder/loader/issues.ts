import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector, IssueDetails, NewText } from '../../../loading/issue.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import { isOtherSpelling, type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { acceptsOnly, type Mismatch, mustBeOfType, pathText, typeName } from '../../../loading/shape.ts';
import { shorten, valueAt } from '../../../loading/values.ts';
import { toolIn } from '../../shared/toolConversions.ts';
import { qoderFields } from './schema.ts';

const refuses = 'does not load the file and only counts it among its errors';
const consequence = `Qoder CLI ${refuses}`;

type Add = (code: IssueCode, range: OffsetRange, text: NewText, details?: IssueDetails) => void;

/** Reports the mismatches of a front matter. Any one of them refuses the file. */
export function reportMismatches(
  mismatches: readonly Mismatch[],
  value: unknown,
  places: Places,
  issues: IssueCollector,
): void {
  for (const mismatch of mismatches) reportMismatch(mismatch, valueAt(value, mismatch.path), places, issues);
}

function reportMismatch(mismatch: Mismatch, given: unknown, places: Places, issues: IssueCollector): void {
  const { path, problem, expected, choices } = mismatch;
  const [first] = path;
  const field = first === undefined || first === '' ? undefined : String(first);
  const label = `\`${pathText(path)}\``;
  const isType = problem === 'type' || problem === 'null';
  const data = { expected: isType ? mismatch.accepts : undefined, demand: mismatch.demand };
  const misfit = {
    problem: `${isType ? mustBeOfType(mismatch) : `${label} must be ${expected}`}`,
    consequence: `Qoder CLI reads ${typeName(given)}, ${refuses}`,
  };
  const add: Add = (code, range, text, details = {}) =>
    issues.add(code, 'rejected', range, text, { field, ...details });
  const code = nestedCode(path);
  if (field === 'name' || field === 'description') {
    if (problem === 'type')
      add(
        `${field}.invalid`,
        places.value(path),
        {
          ...misfit,
          problem: `${label} must be a string`,
          advice: 'Put it in quotes',
        },
        { data },
      );
    else
      add(`${field}.missing`, places.key(path), {
        problem: `${label} is ${problem === 'missing' ? 'missing' : 'empty'}`,
        consequence,
        advice: field === 'name' ? `Add ${label}` : `Describe in ${label} when to use the agent`,
      });
  } else if (code) {
    const subject = path.slice(1).join('.');
    if (problem === 'missing')
      add(
        code,
        places.key(path),
        { problem: `${label} is missing`, consequence, advice: 'Add it' },
        { subject },
      );
    else add(code, places.value(path), { ...misfit, ...(!isType && { consequence }) }, { subject, data });
  } else if (problem === 'null')
    add('value.null', places.key(path), {
      problem: `${label} has no value`,
      consequence,
      advice: 'Give it a value, or delete the line',
    });
  else if (field === 'color') refuseColor(mismatch, given, places, add);
  else if (problem === 'choice') {
    const written = typeof given === 'object' ? undefined : String(given);
    add(
      'value.choice',
      places.value(path),
      {
        problem:
          written === undefined
            ? `${label} must be a string`
            : `Unknown value \`${shorten(written)}\` for ${label}`,
        consequence: `Qoder CLI accepts only ${expected}${field === 'effort' ? ' or a positive integer' : ''}; it ${refuses}`,
      },
      { subject: written, data: { choices, suggestion: nearest(given, choices) } },
    );
  } else if (problem === 'range')
    add('value.number', places.value(path), { problem: misfit.problem, consequence }, { data });
  else if (acceptsOnly(mismatch, 'boolean') && typeof given === 'string')
    add(
      'value.boolean',
      places.value(path),
      {
        problem: `\`${shorten(given)}\` is not a boolean`,
        consequence: `Qoder CLI reads a string, ${refuses}`,
        advice: `Write ${expected} without quotes`,
      },
      { subject: given, data: { suggestion: /^(?:true|yes|on|y)$/i.test(given) ? 'true' : 'false' } },
    );
  else add('value.type', places.value(path), misfit, { data });
}

function refuseColor({ path, expected, choices }: Mismatch, given: unknown, places: Places, add: Add): void {
  const written = typeof given === 'object' ? undefined : String(given);
  add(
    'value.color',
    places.value(path),
    {
      problem:
        written === undefined
          ? '`color` must be a string'
          : `Unknown color \`${written === '' ? '""' : shorten(written)}\``,
      consequence: `Qoder CLI accepts only ${expected}, in lowercase; it ${refuses}`,
    },
    { subject: written, data: { suggestion: nearest(given, choices) } },
  );
}

/** The code for what is wrong within `hooks` or `mcpServers`. */
function nestedCode([field, ...below]: Path): 'hooks.invalid' | 'mcp.invalid' | undefined {
  if (below.length === 0) return undefined;
  if (field === 'hooks') return 'hooks.invalid';
  return field === 'mcpServers' ? 'mcp.invalid' : undefined;
}

function nearest(given: unknown, choices: readonly string[] = []): string | undefined {
  return typeof given === 'string' ? nearestWord(given, choices) : undefined;
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

/** Reports keys that Qoder CLI ignores, and tool names of other products. */
export function reportLoaded(
  value: Readonly<Record<string, unknown>>,
  places: Places,
  issues: IssueCollector,
): void {
  const known = ['name', 'description', ...Object.keys(qoderFields)];
  for (const key of Object.keys(value))
    if (!known.includes(key)) reportKey(key, value, known, places, issues);
  reportForeignTools(value.tools, places, issues);
}

function reportKey(
  key: string,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  places: Places,
  issues: IssueCollector,
): void {
  const range = places.key([key]);
  const kind = limitMeantBy(key, value[key]);
  const limit = kind && ownLimits[kind];
  const meant = limit ? undefined : (foreignKeys[key] ?? nearestKey(key, known));
  const problem = problems.unknownKey(key);
  if (kind && limit && value[limit] === undefined) {
    const fits = isOtherSpelling(kind, key, limit) && qoderFields[limit]?.(value[key], [limit]).length === 0;
    issues.add(
      'key.limit',
      'unrestricted',
      range,
      {
        problem: problems.noLimit(key),
        consequence: 'Qoder CLI does not know the key and ignores it',
        advice: `Use \`${limit}\` instead`,
      },
      { field: key, data: { suggestion: fits ? limit : undefined } },
    );
  } else if (meant && value[meant] === undefined)
    issues.add(
      'key.unknown',
      'ignored',
      range,
      { problem, consequence: 'Qoder CLI ignores it', advice: `Did you mean \`${meant}\`?` },
      { field: key, several: 'Qoder CLI ignores them', data: { suggestion: meant } },
    );
  else
    issues.add(
      'key.unknown',
      'noted',
      range,
      { problem, consequence: 'Qoder CLI ignores it' },
      { field: key, several: 'Qoder CLI ignores them' },
    );
}

/** The effect of other names at run time was not observed, so this is only a hint. */
function reportForeignTools(tools: unknown, places: Places, issues: IssueCollector): void {
  if (!Array.isArray(tools)) return;
  for (const [index, name] of tools.entries()) {
    const suggestion =
      typeof name === 'string' && /^[a-z_]+$/.test(name) ? toolIn('claude', name) : undefined;
    if (!suggestion) continue;
    issues.add(
      'tools.unknown',
      'noted',
      places.value(['tools', index]),
      {
        problem: problems.unknownTool(name),
        consequence: 'Qoder CLI uses the tool names of Claude Code, and does not check other names',
        advice: `Did you mean \`${suggestion}\`?`,
      },
      { field: 'tools', subject: name, data: { suggestion } },
    );
  }
}
