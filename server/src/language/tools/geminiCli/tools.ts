import type { VocabularyEntry } from '../../dialect/dialect.ts';

const tracker =
  'Gemini CLI has it only when the task tracker is enabled in the settings; an agent does not get it otherwise.';
const mcpResources = 'Gemini CLI has it only when an MCP server provides resources.';

/**
 * The built-in tools that Gemini CLI 0.61.0 accepts in an agent's `tools`, recorded 2026-11-21. `unavailable` marks
 * those that it accepts but does not give an agent in its default configuration.
 */
export const geminiTools: readonly VocabularyEntry[] = [
  { value: 'read_file', description: 'Reads one file.' },
  {
    value: 'read_many_files',
    description: 'Reads several files or a folder at once.',
    unavailable:
      'Gemini CLI accepts the name, but an agent does not get the tool in the default configuration.',
  },
  { value: 'list_directory', description: 'Lists the files and folders in a folder.' },
  { value: 'glob', description: 'Finds files by a pattern.' },
  {
    value: 'grep_search',
    description: 'Searches in files with a regular expression.',
    aliases: ['search_file_content'],
  },
  { value: 'write_file', description: 'Writes a whole file, new or not.' },
  { value: 'replace', description: 'Edits a file by replacing text in it.' },
  { value: 'run_shell_command', description: 'Runs a command in the shell.' },
  { value: 'web_fetch', description: 'Reads pages from the web.' },
  { value: 'google_web_search', description: 'Searches the web with Google.' },
  { value: 'write_todos', description: 'Keeps a list of the remaining steps.' },
  { value: 'activate_skill', description: 'Loads a skill.' },
  {
    value: 'ask_user',
    description: 'Asks the user a question.',
    onlyIn: 'in an interactive session',
  },
  { value: 'enter_plan_mode', description: 'Starts plan mode, in which nothing is changed.' },
  {
    value: 'exit_plan_mode',
    description: 'Shows the plan and ends plan mode.',
    unavailable: 'Gemini CLI accepts the name, but an agent does not get the tool outside plan mode.',
  },
  {
    value: 'complete_task',
    description: 'Returns the result. Every agent has it, listed or not.',
    hidden: true,
  },
  {
    value: 'get_internal_docs',
    description: 'Reads the documentation of Gemini CLI itself.',
    unavailable:
      'Gemini CLI accepts the name, but an agent does not get the tool in the default configuration.',
  },
  {
    value: 'update_topic',
    description: 'Shows the user the current task.',
    unavailable: 'Gemini CLI always removes it from agents.',
  },
  {
    value: 'invoke_agent',
    description: 'Starts another agent.',
    unavailable: 'Gemini CLI always removes it: an agent cannot start other agents.',
  },
  {
    value: 'read_mcp_resource',
    description: 'Reads a resource of an MCP server.',
    unavailable: mcpResources,
    onlyIn: 'with an MCP server that has resources',
  },
  {
    value: 'list_mcp_resources',
    description: 'Lists the resources of MCP servers.',
    unavailable: mcpResources,
    onlyIn: 'with an MCP server that has resources',
  },
  { value: 'tracker_create_task', description: 'Adds a task to the tracker.', unavailable: tracker },
  { value: 'tracker_update_task', description: 'Changes a task in the tracker.', unavailable: tracker },
  { value: 'tracker_get_task', description: 'Reads a task in the tracker.', unavailable: tracker },
  { value: 'tracker_list_tasks', description: 'Lists the tasks in the tracker.', unavailable: tracker },
  {
    value: 'tracker_add_dependency',
    description: 'Makes one task in the tracker wait for another.',
    unavailable: tracker,
  },
  { value: 'tracker_visualize', description: 'Visualizes the tasks in the tracker.', unavailable: tracker },
];

/** Tools that exist while an agent runs but that Gemini CLI does not accept in `tools`. */
export const unlistableGeminiTools: readonly string[] = [
  'list_background_processes',
  'read_background_output',
  'save_memory',
];

/** The built-in agents of Gemini CLI. An agent in a file with such a name never takes effect. */
export const geminiBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'codebase_investigator', description: 'Investigates a code base and reports.' },
  { value: 'cli_help', description: 'Answers questions about Gemini CLI itself.' },
  { value: 'generalist', description: 'Works on a task of any kind on its own.' },
];
