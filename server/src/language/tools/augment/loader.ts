import type { Consequence, DocumentedFormat, Loaded, ToolList } from '../../loading/documented/format.ts';
import { ignoredLimits } from '../../loading/documented/ignoredLimits.ts';
import { namesIn } from '../../loading/documented/toolLists.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { hasFrontMatter, readAugment, textFrom } from './frontMatter.ts';
import { augmentAbsent, augmentTools } from './vocabulary.ts';

const asJson: Consequence = { effect: 'changed', consequence: 'Augment writes it as JSON' };
const ignored: Consequence = { effect: 'ignored', consequence: 'Augment ignores it' };
const limits = { allow: 'tools', deny: 'disabled_tools' };
const names = {
  tools: augmentTools,
  product: 'augment',
  names: 'open',
  absent: augmentAbsent,
} as const satisfies Partial<ToolList>;

/** Agents of Augment, as its CLI reads them. It loads every file of its folders, whatever is in it. */
export const augmentFormat: DocumentedFormat = {
  tool: 'Augment',
  version: '0.36.0',
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'optional',
  readsNotes: true,
  namedBy: 'nameOrFile',
  limits,
  place: {
    folder: '.augment/agents',
    reads: file => /\.(?:md|txt)$/.test(file) && !/(?:^|\/)\./.test(file),
    excludes: file => /(?:^|\/)\./.test(file),
    what: 'only files whose names end in `.md` or `.txt` and do not begin with `.`, in `agents` and below',
  },
  read: readAugment,
  errors: {
    name: { ...asJson, consequence: 'Augment writes `-` for every other character' },
    description: asJson,
    model: asJson,
    tools: { effect: 'changed', consequence: 'Augment reads it as a string' },
    disabled_tools: { effect: 'changed', consequence: 'Augment reads it as a string' },
  },
  invalid: ignored,
  unknownKeys: 'ignored',
  keyFact: ignoredLimits('Augment', limits),
  toolLists: [
    {
      key: 'tools',
      ...names,
      wrong: { effect: 'ignored', consequence: 'Augment skips such names' },
      specifier: { effect: 'ignored', consequence: 'Augment has no tool of such a name and skips it' },
      none: { effect: 'fails', consequence: 'Augment finds no tool in the list: the agent has none' },
      empty: {
        meaning: 'all',
        effect: 'unrestricted',
        consequence: 'Augment gives an agent with an empty list every tool',
      },
    },
    {
      key: 'disabled_tools',
      ...names,
      wrong: { effect: 'ignored', consequence: 'Augment has no such tool to take away' },
    },
  ],
  conditions: reportConflict,
  result: ({ data, path, document }) => {
    const tools = listed(data.tools);
    const disabled = listed(data.disabled_tools);
    return {
      ...(data.hidden === true && { loads: false, ignored: true }),
      name: nameOf(data, path, hasFrontMatter(document.text)),
      description: textFrom(data.description) || `Configuration from ${fileName(path)}`,
      model: textFrom(data.model) || null,
      tools: disabled ? null : tools,
      disallowedTools: disabled,
    };
  },
};

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name: that of the front matter, or the path of the file. Only a file with front matter has it changed. */
function nameOf(data: Readonly<Record<string, unknown>>, path: string, isChanged: boolean): string {
  const below = /(?:^|\/)\.(?:augment|claude|agents)\/agents\/(.*)$/.exec(path)?.[1] ?? fileName(path);
  const own = below.replace(/\.(?:md|txt)$/, '').replaceAll('/', ':');
  if (!isChanged) return own;
  return (textFrom(data.name) || own)
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\w-]/g, '-')
    .replace(/-+/g, '-');
}

function listed(value: unknown): readonly string[] | null {
  const written = Array.isArray(value) ? value.map(item => String(item).trim()) : (namesIn(value) ?? []);
  const found = written.filter(name => name !== '');
  return found.length > 0 ? found : null;
}

function reportConflict({ data, places }: Loaded, issues: IssueCollector): void {
  if (!listed(data.tools) || !listed(data.disabled_tools)) return;
  issues.add(
    'key.conflict',
    'unrestricted',
    places.key(['tools']),
    {
      problem: '`tools` does not count beside `disabled_tools`',
      consequence: 'Augment drops it: the agent has every tool but those under `disabled_tools`',
      advice: 'Keep one of the two',
    },
    { field: 'tools' },
  );
}
