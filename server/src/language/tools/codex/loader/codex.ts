import { IssueCollector, type IssueText } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import { explainToml } from './explainToml.ts';
import { codexFields } from './fields.ts';
import { scanToml, type TomlEntry, tomlPlaces } from './places.ts';
import { readToml } from './toml.ts';

const outcome = 'Codex ignores the file, with a warning at startup';

/** The required keys, with the cause when one is missing or empty. */
const required = {
  name: 'name.missing',
  description: 'description.missing',
  developer_instructions: 'body.empty',
} as const;

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
    const issues = new IssueCollector();
    const unread = placeError(path);
    if (unread) {
      issues.add('file.notRead', 'rejected', head, { problem: 'File is not read here', consequence: unread });
      return refused(issues);
    }
    const reading = readToml(text.slice(start));
    if ('reason' in reading) {
      issues.addCause(explainToml(text, entries, start + reading.offset), 'rejected', outcome);
      return refused(issues);
    }
    const data = reading.value;
    for (const key of Object.keys(data)) if (!(key in codexFields)) reportUnknownKey(key, places, issues);
    const context = {
      document,
      data: plainNumbers(data),
      places,
      effect: 'rejected',
      consequence: outcome,
    } as const;
    for (const [key, shape] of Object.entries(codexFields)) {
      if (!Object.hasOwn(data, key)) continue;
      const code = () => (key === 'mcp_servers' ? 'mcp.invalid' : undefined);
      for (const mismatch of shape(data[key], [key])) reportMismatch(mismatch, { ...context, code }, issues);
    }
    reportEmptyKeys(data, entries, places, issues);
    reportNicknames(data.nickname_candidates, places, issues);
    if (issues.issues.length > 0) return refused(issues);
    return loaded(data, places, issues);
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

function reportUnknownKey(key: string, places: Places, issues: IssueCollector): void {
  const suggestion = ['prompt', 'instructions_file', 'system_prompt', 'body'].includes(key)
    ? 'developer_instructions'
    : key === 'mcpServers'
      ? 'mcp_servers'
      : nearestKey(key, Object.keys(codexFields));
  issues.add(
    'key.unknown',
    'rejected',
    places.key([key]),
    {
      problem: problems.unknownKey(key),
      consequence: outcome,
      advice: suggestion && `Did you mean \`${suggestion}\`?`,
    },
    { field: key, data: { suggestion } },
  );
}

/** Reports the three required keys, which must not be empty. A key below a `[table]` belongs to that table. */
function reportEmptyKeys(
  data: Record<string, unknown>,
  entries: readonly TomlEntry[],
  places: Places,
  issues: IssueCollector,
): void {
  for (const [key, code] of Object.entries(required)) {
    const value = data[key];
    if (value !== undefined && typeof value !== 'string') continue;
    if (typeof value === 'string' && value.trim() !== '') continue;
    const strayed = entries.find(entry => entry.path.length > 1 && entry.path.at(-1) === key);
    const text = strayed
      ? {
          problem: `\`${key}\` is below a table header`,
          consequence: `Codex reads it as a key of \`[${strayed.path.slice(0, -1).join('.')}]\`, and ignores the file, with a warning at startup`,
          advice: 'Move it above the first table',
        }
      : {
          problem: value === undefined ? problems.missingKey(key) : problems.emptyKey(key),
          consequence: outcome,
        };
    issues.add(code, 'rejected', strayed?.key ?? places.key([key]), text, { field: key });
  }
}

function reportNicknames(value: unknown, places: Places, issues: IssueCollector): void {
  if (!Array.isArray(value) || !value.every(each => typeof each === 'string')) return;
  const names = value.map(name => name.trim());
  const key = '`nickname_candidates`';
  const text: IssueText | undefined =
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
  if (text)
    issues.add(
      'value.type',
      'rejected',
      places.value(['nickname_candidates']),
      { ...text, consequence: outcome },
      { field: 'nickname_candidates', data: { expected: ['list'] } },
    );
}

function loaded(data: Record<string, unknown>, places: Places, issues: IssueCollector): LoadResult {
  if ('sandbox_mode' in data)
    issues.add(
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
    issues.add(
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
    issues: issues.inTextOrder(),
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
