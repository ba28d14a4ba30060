import type { VocabularyEntry } from '../../dialect/dialect.ts';
import type { ReferenceConventions } from '../../dialect/references.ts';
import { openCodeBuiltInAgents } from './vocabulary.ts';

/** The agents that are built in, as a vocabulary. */
export const openCodeAgentNames: readonly VocabularyEntry[] = [...openCodeBuiltInAgents].map(
  ([value, { description, hidden }]) => ({
    value,
    description: description ?? '',
    ...(hidden && { hidden }),
  }),
);

/** Which subagents and skills an agent may use: the keys are patterns, and other names match nothing. */
export function openCodeAgentReferences(tool: string): ReferenceConventions {
  return {
    places: [
      {
        path: ['permission', 'task'],
        to: 'agent',
        keys: true,
        missing: `${tool} has no agent that the rule matches`,
      },
      {
        path: ['permission', 'skill'],
        to: 'skill',
        keys: true,
        missing: `${tool} has no skill that the rule matches`,
      },
    ],
  };
}

/** The agent of a command. */
export function openCodeCommandReferences(tool: string): ReferenceConventions {
  return {
    mention: '@',
    places: [{ path: ['agent'], to: 'agent', missing: `${tool} has no agent to run the command` }],
  };
}
