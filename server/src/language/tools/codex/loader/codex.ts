import { type Issue, IssueCollector, inTextOrder } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { mismatchIssue } from '../../../loading/mismatchIssues.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import type { Mismatch } from '../../../loading/shape.ts';
import { explainToml } from './explainToml.ts';
import { codexFields } from './fields.ts';
import { scanToml, type TomlEntry, tomlPlaces } from './places.ts';
import { readToml } from './toml.ts';

const outcome = 'Codex ignores the file, with a warning at startup';
const required = ['name', 'description', 'developer_instructions'];

/**
 * Agent roles of Codex: TOML files. Its steps: the folder and the file name, the TOML, the types of all keys (an
 * unknown one refuses the file), and the three keys that must not be empty.
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
    if (unread)
      return refused([
        {
          code: 'file.notRead',
          effect: 'rejected',
          range: head,
          problem: 'File is not read here',
          consequence: unread,
        },
      ]);
    const reading = readToml(text.slice(start));
    if ('reason' in reading)
      return refused([
        {
          ...explainToml(text, entries, start + reading.offset),
          effect: 'rejected',
          consequence: outcome,
        },
      ]);
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
      ...emptyKeys(data, entries, places),
      ...nicknameIssues(data.nickname_candidates, places),
    ];
    if (issues.length > 0) return refused(issues);
    return loaded(data, places);
  },
};

/** Why Codex skips a file. One in the folder of another tool is checked as if it were in Codex's. */
function placeError(path: string): string | undefined {
  if (/(?:^|\/)\.codex\/agents\//.test(path))
    return path.endsWith('.toml') ? undefined : 'Codex reads only files that end in `.toml`, in lowercase';
  return /(?:^|\/)(?:\.codex|\.agents)\//.test(path)
    ? 'Codex reads agents only from `.codex/agents` of the project and of the home folder'
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
    problem: problems.unknownKey(key),
    consequence: outcome,
    ...(hint && { advice: `Did you mean \`${hint}\`?` }),
    field: key,
    ...(hint && { data: { suggestion: hint } }),
  };
}

/** The three required keys, which must not be empty. A key below a `[table]` belongs to that table. */
function emptyKeys(data: Record<string, unknown>, entries: readonly TomlEntry[], places: Places): Issue[] {
  return required.flatMap((key): Issue[] => {
    const value = data[key];
    if (value !== undefined && typeof value !== 'string') return [];
    if (typeof value === 'string' && value.trim() !== '') return [];
    const strayed = entries.find(entry => entry.path.length > 1 && entry.path.at(-1) === key);
    const code =
      key === 'name' ? 'name.missing' : key === 'description' ? 'description.missing' : 'body.empty';
    const text = strayed
      ? {
          problem: `\`${key}\` is below a table header`,
          consequence: `Codex reads it as a key of \`[${strayed.path.slice(0, -1).join('.')}]\`, and ignores the file, with a warning at startup`,
          advice: 'Move it above the first table',
        }
      : {
          problem: `\`${key}\` is ${value === undefined ? 'missing' : 'empty'}`,
          consequence: outcome,
        };
    return [
      {
        code,
        effect: 'rejected',
        range: strayed?.key ?? places.key([key]),
        ...text,
        field: key,
      },
    ];
  });
}

function nicknameIssues(value: unknown, places: Places): Issue[] {
  if (!Array.isArray(value) || !value.every(each => typeof each === 'string')) return [];
  const names = value.map(name => name.trim());
  const key = '`nickname_candidates`';
  const text: Pick<Issue, 'problem' | 'advice'> | undefined =
    names.length === 0
      ? { problem: `${key} is empty`, advice: 'List at least one name' }
      : names.some(name => name === '')
        ? { problem: `Empty name in ${key}` }
        : new Set(names).size < names.length
          ? { problem: `Duplicate name in ${key}` }
          : names.some(name => !/^[A-Za-z0-9 _-]+$/.test(name))
            ? {
                problem: `Invalid character in ${key}`,
                advice: 'Use only the letters a to z, digits, spaces, `-` and `_`',
              }
            : undefined;
  if (!text) return [];
  return [
    {
      code: 'value.type',
      effect: 'rejected',
      range: places.value(['nickname_candidates']),
      ...text,
      consequence: outcome,
      field: 'nickname_candidates',
      data: { expected: 'a list of names' },
    },
  ];
}

function loaded(data: Record<string, unknown>, places: Places): LoadResult {
  const collector = new IssueCollector();
  if ('sandbox_mode' in data)
    collector.add(
      'key.ignored',
      'noted',
      places.key(['sandbox_mode']),
      {
        problem: problems.ignoredKey('sandbox_mode'),
        consequence: 'Codex is reported to ignore it in agents since release 0.155',
        advice: 'Do not rely on it as a limit',
      },
      { field: 'sandbox_mode' },
    );
  if (typeof data.model === 'string' && /^(?:sonnet|opus|haiku|inherit)$/.test(data.model))
    collector.add(
      'value.model',
      'noted',
      places.value(['model']),
      {
        problem: problems.unknownModel(data.model),
        consequence: 'Codex uses it unchecked as a model ID, and it is a short name of Claude Code',
        advice: 'Leave `model` out to use the model of the session',
      },
      { field: 'model', subject: data.model },
    );
  return {
    ...nothingLoaded,
    loads: true,
    name: String(data.name).trim(),
    description: String(data.description).trim(),
    model: typeof data.model === 'string' ? data.model : null,
    fields: plainNumbers(data) as Record<string, unknown>,
    issues: inTextOrder(collector.issues),
    body: places.value(['developer_instructions']),
  };
}

/** TOML integers as numbers, for whatever prints the fields. */
function plainNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainNumbers(each)]));
}
