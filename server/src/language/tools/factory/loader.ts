import type { Consequence, DocumentedFormat, Loaded } from '../../loading/documented/format.ts';
import { ignoredLimits } from '../../loading/documented/ignoredLimits.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { problems } from '../../loading/problems.ts';
import { readDroid } from './frontMatter.ts';
import { droidTools, mcpToolName } from './toolNames.ts';
import { factoryAbsentTools, factoryToolCategories, factoryTools } from './vocabulary.ts';

const wrong: Consequence = { effect: 'ignored', consequence: 'Factory skips such names' };

/** Droids of Factory, as its CLI reads them. It loads every file of its folder, whatever is in it. */
export const factoryFormat: DocumentedFormat = {
  tool: 'Factory',
  version: '0.225.2',
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'optional',
  readsNotes: true,
  namedBy: 'nameOrFile',
  limits: { allow: 'tools' },
  place: {
    folder: '.factory/droids',
    reads: file => !file.includes('/') && file.endsWith('.md'),
    what: 'only files whose names end in `.md`, directly in `droids`',
  },
  read: readDroid,
  errors: {
    description: {
      effect: 'noted',
      consequence:
        'Factory lists the descriptions of all droids in about one percent of the model’s context, and cuts what is longer',
    },
  },
  noPrompt: { effect: 'ignored', consequence: 'Factory starts the droid without instructions' },
  unknownKeys: 'ignored',
  keyFact: ignoredLimits('Factory', { allow: 'tools' }),
  keys: {
    effort: { consequence: 'Factory’s key for this is `reasoningEffort`', suggestion: 'reasoningEffort' },
    model_display_name: {
      effect: 'ignored',
      consequence: 'Factory does not read it',
      advice: 'Write `model`, with `custom:` and the model’s own name',
    },
  },
  toolLists: [
    {
      key: 'tools',
      tools: factoryTools,
      categories: factoryToolCategories,
      product: 'factory',
      names: 'closed',
      absent: factoryAbsentTools,
      mcp: {
        pattern: mcpToolName,
        write: (server, tool) => `${server}___${tool ?? 'tool'}`,
      },
      wrong,
      none: { effect: 'fails', consequence: 'Factory finds no tool in the list: the droid has none' },
      empty: { meaning: 'none', effect: 'noted', consequence: 'Factory gives the droid no tools' },
    },
  ],
  claudeModels: {
    effect: 'changed',
    consequence:
      'Factory translates this short name of Claude Code only on import; here the droid runs on the model of the session',
    advice: 'Write `inherit`, or a full ID such as `claude-sonnet-4-5-20250929`',
  },
  conditions: (loaded, issues) => {
    reportName(loaded, issues);
    reportEffort(loaded, issues);
  },
  result: ({ data, path }) => ({
    name: nameOf(data, path),
    description: (data.description as string | undefined) || null,
    tools: droidTools(data.tools),
  }),
};

function nameOf(data: Readonly<Record<string, unknown>>, path: string): string {
  return (data.name as string | undefined) || path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

function reportName({ document, data, path, places }: Loaded, issues: IssueCollector): void {
  if (data.name || document.yaml.entries.length === 0 || Object.keys(data).length === 0) return;
  const entry = document.entry('name');
  issues.add('name.missing', 'noted', places.key(['name']), {
    problem: entry ? problems.emptyKey('name') : problems.missingKey('name'),
    consequence: `Factory uses the name of the file, \`${nameOf(data, path)}\``,
  });
}

function reportEffort({ data, places }: Loaded, issues: IssueCollector): void {
  if (data.reasoningEffort === undefined || (data.model !== undefined && data.model !== 'inherit')) return;
  issues.add(
    'key.ignored',
    'ignored',
    places.key(['reasoningEffort']),
    {
      problem: problems.ignoredKey('reasoningEffort'),
      consequence: 'Factory ignores it in a droid that inherits its model',
      advice: 'Name a model, or remove this line',
    },
    { field: 'reasoningEffort' },
  );
}
