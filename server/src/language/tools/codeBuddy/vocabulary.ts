import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** The tools of CodeBuddy Code 2.163.0 that an agent can be given. The case of a name does not count. */
export const codeBuddyTools: readonly VocabularyEntry[] = [
  { value: 'Read', aliases: ['read_file'], description: 'Reads files.' },
  { value: 'Write', aliases: ['write_to_file'], description: 'Creates files.' },
  { value: 'Edit', aliases: ['replace_in_file'], description: 'Changes files.' },
  { value: 'Bash', aliases: ['execute_command'], description: 'Runs commands.' },
  {
    value: 'Glob',
    aliases: ['list_dir', 'list_files', 'search_file'],
    description: 'Finds files by a pattern.',
  },
  { value: 'Grep', aliases: ['search_content'], description: 'Searches in files.' },
  { value: 'WebFetch', aliases: ['web_fetch'], description: 'Fetches a page.' },
  { value: 'WebSearch', aliases: ['web_search'], description: 'Searches the web.' },
  {
    value: 'Agent',
    aliases: ['task'],
    description: 'Starts another agent. An agent has it only if it is listed, or with `mainAgent: true`.',
  },
  { value: 'Skill', aliases: ['use_skill'], description: 'Uses a skill.' },
  { value: 'NotebookEdit', description: 'Changes notebooks.' },
  { value: 'LSP', description: 'Asks a language server.' },
  { value: 'TaskCreate', description: 'Adds a task to the list.', hidden: true },
  { value: 'TaskGet', description: 'Reads a task.', hidden: true },
  { value: 'TaskUpdate', description: 'Changes a task.', hidden: true },
  { value: 'TaskList', description: 'Lists the tasks.', hidden: true },
  { value: 'TaskOutput', description: 'Reads the output of a task in the background.', hidden: true },
  { value: 'TaskStop', description: 'Stops a task in the background.', hidden: true },
  { value: 'AskUserQuestion', aliases: ['ask_followup_question'], description: 'Asks the user.' },
  { value: 'TodoWrite', aliases: ['todo_write'], description: 'Keeps a to-do list.', hidden: true },
  { value: 'SendMessage', aliases: ['send_message'], description: 'Every agent has it.', hidden: true },
  { value: 'ImageGen', aliases: ['image_gen'], description: 'Generates images.', hidden: true },
  { value: 'TeamCreate', aliases: ['team_create'], description: 'Creates a team.', hidden: true },
  { value: 'TeamDelete', aliases: ['team_delete'], description: 'Deletes a team.', hidden: true },
  ...[
    'LS',
    'MultiEdit',
    'NotebookRead',
    'NotebookWrite',
    'BashOutput',
    'KillShell',
    'SaveMemory',
    'EnterPlanMode',
    'ExitPlanMode',
    'SlashCommand',
    'AskUserForStructuredInput',
    'StructuredOutput',
    'ToolSearch',
    'ImageEdit',
    'VideoGen',
    'AudioTranscribe',
    'Artifact',
    'ArtifactControl',
    'LibraryUpload',
    'SendUserMessage',
    'EnterWorktree',
    'LeaveWorktree',
    'CronCreate',
    'CronDelete',
    'CronList',
    'DeferExecuteTool',
    'WeChatReply',
    'WeComReply',
    'PushNotification',
    'DelegateTool',
    'PowerShell',
    'SkillManage',
    'ComputerUse',
    'ListMcpResources',
    'ReadMcpResource',
    'WaitForMcpServers',
    'Workflow',
    'ReportFindings',
    'Monitor',
    'ListAgents',
    'InspectSelf',
    'InterruptAgent',
    'CreateGoal',
    'GetGoal',
    'UpdateGoal',
    'REPL',
    'A2AGetAgentCard',
    'A2ASendMessage',
    'A2AGetTask',
    'A2ACancelTask',
    'MessageColleague',
    'SpeakInChannel',
    'ChannelTasks',
    'CreateChannel',
    'CreateColleague',
    'ListColleagues',
  ].map(value => ({ value, description: 'A tool of CodeBuddy Code.', hidden: true })),
];

/** Further names by which `disallowedTools` takes a tool away: one may stand for several. */
const deniedBy: Readonly<Record<string, readonly string[]>> = {
  read: ['Glob', 'Grep', 'WebSearch', 'NotebookRead', 'LSP', 'BashOutput'],
  edit: ['Write', 'MultiEdit', 'NotebookEdit', 'NotebookWrite'],
  write: ['MultiEdit'],
  killshell: ['TaskStop'],
  bashoutput: ['TaskOutput'],
  pwsh: ['PowerShell'],
  ps: ['PowerShell'],
};

/** The tools that a name in `disallowedTools` takes away. */
export function deniedTools(name: string): readonly string[] {
  const plain = name.toLowerCase();
  const own = codeBuddyTools.filter(({ value }) => value.toLowerCase() === plain).map(({ value }) => value);
  return [...own, ...(Object.hasOwn(deniedBy, plain) ? deniedBy[plain]! : [])];
}

/** Names in `disallowedTools`: those of the tools, and those that stand for tools only there. */
export const codeBuddyDenied: readonly VocabularyEntry[] = [
  ...codeBuddyTools.map(({ aliases, ...entry }) => entry),
  { value: 'pwsh', description: 'Another name for `PowerShell`.', hidden: true },
  { value: 'ps', description: 'Another name for `PowerShell`.', hidden: true },
];

const reading = [
  'Read',
  'Bash',
  'Glob',
  'Grep',
  'TaskCreate',
  'TaskGet',
  'TaskUpdate',
  'TaskList',
  'WebFetch',
  'WebSearch',
  'Skill',
  'ToolSearch',
  'DeferExecuteTool',
];

/** The tools of built-in agents, which an agent of that name keeps if it lists none itself. */
export const builtInTools: Readonly<Record<string, readonly string[]>> = {
  Explore: reading,
  Plan: [...reading, 'TeamCreate', 'TeamDelete'],
  'statusline-setup': ['Read', 'Write', 'Edit', 'ToolSearch', 'DeferExecuteTool'],
};

/** The built-in agents. */
export const codeBuddyAgents: readonly VocabularyEntry[] = [
  { value: 'general-purpose', description: 'Works on any task.' },
  { value: 'Explore', description: 'Explores the code.' },
  { value: 'Plan', description: 'Plans a change.' },
  { value: 'statusline-setup', description: 'Sets up the status line.' },
];
