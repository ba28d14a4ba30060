import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** The tools that openhands-tools 1.58.2 registers. A program can register others. */
export const openHandsTools: readonly VocabularyEntry[] = [
  { value: 'file_editor', description: 'Reads, creates and changes files.' },
  { value: 'terminal', description: 'Runs commands.' },
  { value: 'glob', description: 'Finds files by a pattern.' },
  { value: 'grep', description: 'Searches in files.' },
  { value: 'task_tracker', description: 'Keeps a list of tasks.' },
  { value: 'browser_tool_set', description: 'Uses a browser.' },
  { value: 'planning_file_editor', description: 'Reads files, and writes the plan only.' },
  { value: 'apply_patch', description: 'Changes files with a patch.' },
  { value: 'task_tool_set', description: 'Delegates tasks to other agents.' },
  { value: 'task', description: 'Delegates one task to another agent.', hidden: true },
  { value: 'workflow_tool_set', description: 'Runs workflows of agents.', hidden: true },
  { value: 'workflow', description: 'Runs one workflow of agents.', hidden: true },
  { value: 'start_child_conversation', description: 'Starts a conversation of its own.', hidden: true },
  { value: 'ask_oracle', description: 'Asks another model.', hidden: true },
  { value: 'tom_consult', description: 'Asks what the user means.', hidden: true },
  { value: 'sleeptime_compute', description: 'Prepares what the user may mean.', hidden: true },
  { value: 'edit', description: 'Changes files, as in Gemini CLI.', hidden: true },
  { value: 'write_file', description: 'Writes files, as in Gemini CLI.', hidden: true },
  { value: 'read_file', description: 'Reads files, as in Gemini CLI.', hidden: true },
  { value: 'list_directory', description: 'Lists a folder, as in Gemini CLI.', hidden: true },
];
