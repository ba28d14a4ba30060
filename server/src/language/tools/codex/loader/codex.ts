import type { AgentDocument } from '../../../document/agentDocument.ts';
import { IssueCollector, type IssueText } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { type Places, placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import { belowTable, withoutQuotes } from '../../../loading/tomlKeys.ts';
import { shorten } from '../../../loading/values.ts';
import { codexFields } from './fields.ts';
import { emulated, headOf, plainNumbers, readTable, reportShapes } from './table.ts';

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
  ...emulated,
  load({ document, path }) {
    const head = headOf(document);
    const issues = new IssueCollector();
    const unread = placeError(path);
    if (unread) {
      issues.add('file.notRead', 'rejected', head, { problem: 'File is not read here', consequence: unread });
      return refused(issues);
    }
    const data = readTable(document, { effect: 'rejected', consequence: outcome }, issues);
    if (!data) return refused(issues);
    const places = placesOf(document.text, document.yaml, head);
    for (const key of Object.keys(data))
      if (!Object.hasOwn(codexFields, key)) reportUnknownKey(key, places, issues);
    reportShapes(document, data, codexFields, { effect: 'rejected', consequence: outcome }, issues);
    reportEmptyKeys(document, data, places, issues);
    reportNicknames(data.nickname_candidates, places, issues);
    if (issues.issues.length > 0) return refused(issues);
    return loaded(document, data, places, issues);
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
  document: AgentDocument,
  data: Record<string, unknown>,
  places: Places,
  issues: IssueCollector,
): void {
  for (const [key, code] of Object.entries(required)) {
    const value = data[key];
    if (value !== undefined && typeof value !== 'string') continue;
    if (typeof value === 'string' && value.trim() !== '') continue;
    const strayed = belowTable(document.text, key);
    const text = strayed
      ? {
          problem: `\`${key}\` is below a table header`,
          consequence: `Codex reads it as a key of \`[${shorten(strayed.table)}]\`, and ignores the file, with a warning at startup`,
          advice: 'Move it above the first table',
        }
      : {
          problem: value === undefined ? problems.missingKey(key) : problems.emptyKey(key),
          consequence: outcome,
        };
    issues.add(code, 'rejected', strayed?.range ?? places.key([key]), text, { field: key });
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

function loaded(
  document: AgentDocument,
  data: Record<string, unknown>,
  places: Places,
  issues: IssueCollector,
): LoadResult {
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
    body: withoutQuotes(document.text, places.value(['developer_instructions'])),
  };
}
