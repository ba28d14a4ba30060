import type { VocabularyEntry } from '../../dialect/dialect.ts';
import type { ReferenceConventions, ReferencePlace } from '../../dialect/references.ts';

/** The agents of VS Code, as in its documentation on 2026-11-21, and those of Copilot CLI 1.0.102. */
export const copilotBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'ask', aliases: ['Ask'], description: 'Answers without changing files.' },
  { value: 'edit', aliases: ['Edit'], description: 'Changes files that are open.' },
  { value: 'agent', aliases: ['Agent'], description: 'Works on its own, with tools.' },
  { value: 'plan', aliases: ['Plan'], description: 'Plans without changing files.' },
  ...['code-review', 'explore', 'general-purpose', 'research', 'rubber-duck', 'security-review', 'task'].map(
    value => ({ value, aliases: [value[0]!.toUpperCase() + value.slice(1)], description: '', hidden: true }),
  ),
];

/** The tool `agent` in the spellings that VS Code knows, and as Copilot CLI names it. */
const starting = {
  tools: ['agent', 'custom-agent', 'Task', 'task', 'runSubagent', 'agent/runSubagent'],
  without: 'VS Code warns, and the agent cannot start another',
};

const agents: ReferencePlace = {
  path: ['agents'],
  to: 'agent',
  missing: 'VS Code starts no agent by this name',
  starts: starting,
};
const handoffs: ReferencePlace = {
  path: ['handoffs', '#', 'agent'],
  to: 'agent',
  missing: 'VS Code has no agent to continue with',
};

/** An agent, which VS Code and Copilot CLI read. Both know agents by `name`, or else by their file's name. */
export const copilotAgentReferences: ReferenceConventions = {
  places: [
    agents,
    handoffs,
    { path: ['skills'], to: 'skill', missing: 'Copilot CLI starts the agent without it' },
  ],
  ignoresCase: true,
  byFileName: true,
};

/** A chat mode, of VS Code alone. */
export const chatmodeReferences: ReferenceConventions = {
  places: [agents, handoffs],
  ignoresCase: true,
  byFileName: true,
};

/** A prompt file, which names the agent that runs it. */
export const promptReferences: ReferenceConventions = {
  places: [
    { path: ['agent'], to: 'agent', missing: 'VS Code warns, and has no such agent to run the prompt' },
    { path: ['mode'], to: 'agent', missing: 'VS Code warns, and has no such agent to run the prompt' },
  ],
  ignoresCase: true,
  byFileName: true,
};
