import type { VocabularyEntry } from '../../dialect/dialect.ts';

// Read from Cline 3.0.65 on 2026-11-21.

/** The tools that an agent of Cline can list, besides those of MCP servers. Names are case-insensitive. */
export const clineTools: readonly VocabularyEntry[] = [
  { value: 'read_files', description: 'Reads files.', aliases: ['read_file'] },
  {
    value: 'search_codebase',
    description: 'Searches files.',
    aliases: ['search_files', 'list_code_definition_names'],
  },
  {
    value: 'run_commands',
    description: 'Runs shell commands.',
    aliases: ['bash', 'execute_command', 'list_files'],
  },
  { value: 'fetch_web_content', description: 'Fetches web pages.' },
  { value: 'apply_patch', description: 'Applies a patch to files.' },
  {
    value: 'editor',
    description: 'Creates and edits files.',
    aliases: ['apply_diff', 'replace_in_file', 'write_to_file'],
  },
  { value: 'skills', description: 'Loads skills.', aliases: ['use_skill'] },
  { value: 'ask_question', description: 'Asks the user a question.' },
  { value: 'submit_and_exit', description: 'Submits the result.', aliases: ['attempt_completion'] },
];

/** Claude Code’s tool names, in lowercase, with Cline’s names. */
export const clineNameOfClaudeTool: ReadonlyMap<string, string> = new Map([
  ['read', 'read_files'],
  ['write', 'editor'],
  ['edit', 'editor'],
  ['multiedit', 'editor'],
  ['grep', 'search_codebase'],
  ['glob', 'search_codebase'],
  ['webfetch', 'fetch_web_content'],
  ['skill', 'skills'],
  ['askuserquestion', 'ask_question'],
]);
