import type { VocabularyEntry } from '../../dialect/dialect.ts';

const parent = 'Qwen Code withholds it from agents because it belongs to the session that starts them.';
const turnedOn = 'where the settings turn it on';
const someHosts = 'in some kinds of sessions';
const fanOut = 'Qwen Code withholds it from agents so that they do not start further agents endlessly.';

/**
 * The built-in tools of Qwen Code 0.24.4 that an agent's `tools` can name, with the display names that are accepted
 * too; read in the released bundle, 2026-11-21. `unavailable` marks tools that an agent never gets.
 */
export const qwenTools: readonly VocabularyEntry[] = [
  { value: 'read_file', description: 'Reads one file.', aliases: ['ReadFile'] },
  { value: 'write_file', description: 'Creates or overwrites a file.', aliases: ['WriteFile'] },
  { value: 'edit', description: 'Edits a file by replacing text in it.', aliases: ['Edit'] },
  { value: 'notebook_edit', description: 'Edits a cell of a notebook.', aliases: ['NotebookEdit'] },
  {
    value: 'grep_search',
    description: 'Searches files with a regular expression.',
    aliases: ['Grep', 'SearchFiles'],
  },
  { value: 'glob', description: 'Finds files by a pattern.', aliases: ['Glob', 'FindFiles'] },
  {
    value: 'list_directory',
    description: 'Lists the files and folders in a folder.',
    aliases: ['ListFiles', 'ReadFolder'],
    onlyIn: turnedOn,
  },
  { value: 'run_shell_command', description: 'Runs a shell command.', aliases: ['Shell'] },
  { value: 'web_fetch', description: 'Reads a web page.', aliases: ['WebFetch'] },
  { value: 'web_search', description: 'Searches the web.', aliases: ['WebSearch'], onlyIn: turnedOn },
  { value: 'skill', description: 'Loads a skill.', aliases: ['Skill'] },
  {
    value: 'lsp',
    description: 'Queries a language server.',
    aliases: ['Lsp'],
    onlyIn: 'with a language server',
  },
  { value: 'monitor', description: 'Watches a long-running command.', aliases: ['Monitor'] },
  {
    value: 'save_memory',
    description: 'Remembers a fact for later sessions.',
    aliases: ['SaveMemory'],
    onlyIn: turnedOn,
  },
  {
    value: 'ask_user_question',
    description: 'Asks the user a question.',
    aliases: ['AskUserQuestion'],
    onlyIn: 'in an interactive session',
  },
  { value: 'image_gen', description: 'Generates an image.', aliases: ['ImageGen'], onlyIn: turnedOn },
  { value: 'zoom_image', description: 'Views a part of an image.', aliases: ['ZoomImage'] },
  {
    value: 'read_mcp_resource',
    description: 'Reads a resource of an MCP server.',
    aliases: ['ReadMcpResource'],
  },
  {
    value: 'tool_search',
    description: 'Finds tools that are not listed initially.',
    aliases: ['ToolSearch'],
    hidden: true,
  },
  {
    value: 'tool_call',
    description: 'Calls a tool found by search.',
    aliases: ['ToolCall'],
    hidden: true,
  },
  {
    value: 'exec',
    description: 'Runs code that calls tools.',
    aliases: ['Exec'],
    hidden: true,
    onlyIn: someHosts,
  },
  {
    value: 'structured_output',
    description: 'Returns a structured result.',
    aliases: ['StructuredOutput'],
    hidden: true,
    onlyIn: someHosts,
  },
  {
    value: 'report_findings',
    description: 'Returns findings.',
    aliases: ['ReportFindings'],
    hidden: true,
  },
  {
    value: 'create_sub_session',
    description: 'Starts a separate session.',
    aliases: ['CreateSubSession'],
    hidden: true,
    onlyIn: someHosts,
  },
  { value: 'loop_wakeup', description: 'Wakes up a loop.', aliases: ['LoopWakeup'], hidden: true },
  { value: 'get_goal', description: 'Reads the goal.', aliases: ['Goal'], hidden: true, onlyIn: someHosts },
  {
    value: 'update_goal',
    description: 'Changes the goal.',
    aliases: ['UpdateGoal'],
    hidden: true,
    onlyIn: someHosts,
  },
  { value: 'propose_goal', description: 'Proposes a goal.', hidden: true, onlyIn: someHosts },
  {
    value: 'agent',
    description: 'Starts another agent.',
    aliases: ['Agent', 'Task'],
    remark: 'Agents can start agents up to a depth of five.',
  },
  { value: 'workflow', description: 'Runs a workflow.', aliases: ['Workflow'], unavailable: fanOut },
  {
    value: 'todo_write',
    description: 'Keeps a to-do list.',
    aliases: ['TodoList', 'TodoWrite'],
    unavailable: parent,
  },
  {
    value: 'enter_plan_mode',
    description: 'Starts plan mode.',
    aliases: ['EnterPlanMode'],
    unavailable: parent,
  },
  { value: 'exit_plan_mode', description: 'Ends plan mode.', aliases: ['ExitPlanMode'], unavailable: parent },
  {
    value: 'enter_worktree',
    description: 'Switches to a worktree.',
    aliases: ['EnterWorktree'],
    unavailable: parent,
  },
  {
    value: 'exit_worktree',
    description: 'Leaves a worktree.',
    aliases: ['ExitWorktree'],
    unavailable: parent,
  },
  { value: 'cron_create', description: 'Schedules a task.', aliases: ['CronCreate'], unavailable: parent },
  { value: 'cron_list', description: 'Lists scheduled tasks.', aliases: ['CronList'], unavailable: parent },
  {
    value: 'cron_delete',
    description: 'Deletes a scheduled task.',
    aliases: ['CronDelete'],
    unavailable: parent,
  },
  {
    value: 'list_agents',
    description: 'Lists running agents.',
    aliases: ['ListAgents'],
    unavailable: parent,
  },
  { value: 'task_create', description: 'Adds a task.', aliases: ['TaskCreate'], unavailable: parent },
  { value: 'task_update', description: 'Changes a task.', aliases: ['TaskUpdate'], unavailable: parent },
  { value: 'task_list', description: 'Lists tasks.', aliases: ['TaskList'], unavailable: parent },
  { value: 'task_stop', description: 'Stops a task.', aliases: ['TaskStop'], unavailable: parent },
  { value: 'team_create', description: 'Starts a team.', aliases: ['TeamCreate'], unavailable: parent },
  { value: 'team_delete', description: 'Ends a team.', aliases: ['TeamDelete'], unavailable: parent },
  {
    value: 'team_plan_approval',
    description: 'Approves the plan of a team member.',
    aliases: ['TeamPlanApproval'],
    unavailable: parent,
  },
  {
    value: 'request_shutdown',
    description: 'Asks a team member to stop.',
    aliases: ['RequestShutdown'],
    unavailable: parent,
  },
  {
    value: 'send_message',
    description: 'Sends a message to another agent.',
    aliases: ['SendMessage'],
    unavailable: parent,
  },
  { value: 'artifact', description: 'Creates an artifact.', aliases: ['Artifact'], unavailable: parent },
  {
    value: 'record_artifact',
    description: 'Records an artifact.',
    aliases: ['RecordArtifact'],
    unavailable: parent,
  },
  {
    value: 'record_source',
    description: 'Records a source.',
    aliases: ['RecordSource'],
    unavailable: parent,
  },
];
