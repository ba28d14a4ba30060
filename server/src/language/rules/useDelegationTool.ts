import type { Rule } from './rule.ts';
import { claudeCodeObserved, vscodeAgents } from './sources.ts';

/** An agent that starts others without the tool for it. */
export const useDelegationTool: Rule = {
  id: 'useDelegationTool',
  title: 'Give an agent that starts others the tool for it',
  severity: 'information',
  why: [
    'An agent starts another with a tool. Where a list of tools leaves that tool out, or takes it away, what the text or the',
    'field `agents` says about other agents cannot be done. In a text it is information: it may show to others how this agent',
    'is called.',
  ].join('\n'),
  sources: [claudeCodeObserved, vscodeAgents],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: lead\ndescription: Leads.\ntools: Read, Grep\n---\nThen call Task with subagent_type: "Explore".\n                                    ^^^^^^^ information\n',
      },
      {
        dialect: 'copilot-agent',
        text: '---\nname: lead\ndescription: Leads.\ntools: [read]\nagents: [agent]\n         ^^^^^ warning\n---\nLead.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: lead\ndescription: Leads.\ntools: Read, Agent\n---\nThen call Task with subagent_type: "Explore".\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: lead\ndescription: Leads.\ntools: Read\n---\nCalled with subagent_type: "lead".\n',
      },
      {
        dialect: 'copilot-agent',
        text: '---\nname: lead\ndescription: Leads.\ntools: [read, agent]\nagents: [agent]\n---\nLead.\n',
      },
    ],
  },
  *check(context) {
    const { dialect, load } = context;
    if (dialect.defines !== 'agent' || !dialect.references || !load.loads) return;
    const { tools, disallowedTools } = load;
    if (tools === null ? disallowedTools === null : tools.length === 0) return;
    for (const { name, range, by } of context.references()) {
      const { starts } = by;
      if (!starts || name === load.name) continue;
      const isOne = (tool: string): boolean => starts.tools.includes(tool);
      if (tools === null ? !disallowedTools?.some(isOne) : tools.some(isOne)) continue;
      const isField = 'path' in by;
      yield {
        range,
        ...(isField && { severity: 'warning' as const, field: by.path[0]! }),
        problem: `Agent starts \`${name}\` without a tool for it`,
        consequence: starts.without,
        advice: `Add \`${starts.tools[0]}\` to \`tools\``,
      };
      return;
    }
  },
};
