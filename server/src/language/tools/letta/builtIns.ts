/** What an agent that is built into Letta Code 0.32.18 has, and a file without a prompt inherits. */
export interface BuiltIn {
  readonly description: string;
  /** `null`: all. */
  readonly tools: readonly string[] | null;
  readonly model: string;
  readonly fork?: true;
  readonly launchProfile?: 'memory-subagent';
}

const analyzer =
  'Analyze normalized historical coding-agent trajectories (Claude Code, Codex, and any other harness supported by @letta-ai/trajectory) and directly update agent memory files with insights';

/** The built-in agents by name. */
export const lettaBuiltIns: Readonly<Record<string, BuiltIn>> = {
  fork: {
    description: 'Fork of the parent agent with full context and tools.',
    tools: null,
    model: 'inherit',
    fork: true,
  },
  'general-purpose': {
    description: 'Full-capability agent for research, planning, and implementation',
    tools: ['Bash', 'TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate', 'Edit', 'KillBash', 'Read', 'Write'],
    model: 'inherit',
  },
  'history-analyzer': {
    description: analyzer,
    tools: ['Read', 'Write', 'Bash'],
    model: 'auto',
    launchProfile: 'memory-subagent',
  },
  init: {
    description:
      'Fast initialization of agent memory — reads key project files and creates a minimal memory hierarchy',
    tools: ['Read', 'Write', 'Edit', 'Bash'],
    model: 'auto-fast',
    launchProfile: 'memory-subagent',
  },
  memory: {
    description: 'Handle delegated memory upkeep and Git repair silently in the background',
    tools: ['Bash', 'Read', 'Edit', 'Write'],
    model: 'inherit',
    launchProfile: 'memory-subagent',
  },
  recall: {
    description: 'Recall past interactions and experience',
    tools: ['Bash', 'Read'],
    model: 'inherit',
    fork: true,
  },
  reflection: {
    description:
      'Background agent that reflects on recent conversations to update memory and maintain skills',
    tools: ['Bash', 'Edit'],
    model: 'inherit',
    launchProfile: 'memory-subagent',
  },
};
