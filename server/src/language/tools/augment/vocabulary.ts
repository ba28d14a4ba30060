import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** The tools of Auggie 0.36.0. Case matters; tools of MCP servers have other names. */
export const augmentTools: readonly VocabularyEntry[] = [
  { value: 'view', description: 'Reads files and folders.' },
  { value: 'grep-search', description: 'Searches in files.' },
  { value: 'codebase-retrieval', description: 'Searches the code by meaning.' },
  { value: 'str-replace-editor', description: 'Changes files.' },
  { value: 'save-file', description: 'Creates files.' },
  { value: 'remove-files', description: 'Deletes files.' },
  { value: 'launch-process', description: 'Runs commands.' },
  { value: 'web-fetch', description: 'Fetches a page.' },
  { value: 'web-search', description: 'Searches the web.' },
  ...[
    'apply_patch',
    'ask-user',
    'codebase-retrieval-raw',
    'conversation-retrieval',
    'enter-plan-mode',
    'exit-plan-mode',
    'kill-process',
    'list-processes',
    'read-process',
    'write-process',
    'render-mermaid',
    'search-untruncated',
    'view-range-untruncated',
    'view-session',
    'add_tasks',
    'update_tasks',
    'view_tasklist',
    'reorganize_tasklist',
    ...['bash', 'edit', 'find', 'grep', 'ls', 'read', 'write'],
  ].map(value => ({ value, description: 'A tool of Augment.', hidden: true })),
];

/** Names that other products have for tools, and Augment certainly does not. */
export const augmentAbsent: Readonly<Record<string, string | null>> = {
  '*': null,
  all: null,
  Read: 'view',
  Write: 'save-file',
  Edit: 'str-replace-editor',
  Bash: 'launch-process',
  Grep: 'grep-search',
  Glob: null,
  WebFetch: 'web-fetch',
  WebSearch: 'web-search',
};

export const augmentColors: readonly VocabularyEntry[] = [
  'red',
  'blue',
  'green',
  'yellow',
  'orange',
  'purple',
  'pink',
  'cyan',
].map(value => ({ value, description: `The color ${value}.` }));
