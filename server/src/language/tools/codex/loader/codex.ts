import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { mismatchIssue } from '../../../loading/mismatchIssues.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import type { Mismatch } from '../../../loading/shape.ts';
import { explainToml } from './explainToml.ts';
import { codexFields } from './fields.ts';
import { scanToml, type TomlEntry, tomlPlaces } from './places.ts';
import { readToml } from './toml.ts';

const outcome = 'Codex ignores the file, with a warning at its start.';
const required = ['name', 'description', 'developer_instructions'];

/**
 * Agent roles of Codex: TOML files. Its steps: the folder and the file's name, the TOML, the types of all keys (an
 * unknown one refuses the file), and the three keys that must not be blank.
 */
export const codexAgent: Loader = {
  tool: 'Codex',
  version: '0.169.0',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const { text } = document;
    const entries = scanToml(text);
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const head = { start, end: Math.max(start, text.slice(start).search(/\r?\n|$/) + start) };
    const places = tomlPlaces(entries, head);
    const unread = placeError(path);
    if (unread) return refused([{ code: 'file.notRead', effect: 'rejected', range: head, problem: unread }]);
    const reading = readToml(text.slice(start));
    if ('reason' in reading) {
      const { message, ...cause } = explainToml(text, entries, start + reading.offset);
      return refused([{ ...cause, effect: 'rejected', problem: `${message} ${outcome}` }]);
    }
    const data = reading.value;
    const unknown = Object.keys(data).filter(key => !(key in codexFields));
    const mismatches: Mismatch[] = Object.entries(codexFields).flatMap(([key, shape]) =>
      Object.hasOwn(data, key) ? shape(data[key], [key]) : [],
    );
    const issues: Issue[] = [
      ...unknown.map(key => unknownKey(key, places)),
      ...mismatches.map(mismatch =>
        mismatchIssue(mismatch, {
          document,
          data: plainNumbers(data),
          places,
          effect: 'rejected',
          consequence: outcome,
          code: ({ path: [key] }) => (key === 'mcp_servers' ? 'mcp.invalid' : undefined),
        }),
      ),
      ...blankKeys(data, entries, places),
      ...nicknameIssues(data.nickname_candidates, places),
    ];
    if (issues.length > 0) return refused(issues);
    return loaded(data, places);
  },
};

/** Why Codex passes over a file. One in the folder of another tool is judged as if it lay in Codex's. */
function placeError(path: string): string | undefined {
  if (/(?:^|\/)\.codex\/agents\//.test(path))
    return path.endsWith('.toml')
      ? undefined
      : 'Codex reads agents from files that end in `.toml`, in lower case, and passes over all others.';
  return /(?:^|\/)(?:\.codex|\.agents)\//.test(path)
    ? 'Codex reads agents from `.codex/agents` of the project and of the home folder, and not from this folder.'
    : undefined;
}

function unknownKey(key: string, places: Places): Issue {
  const suggestion = key === 'mcpServers' ? 'mcp_servers' : nearestKey(key, Object.keys(codexFields));
  const hint = ['prompt', 'instructions_file', 'system_prompt', 'body'].includes(key)
    ? 'developer_instructions'
    : suggestion;
  return {
    code: 'key.unknown',
    effect: 'rejected',
    range: places.key([key]),
    problem: `Codex does not know the key \`${key}\`.${hint ? ` Did you mean \`${hint}\`?` : ''} ${outcome}`,
    field: key,
    ...(hint && { data: { suggestion: hint } }),
  };
}

/** The three keys that must be there and not blank. A key below a `[table]` belongs to that table. */
function blankKeys(data: Record<string, unknown>, entries: readonly TomlEntry[], places: Places): Issue[] {
  return required.flatMap((key): Issue[] => {
    const value = data[key];
    if (value !== undefined && typeof value !== 'string') return [];
    if (typeof value === 'string' && value.trim() !== '') return [];
    const strayed = entries.find(entry => entry.path.length > 1 && entry.path.at(-1) === key);
    const code =
      key === 'name' ? 'name.missing' : key === 'description' ? 'description.missing' : 'body.empty';
    const cause = strayed
      ? `\`${key}\` stands below a table header, and so belongs to \`[${strayed.path.slice(0, -1).join('.')}]\`. Move it above the first table.`
      : value === undefined
        ? `\`${key}\` is missing.`
        : `\`${key}\` is blank.`;
    return [
      {
        code,
        effect: 'rejected',
        range: strayed?.key ?? places.key([key]),
        problem: `${cause} ${outcome}`,
        field: key,
      },
    ];
  });
}

function nicknameIssues(value: unknown, places: Places): Issue[] {
  if (!Array.isArray(value) || !value.every(each => typeof each === 'string')) return [];
  const names = value.map(name => name.trim());
  const cause =
    names.length === 0
      ? 'must hold at least one name'
      : names.some(name => name === '')
        ? 'must not hold a blank name'
        : new Set(names).size < names.length
          ? 'must not hold a name twice'
          : names.some(name => !/^[A-Za-z0-9 _-]+$/.test(name))
            ? 'takes only names of the letters a to z, digits, blanks, `-` and `_`'
            : undefined;
  if (!cause) return [];
  return [
    {
      code: 'value.type',
      effect: 'rejected',
      range: places.value(['nickname_candidates']),
      problem: `\`nickname_candidates\` ${cause}. ${outcome}`,
      field: 'nickname_candidates',
      data: { expected: 'a list of names' },
    },
  ];
}

function loaded(data: Record<string, unknown>, places: Places): LoadResult {
  const issues: Issue[] = [];
  if ('sandbox_mode' in data)
    issues.push({
      code: 'key.ignored',
      effect: 'noted',
      range: places.key(['sandbox_mode']),
      problem:
        'Since release 0.155 Codex is reported to ignore `sandbox_mode` in agents: do not rely on it as a limit.',
      field: 'sandbox_mode',
    });
  if (typeof data.model === 'string' && /^(?:sonnet|opus|haiku|inherit)$/.test(data.model))
    issues.push({
      code: 'value.model',
      effect: 'noted',
      range: places.value(['model']),
      problem: `Codex takes \`${data.model}\` unchecked as the id of a model, and it is a short name of Claude Code. Leave \`model\` out to use the one of the session.`,
      field: 'model',
    });
  return {
    ...nothingLoaded,
    loads: true,
    name: String(data.name).trim(),
    description: String(data.description).trim(),
    model: typeof data.model === 'string' ? data.model : null,
    fields: plainNumbers(data) as Record<string, unknown>,
    issues: inTextOrder(issues),
    body: places.value(['developer_instructions']),
  };
}

/** TOML's whole numbers as numbers, for whoever prints the fields. */
function plainNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainNumbers(each)]));
}
