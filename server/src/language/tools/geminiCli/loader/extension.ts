import type { AgentDocument } from '../../../document/agentDocument.ts';
import { reportIgnoredKey } from '../../../loading/ignoredKey.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { readObject } from '../../../loading/jsonObject.ts';
import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { type Places, placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';

const refusal = {
  effect: 'rejected',
  consequence: 'Gemini CLI skips the extension, with all that is in it',
} as const;
const keys = [
  'name',
  'version',
  'description',
  'mcpServers',
  'contextFileName',
  'excludeTools',
  'settings',
  'themes',
  'plan',
  'migratedTo',
];
/** Keys of other tools' manifests for what Gemini CLI reads from the folder of that name. */
const folders: ReadonlyMap<string, string> = new Map([
  ['agents', 'agents/'],
  ['skills', 'skills/'],
  ['commands', 'commands/'],
  ['hooks', 'hooks/hooks.json'],
]);

/**
 * The manifest of an extension of Gemini CLI (recorded with 0.61.0 on 2026-11-29): strict JSON of an object with a name
 * and a version. Wrong values of other keys lose only what they are about, except for a server that is `null`.
 */
export const geminiExtension: Loader = {
  tool: 'Gemini CLI',
  version: '0.61.0',
  recorded: '2026-11-29',
  evidence: 'measured',
  load({ document }) {
    const issues = new IssueCollector();
    const { text, yaml, frontMatter } = document;
    if (text.startsWith('\uFEFF'))
      issues.add(
        'json.invalid',
        refusal.effect,
        { start: 0, end: 1 },
        {
          problem: 'Invalid JSON: byte order mark at the start',
          consequence: refusal.consequence,
          advice: 'Save the file without it',
        },
      );
    const values =
      issues.issues.length > 0 ? undefined : readObject(document, 'The manifest', refusal, issues);
    if (!values) return { ...nothingLoaded, issues: issues.issues };
    const places = placesOf(text, yaml, frontMatter.open);
    reportIdentity(values, places, issues);
    reportServers(values.mcpServers, places, issues);
    reportContextFiles(values.contextFileName, places, issues);
    reportUnknownKeys(document, issues);
    const all = issues.inTextOrder();
    if (all.some(({ effect }) => effect === 'rejected')) return { ...nothingLoaded, issues: all };
    const known = keys.filter(key => Object.hasOwn(values, key));
    return {
      ...nothingLoaded,
      loads: true,
      name: String(values.name),
      description: typeof values.description === 'string' ? values.description : null,
      fields: Object.fromEntries(known.map(key => [key, values[key]])),
      issues: all,
    };
  },
};

function reportIdentity(
  values: Readonly<Record<string, unknown>>,
  places: Places,
  issues: IssueCollector,
): void {
  for (const key of ['name', 'version']) {
    // What is empty, zero or false is missing.
    if (values[key]) continue;
    issues.add(
      key === 'name' ? 'name.missing' : 'key.missing',
      refusal.effect,
      places.key([key]),
      {
        problem: Object.hasOwn(values, key) ? problems.emptyKey(key) : problems.missingKey(key),
        consequence: refusal.consequence,
        advice: key === 'name' ? 'Add the name of the extension' : 'Add a version, such as `1.0.0`',
      },
      { field: key, ...(key === 'version' && { data: { key } }) },
    );
  }
  const { name } = values;
  if (!name || (typeof name === 'string' && /^[a-zA-Z0-9-]+$/.test(name))) return;
  issues.add(
    'name.invalid',
    refusal.effect,
    places.value(['name']),
    {
      problem: typeof name === 'string' ? '`name` has an invalid character' : '`name` must be a string',
      consequence: refusal.consequence,
      advice: 'Use only the letters a to z, digits and dashes',
    },
    { field: 'name' },
  );
}

function reportServers(value: unknown, places: Places, issues: IssueCollector): void {
  if (value === undefined || value === null) return;
  const at = ['mcpServers'];
  if (!isMapping(value)) {
    issues.add(
      'mcp.invalid',
      'ignored',
      places.value(at),
      {
        problem: '`mcpServers` must be an object with a server for each name',
        consequence: 'Gemini CLI has none of the servers',
        advice: 'Write the servers in the manifest itself',
      },
      { field: 'mcpServers' },
    );
    return;
  }
  for (const [name, server] of Object.entries(value)) {
    if (isMapping(server)) continue;
    const isNull = server === null;
    issues.add(
      'mcp.invalid',
      isNull ? refusal.effect : 'ignored',
      places.value([...at, name]),
      {
        problem: 'An MCP server must be an object',
        consequence: isNull ? refusal.consequence : 'Gemini CLI has no such server',
        advice: 'Write an object with `command`, `url` or `httpUrl`',
      },
      { field: 'mcpServers', subject: name },
    );
  }
}

function reportContextFiles(value: unknown, places: Places, issues: IssueCollector): void {
  if (!value) return;
  const files: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, file] of files.entries()) {
    const range = places.value(Array.isArray(value) ? ['contextFileName', index] : ['contextFileName']);
    const problem =
      typeof file !== 'string' || file.trim() === ''
        ? '`contextFileName` must name files'
        : /^(?:[/\\]|[A-Za-z]:[/\\])/.test(file)
          ? 'Path must be relative'
          : file.includes('..')
            ? 'Path leads out of the folder'
            : undefined;
    if (problem === undefined) continue;
    issues.add(
      'path.invalid',
      'ignored',
      range,
      {
        problem,
        consequence: 'Gemini CLI loads the extension without this file',
        advice: 'Write a path below the folder of the extension',
      },
      { field: 'contextFileName' },
    );
  }
}

function reportUnknownKeys({ yaml }: AgentDocument, issues: IssueCollector): void {
  for (const entry of yaml.entries) {
    const { key, keyRange } = entry;
    if (keys.includes(key)) continue;
    const folder = folders.get(key);
    if (folder !== undefined) {
      const text = {
        problem: problems.ignoredKey(key),
        consequence: `Gemini CLI reads them from \`${folder}\` only`,
        advice: 'Remove the key, or move what it names there',
      };
      issues.add('key.ignored', 'ignored', keyRange, text, { field: key });
      continue;
    }
    reportIgnoredKey(entry, keys, { tool: 'Gemini CLI' }, issues);
  }
}
