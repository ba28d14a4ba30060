import { lettaAgent } from '../../../../server/src/language/tools/letta/agent.ts';
import {
  type AgentCase,
  agentColumns,
  conforms,
  recordedCases,
  refusalColumn,
} from '../../../support/conformance.ts';

interface LettaCase extends AgentCase {
  readonly fields?: Readonly<Record<string, unknown>>;
}

conforms<LettaCase>({
  title: 'Letta Code 0.32.18, recorded 2026-11-29',
  cases: recordedCases<LettaCase>('letta/agents'),
  loader: lettaAgent.loader,
  compare: (recorded, result) => ({
    ...agentColumns(recorded, result),
    refusal: refusalColumn(recorded, result),
    ...(recorded.loads && {
      skills: [recorded.fields?.skills, result.fields.skills] as const,
      fork: [recorded.fields?.fork, result.fields.fork] as const,
      launchProfile: [recorded.fields?.launchProfile, result.fields.launchProfile] as const,
    }),
  }),
  exceptions: {
    'place-claude': 'a file of another tool, which Letta Code does not look for',
    'dup-files': 'the file beside it, which is read later, takes its place',
  },
});
