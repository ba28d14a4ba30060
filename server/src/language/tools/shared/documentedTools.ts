import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** The tool names below were compared with converters and documentation on 2026-11-21. The lists are not complete. */

/** Claude Code's names, for products that use them too. */
export const claudeStyleTools: readonly VocabularyEntry[] = [
  { value: 'Read', description: 'Reads files.' },
  { value: 'Write', description: 'Creates files.' },
  { value: 'Edit', description: 'Changes files.' },
  { value: 'Bash', description: 'Runs commands.' },
  { value: 'Grep', description: 'Searches in files.' },
  { value: 'Glob', description: 'Finds files by a pattern.' },
  { value: 'WebFetch', description: 'Fetches a page.' },
  { value: 'WebSearch', description: 'Searches the web.' },
];

/** Each stands for a group of Junie's tools. */
export const junieTools: readonly VocabularyEntry[] = [
  { value: 'Read', description: 'Reads files.' },
  { value: 'Bash', description: 'Runs commands.' },
  { value: 'Glob', description: 'Finds files by a pattern.' },
  { value: 'Grep', description: 'Searches in files.' },
  { value: 'Write', description: 'Creates files.' },
  { value: 'Edit', description: 'Changes files.' },
  { value: 'WebSearch', description: 'Searches the web.' },
  { value: 'AskUserQuestion', description: 'Asks the user.' },
];

export const antigravityTools: readonly VocabularyEntry[] = [
  { value: 'view_file', description: 'Reads a file.' },
  { value: 'replace_file_content', description: 'Changes a file.' },
  { value: 'write_to_file', description: 'Creates a file.', remark: 'Some name it `write_file`.' },
  { value: 'write_file', description: 'Another name for `write_to_file`.', hidden: true },
  { value: 'grep_search', description: 'Searches in files.' },
  { value: 'find_by_name', description: 'Finds files by name.' },
  { value: 'list_dir', description: 'Lists a folder.' },
  { value: 'run_command', description: 'Runs commands.' },
  { value: 'read_url_content', description: 'Fetches a page.' },
  { value: 'search_web', description: 'Searches the web.' },
  { value: 'invoke_subagent', description: 'Starts another agent.' },
  { value: 'ask_question', description: 'Asks the user.' },
];

export const devinTools: readonly VocabularyEntry[] = [
  { value: 'read', description: 'Reads files.' },
  { value: 'edit', description: 'Changes files.' },
  { value: 'write', description: 'Creates files.' },
  { value: 'grep', description: 'Searches in files.' },
  { value: 'glob', description: 'Finds files by a pattern.' },
  { value: 'exec', description: 'Runs commands.' },
  { value: 'webfetch', description: 'Fetches a page.' },
  { value: 'web_search', description: 'Searches the web.' },
  { value: 'apply_patch', description: 'Changes files with a patch.' },
];
