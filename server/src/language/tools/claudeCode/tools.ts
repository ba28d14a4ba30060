import type { VocabularyEntry } from '../../dialect/dialect.ts';

// From the documentation (https://code.claude.com/docs/en/tools-reference, 2026-11-21); which of the tools an agent
// gets was also observed.

/** When a subagent has a tool that is in its list. */
export type ClaudeToolAvailability =
  /** Always, also in the background, where subagents run by default. */
  | 'background'
  /** Only while it runs in the foreground. */
  | 'foreground'
  /** Only with `permissionMode: plan`. */
  | 'planMode'
  /** Added by Claude Code itself where it is needed; listing it has no effect. */
  | 'automatic'
  /** Only in sessions that turn it on. */
  | 'off'
  /** Never, listed or not. */
  | 'never';

/** A tool, and which agents have it. */
export interface ClaudeTool extends VocabularyEntry {
  readonly availability: ClaudeToolAvailability;
  /** The tool next to which this one is dropped from a list, except on native Windows. */
  readonly shadowedBy?: string;
}

/** Sessions that have the tools of a task list (observed 2026-11-29). */
export const olderSessions = 'in a session on an older model such as `claude-sonnet-4-5`';

const signedIn = 'where the user is signed in';

const background = { availability: 'background' } as const;
const foreground = {
  availability: 'foreground',
  remark: 'A subagent has it only while it runs in the foreground; background subagents go without.',
} as const;
const never = (reason: string) => ({ availability: 'never', unavailable: reason }) as const;
const shadowed = {
  availability: 'background',
  shadowedBy: 'Bash',
  remark:
    'Dropped on macOS, Linux and WSL when `Bash` is in the same list: Claude Code then expects the agent to search with the shell.',
} as const;
const hostGated = { availability: 'foreground', hidden: true, onlyIn: 'in some hosts' } as const;
const resources = { ...foreground, onlyIn: 'with an MCP server that has resources' } as const;
const account = { ...foreground, onlyIn: signedIn } as const;
/** It depends on the model of the conversation, not on the agent's. */
const taskList = { ...foreground, onlyIn: olderSessions } as const;

const asksUser =
  'It needs the user in the main conversation, so Claude Code removes it from every subagent, listed or not.';
const mainOnly = 'Claude Code reserves it for the main conversation and removes it from every subagent.';

/**
 * The built-in tools, by the exact, case-sensitive names that `tools` and `disallowedTools` accept.
 * Hidden ones exist only in some hosts or are added automatically: they are known but not suggested.
 */
export const claudeTools: readonly ClaudeTool[] = [
  {
    value: 'Read',
    description: 'Reads files: text, images, PDFs and notebooks.',
    specifier: './src/**',
    ...background,
  },
  {
    value: 'Edit',
    description: 'Changes files by replacing exact strings.',
    specifier: '*.ts',
    ...background,
  },
  { value: 'Write', description: 'Creates or overwrites files.', ...background },
  { value: 'Bash', description: 'Runs shell commands.', specifier: 'git *', ...background },
  { value: 'Grep', description: 'Searches file contents by regular expression.', ...shadowed },
  { value: 'Glob', description: 'Finds files by name pattern.', ...shadowed },
  {
    value: 'WebFetch',
    description: 'Fetches a web page and reads it.',
    specifier: 'domain:example.com',
    ...background,
  },
  { value: 'WebSearch', description: 'Searches the web.', ...background },
  { value: 'NotebookEdit', description: 'Changes cells of Jupyter notebooks.', ...background },
  {
    value: 'Agent',
    description: 'Starts a subagent. `Agent(a, b)` names the ones allowed, for an agent run with `--agent`.',
    aliases: ['Task'],
    argument: 'agentNames',
    since: '2.1.63',
    availability: 'background',
    remark:
      'A subagent has it until the depth limit for subagents of subagents is reached; a list in parentheses counts only for an agent that is the main thread.',
  },
  { value: 'Skill', description: 'Runs a skill.', ...background },
  {
    value: 'ToolSearch',
    description: 'Looks up and loads tools that are deferred until needed.',
    onlyIn: 'where tools are deferred',
    ...background,
  },
  {
    value: 'LSP',
    description: 'Queries a language server: definitions, references, types, errors.',
    availability: 'background',
    remark: 'Background subagents have it since 2.1.280. It needs a language server plugin.',
    onlyIn: 'with a language server plugin',
  },
  {
    value: 'Monitor',
    description: 'Watches a background command and reacts to the lines it writes.',
    ...background,
  },
  {
    value: 'TaskStop',
    description: 'Stops a task that runs in the background.',
    aliases: ['KillShell', 'KillBash'],
    ...background,
  },
  {
    value: 'TaskOutput',
    description: 'Reads the output of a background task.',
    deprecated: 'Use `Read` on the file that the task writes its output to.',
    availability: 'off',
    remark: 'Off by default: a subagent does not get it, listed or not.',
  },
  {
    value: 'TodoWrite',
    description: 'Keeps a checklist for the session.',
    availability: 'off',
    unavailable: 'It is off by default: a subagent does not get it, listed or not.',
  },
  {
    value: 'SendMessage',
    description: 'Sends a message to an agent, a teammate or another session.',
    ...background,
  },
  {
    value: 'PowerShell',
    description: 'Runs PowerShell commands.',
    onlyIn: 'on Windows',
    ...background,
  },
  {
    value: 'EnterWorktree',
    description: 'Creates a git worktree and moves the work into it.',
    ...background,
  },
  { value: 'ExitWorktree', description: 'Leaves the git worktree again.', ...background },
  {
    value: 'Artifact',
    description: 'Publishes an HTML or Markdown page on claude.ai.',
    onlyIn: signedIn,
    ...background,
  },
  { value: 'TaskCreate', description: 'Adds a task to the session’s task list.', ...taskList },
  { value: 'TaskGet', description: 'Reads one task of the session’s task list.', ...taskList },
  { value: 'TaskList', description: 'Lists the tasks of the session’s task list.', ...taskList },
  { value: 'TaskUpdate', description: 'Changes a task of the session’s task list.', ...taskList },
  {
    value: 'ListAgents',
    description: 'Lists the agents and sessions that can be sent a message.',
    aliases: ['ListPeers'],
    since: '2.1.224',
    ...foreground,
  },
  { value: 'ListMcpResourcesTool', description: 'Lists the resources of MCP servers.', ...resources },
  { value: 'ReadMcpResourceTool', description: 'Reads a resource of an MCP server.', ...resources },
  {
    value: 'ReportFindings',
    description: 'Reports review findings in a structured form.',
    since: '2.1.196',
    ...foreground,
  },
  { value: 'CronCreate', description: 'Schedules a prompt for later in the session.', ...foreground },
  { value: 'CronDelete', description: 'Cancels a scheduled prompt.', ...foreground },
  { value: 'CronList', description: 'Lists the scheduled prompts.', ...foreground },
  {
    value: 'PushNotification',
    description: 'Sends a notification to the desktop or phone.',
    ...account,
  },
  { value: 'RemoteTrigger', description: 'Manages routines on claude.ai.', ...account },
  { value: 'SendUserFile', description: 'Sends a file to the user’s device.', ...account },
  { value: 'SendFeedback', description: 'Drafts feedback about Claude Code.', ...account },
  { value: 'ShareOnboardingGuide', description: 'Uploads an onboarding guide for the team.', ...account },
  {
    value: 'ExitPlanMode',
    description: 'Presents a plan for approval and leaves plan mode.',
    availability: 'planMode',
    remark: 'A subagent has it only with `permissionMode: plan`.',
  },
  {
    value: 'AskUserQuestion',
    description: 'Asks the user a multiple-choice question.',
    ...never(asksUser),
  },
  { value: 'EnterPlanMode', description: 'Switches to plan mode.', ...never(mainOnly) },
  { value: 'Workflow', description: 'Runs a workflow script over several agents.', ...never(mainOnly) },
  { value: 'ScheduleWakeup', description: 'Sets the pace of a running `/loop`.', ...never(mainOnly) },
  { value: 'WaitForMcpServers', description: 'Waits for MCP servers to connect.', ...never(mainOnly) },
  {
    value: 'EndConversation',
    description: 'Ends the session on abuse.',
    hidden: true,
    ...never(mainOnly),
  },
  {
    value: 'SubagentHandback',
    description: 'Delivers the subagent’s final report.',
    hidden: true,
    availability: 'automatic',
    remark: 'Claude Code adds it where it is needed; listing it has no effect.',
  },
  { value: 'RefreshMcpTools', description: 'Reloads the tool lists of MCP servers.', ...hostGated },
  { value: 'ReadMcpResourceDir', description: 'Lists a folder among MCP resources.', ...hostGated },
  { value: 'ClaudeDesign', description: 'Works with Claude Design.', ...hostGated },
  { value: 'Projects', description: 'Reads and writes documents of a claude.ai project.', ...hostGated },
  { value: 'ReadNotifications', description: 'Reads the user’s notifications.', ...hostGated },
  { value: 'ProposeSkills', description: 'Proposes new or changed skills.', ...hostGated },
  { value: 'ProposeGoal', description: 'Proposes a goal for the session.', ...hostGated },
  { value: 'ShowOnboardingRolePicker', description: 'Shows the choice of a role.', ...hostGated },
  { value: 'OfferChromeSetup', description: 'Offers to set up the browser.', ...hostGated },
];

/** A name that resolves to nothing. */
export interface DeadTool {
  readonly value: string;
  /** The tool that does the same today, when there is one. */
  readonly replacement?: string;
  /** What became of it. */
  readonly description: string;
}

/** Names of former tools, or often mistaken for tools, that resolve to nothing in 2.1.329. */
export const deadClaudeTools: readonly DeadTool[] = [
  { value: 'MultiEdit', replacement: 'Edit', description: '`Edit` replaces it.' },
  { value: 'LS', replacement: 'Glob', description: 'It was removed; `Glob` lists files by pattern.' },
  { value: 'NotebookRead', replacement: 'Read', description: '`Read` reads notebooks too.' },
  { value: 'TodoRead', description: 'It was removed; an agent sees its checklist without a tool.' },
  {
    value: 'BashOutput',
    replacement: 'Read',
    description: '`Read` reads the output file of a background task.',
  },
  {
    value: 'AgentOutputTool',
    replacement: 'Read',
    description: '`Read` reads the output file of a background task.',
  },
  { value: 'SlashCommand', replacement: 'Skill', description: '`Skill` runs commands too.' },
  { value: 'TeamCreate', description: 'It was removed.' },
  { value: 'TeamDelete', description: 'It was removed.' },
  { value: 'View', replacement: 'Read', description: 'Claude Code calls it `Read`.' },
  { value: 'Search', replacement: 'Grep', description: 'Claude Code calls it `Grep`.' },
  { value: 'Terminal', replacement: 'Bash', description: 'Claude Code calls it `Bash`.' },
];

/** How `tools` and `disallowedTools` name the tools of MCP servers. */
export const claudeMcpToolForms: readonly VocabularyEntry[] = [
  {
    value: 'mcp__server__tool',
    description: 'One tool of an MCP server.',
    snippet: 'mcp__${1:server}__${2:tool}',
    pattern: '^mcp__.+?__(?!\\*$).+$',
  },
  {
    value: 'mcp__server',
    description: 'All tools of an MCP server; `mcp__server__*` means the same.',
    snippet: 'mcp__${1:server}',
    pattern: '^mcp__[^*].*$',
  },
];

/** The form that only `disallowedTools` accepts. */
export const claudeAllMcpTools: VocabularyEntry = {
  value: 'mcp__*',
  description: 'All tools of all MCP servers. Only `disallowedTools` accepts it.',
};

/** The built-in agents of Claude Code. An agent of a project with the same name replaces them. */
export const claudeBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'general-purpose', description: 'Multi-step research and changes, with all tools.' },
  { value: 'Explore', description: 'Searches and reads the code quickly, and changes nothing.' },
  { value: 'Plan', description: 'Researches the code for a plan, and changes nothing.' },
  { value: 'claude', description: 'Works on any kind of task.', hidden: true },
  { value: 'statusline-setup', description: 'Sets up the status line.', hidden: true },
];
