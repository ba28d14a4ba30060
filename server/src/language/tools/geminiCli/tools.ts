import type { VocabularyEntry } from '../../dialect/dialect.ts';

const tracker =
  'Only there when the task tracker is switched on in the settings; an agent does not get it otherwise.';
const mcpResources = 'Only there when an MCP server offers resources.';

/**
 * The built-in tools that Gemini CLI 0.61.0 takes in an agent's `tools`, recorded 2026-11-21. `unavailable` says
 * of those which it takes and then does not give an agent in its default configuration.
 */
export const geminiTools: readonly VocabularyEntry[] = [
  { value: 'read_file', description: 'Reads one file.' },
  {
    value: 'read_many_files',
    description: 'Reads several files or a folder at once.',
    unavailable:
      'Gemini CLI takes the name, and an agent does not get the tool in the default configuration.',
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
  { value: 'write_todos', description: 'Keeps a list of the steps that are left to do.' },
  { value: 'activate_skill', description: 'Loads a skill.' },
  { value: 'ask_user', description: 'Asks the user a question.' },
  { value: 'enter_plan_mode', description: 'Begins plan mode, in which nothing is changed.' },
  {
    value: 'exit_plan_mode',
    description: 'Shows the plan and ends plan mode.',
    unavailable: 'Gemini CLI takes the name, and an agent does not get the tool outside plan mode.',
  },
  {
    value: 'complete_task',
    description: 'Hands the result back. Every agent has it, listed or not.',
    hidden: true,
  },
  {
    value: 'get_internal_docs',
    description: 'Reads the documentation of Gemini CLI itself.',
    unavailable:
      'Gemini CLI takes the name, and an agent does not get the tool in the default configuration.',
  },
  {
    value: 'update_topic',
    description: 'Tells the user what is being worked on.',
    unavailable: 'Gemini CLI always takes it away from agents.',
  },
  {
    value: 'invoke_agent',
    description: 'Starts another agent.',
    unavailable: 'Gemini CLI always takes it away: an agent cannot start other agents.',
  },
  {
    value: 'read_mcp_resource',
    description: 'Reads a resource of an MCP server.',
    unavailable: mcpResources,
  },
  {
    value: 'list_mcp_resources',
    description: 'Lists the resources of MCP servers.',
    unavailable: mcpResources,
  },
  { value: 'tracker_create_task', description: 'Adds a task to the tracker.', unavailable: tracker },
  { value: 'tracker_update_task', description: 'Changes a task of the tracker.', unavailable: tracker },
  { value: 'tracker_get_task', description: 'Reads a task of the tracker.', unavailable: tracker },
  { value: 'tracker_list_tasks', description: 'Lists the tasks of the tracker.', unavailable: tracker },
  {
    value: 'tracker_add_dependency',
    description: 'Makes one task of the tracker wait for another.',
    unavailable: tracker,
  },
  { value: 'tracker_visualize', description: 'Draws the tasks of the tracker.', unavailable: tracker },
];

/** Tools that exist while an agent runs and that Gemini CLI refuses to find in `tools`. */
export const unlistableGeminiTools: readonly string[] = [
  'list_background_processes',
  'read_background_output',
  'save_memory',
];

/** The agents that Gemini CLI brings along. A file's agent of such a name never takes effect. */
export const geminiBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'codebase_investigator', description: 'Looks into a code base and reports.' },
  { value: 'cli_help', description: 'Answers questions about Gemini CLI itself.' },
  { value: 'generalist', description: 'Works on a task of any kind by itself.' },
];
