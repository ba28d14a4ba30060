import type { VocabularyEntry } from '../../dialect/dialect.ts';

const url = 'https://docs.factory.ai/cli/configuration/custom-droids';

/** The tools of Factory's droids, documented 2026-07-24. Names are case-sensitive. */
export const factoryTools: readonly VocabularyEntry[] = [
  { value: 'Read', description: 'Reads files.', url },
  { value: 'LS', description: 'Lists folders.', url },
  { value: 'Grep', description: 'Searches in files.', url },
  { value: 'Glob', description: 'Finds files by a pattern.', url },
  { value: 'Create', description: 'Creates files. Other products call it `Write`.', url },
  { value: 'Edit', description: 'Changes files.', url },
  {
    value: 'ApplyPatch',
    description: 'Changes files by a patch.',
    remark: 'Comes along with `Edit` by itself, where the model wants it.',
    url,
  },
  { value: 'Execute', description: 'Runs commands in the shell. Other products call it `Bash`.', url },
  { value: 'WebSearch', description: 'Searches the web.', url },
  { value: 'FetchUrl', description: 'Fetches a page. Other products call it `WebFetch`.', url },
  {
    value: 'TodoWrite',
    description: 'Keeps a list of what is to do. Every droid has it.',
    hidden: true,
    url,
  },
  {
    value: 'Task',
    description: 'Starts a droid.',
    hidden: true,
    unavailable: 'A droid cannot start droids of its own: Factory never gives it `Task`. Remove the name.',
    url,
  },
  {
    value: 'AskUser',
    description: 'Asks the user.',
    hidden: true,
    unavailable: 'Droids run without the user: Factory never gives them `AskUser`. Remove the name.',
    url,
  },
];

/** Words that stand for several tools, alone instead of a list. */
export const factoryToolCategories: readonly VocabularyEntry[] = [
  { value: 'read-only', description: '`Read`, `LS`, `Grep` and `Glob`.', alone: true, url },
  { value: 'edit', description: '`Create`, `Edit` and `ApplyPatch`.', alone: true, url },
  { value: 'execute', description: '`Execute`.', alone: true, url },
  { value: 'web', description: '`WebSearch` and `FetchUrl`.', alone: true, url },
  { value: 'mcp', description: 'All tools of MCP servers.', alone: true, url },
];

/** Tools of other products that Factory certainly has not, with its own. */
export const factoryAbsentTools: Readonly<Record<string, string | null>> = {
  Write: 'Create',
  Bash: 'Execute',
  WebFetch: 'FetchUrl',
  MultiEdit: 'Edit',
  BrowseURL: 'FetchUrl',
  NotebookEdit: null,
};
