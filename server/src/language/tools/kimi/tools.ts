import type { VocabularyEntry } from '../../dialect/dialect.ts';

// From Kimi Code 2.1.0, 2026-11-21.

/** The tools of Kimi Code that an agent can list. Names are case-sensitive. */
export const kimiTools: readonly VocabularyEntry[] = [
  { value: 'Read', description: 'Reads a file.' },
  { value: 'Write', description: 'Creates or replaces a file.' },
  { value: 'Edit', description: 'Changes part of a file.' },
  { value: 'Grep', description: 'Searches text in files.' },
  { value: 'Glob', description: 'Finds files by name.' },
  { value: 'Bash', description: 'Runs shell commands.' },
  { value: 'ReadMediaFile', description: 'Reads images and other media.' },
  { value: 'WebSearch', description: 'Searches the web.' },
  { value: 'FetchURL', description: 'Fetches a web page.' },
  { value: 'Agent', description: 'Delegates a task to another agent.' },
  { value: 'AgentSwarm', description: 'Runs several agents at once.' },
  { value: 'Skill', description: 'Loads a skill.' },
  { value: 'TodoList', description: 'Keeps a task list.' },
  { value: 'TaskList', description: 'Lists background tasks.' },
  { value: 'TaskOutput', description: 'Reads the output of a background task.' },
  { value: 'TaskStop', description: 'Stops a background task.' },
  { value: 'WaitFor', description: 'Waits for background work.' },
  { value: 'CronCreate', description: 'Schedules a recurring task.' },
  { value: 'CronList', description: 'Lists recurring tasks.' },
  { value: 'CronDelete', description: 'Removes a recurring task.' },
  { value: 'AskUserQuestion', description: 'Asks the user.' },
  { value: 'NotifyUser', description: 'Notifies the user about progress.' },
  { value: 'EnterPlanMode', description: 'Starts plan mode.' },
  { value: 'ExitPlanMode', description: 'Ends plan mode.' },
  { value: 'CreateGoal', description: 'Sets a goal.', hidden: true },
  { value: 'GetGoal', description: 'Reads the goal.', hidden: true },
  { value: 'UpdateGoal', description: 'Changes the goal.', hidden: true },
  { value: 'SetGoalBudget', description: 'Limits the work on a goal.', hidden: true },
  ...['Init', 'Status', 'Teardown', 'Finding', 'Inbox', 'Mission', 'Plan', 'Review', 'Send'].map(name => ({
    value: `Tower${name}`,
    description: 'Part of the experimental tower mode.',
    hidden: true,
  })),
];

/** Tools of Claude Code that have another name in Kimi Code. */
export const kimiNameOfClaudeTool: ReadonlyMap<string, string> = new Map([
  ['WebFetch', 'FetchURL'],
  ['Task', 'Agent'],
  ['TodoWrite', 'TodoList'],
  ['MultiEdit', 'Edit'],
  ['LS', 'Glob'],
  ['BashOutput', 'TaskOutput'],
  ['KillShell', 'TaskStop'],
]);
