import type { VocabularyEntry } from '../../dialect/dialect.ts';

const url = 'https://docs.factory.ai/cli/configuration/custom-droids';

/** The tools of Factory's droids, documented 2026-07-24 and observed with 0.225.2. Names are case-sensitive. */
export const factoryTools: readonly VocabularyEntry[] = [
  { value: 'Read', description: 'Reads files.', url },
  { value: 'LS', description: 'Lists folders.', url },
  { value: 'Grep', description: 'Searches in files.', url },
  { value: 'Glob', description: 'Finds files by a pattern.', url },
  { value: 'Create', description: 'Creates files. Other products call it `Write`.', url },
  { value: 'Edit', aliases: ['MultiEdit'], description: 'Changes files.', url },
  {
    value: 'ApplyPatch',
    description: 'Changes files with a patch.',
    remark: 'Included with `Edit` automatically, where the model uses it.',
    url,
  },
  { value: 'Execute', description: 'Runs commands in the shell. Other products call it `Bash`.', url },
  { value: 'WebSearch', description: 'Searches the web.', url },
  { value: 'FetchUrl', description: 'Fetches a page. Other products call it `WebFetch`.', url },
  {
    value: 'TodoWrite',
    description: 'Keeps a to-do list.',
    hidden: true,
    url,
  },
  {
    value: 'Task',
    description: 'Starts a droid.',
    hidden: true,
    unavailable: 'Factory never gives it to a droid: droids cannot start other droids.',
    url,
  },
  {
    value: 'AskUser',
    description: 'Asks the user.',
    hidden: true,
    unavailable: 'Factory never gives it to a droid: droids run without the user.',
    url,
  },
];

/** Values that stand for several tools, each alone instead of a list. */
export const factoryToolCategories: readonly VocabularyEntry[] = [
  {
    value: 'read-only',
    description: '`Read`, `LS`, `Grep`, `Glob`, and `Execute` for commands that only read.',
    alone: true,
    url,
  },
  { value: 'edit', description: '`Create`, `Edit` and `ApplyPatch`.', alone: true, url },
  { value: 'execute', description: '`Execute`.', alone: true, url },
  { value: 'execution', description: 'Another name for `execute`.', alone: true, hidden: true, url },
  { value: 'web', description: '`WebSearch` and `FetchUrl`.', alone: true, url },
  { value: 'mcp', description: 'All tools of MCP servers.', alone: true, url },
];

/** Tools of other products that Factory certainly does not have, with its own. */
export const factoryAbsentTools: Readonly<Record<string, string | null>> = {
  Write: 'Create',
  Bash: 'Execute',
  WebFetch: 'FetchUrl',
  BrowseURL: 'FetchUrl',
  NotebookEdit: null,
};
