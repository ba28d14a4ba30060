import type { VocabularyEntry } from '../../dialect/dialect.ts';

const url = 'https://kiro.dev/docs/custom-agents/';

/**
 * The tags that give Kiro's Markdown agents tools, documented 2026-11-21. Some pages of the documentation have more.
 */
export const kiroTools: readonly VocabularyEntry[] = [
  {
    value: 'read',
    description: 'Reads, lists and searches files.',
    remark: 'In CLI 2 it names one tool; here it includes all of that kind.',
    url,
  },
  { value: 'write', description: 'Creates, changes and **deletes** files.', url },
  { value: 'shell', description: 'Runs commands.', url },
  { value: 'web', description: 'Searches the web and fetches pages.', url },
  { value: 'subagent', description: 'Starts other agents.', url },
  { value: '@mcp', description: 'All tools of all MCP servers.', url },
  { value: '@builtin', description: 'All built-in tools.', url },
  { value: '*', description: 'All tools. Write it in quotes.', url },
  ...['context', 'knowledge', 'todo_list', 'spec'].map(value => ({
    value,
    description: 'Documented on some pages and not on others.',
    hidden: true,
    url,
  })),
];

/** When a steering file is added to the conversation. */
export const kiroInclusions: readonly VocabularyEntry[] = [
  { value: 'always', description: 'In every conversation.' },
  {
    value: 'fileMatch',
    description: 'When a file that matches `fileMatchPattern` is in use.',
    remark: 'CLI 1 and 2 are reported to load `always` only.',
  },
  { value: 'manual', description: 'When the user names it with `#`.' },
  { value: 'auto', description: 'When the request fits its `description`.' },
];
