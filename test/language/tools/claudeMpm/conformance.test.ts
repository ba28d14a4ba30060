import { claudeMpmAgent } from '../../../../server/src/language/tools/claudeMpm/index.ts';
import {
  type AgentCase,
  agentColumns,
  conforms,
  recordedCases,
  refusalColumn,
} from '../../../support/conformance.ts';

interface MpmCase extends AgentCase {
  readonly deployed_front_matter?: string;
  readonly not_scanned?: boolean;
}

/** The value of a key on one line of the deployed front matter, without quotes. */
function lineOf(matter: string, key: string): string | undefined {
  return new RegExp(`^${key}: "?(.*?)"?$`, 'm').exec(matter)?.[1];
}

conforms<MpmCase>({
  title: 'Claude MPM 6.5.83, recorded 2026-11-29',
  cases: recordedCases<MpmCase>('claudeMpm/agents'),
  loader: claudeMpmAgent.loader,
  compare: (recorded, result) => {
    const { deployed_front_matter: matter, not_scanned } = recorded;
    // What the builder would make of a file that the folder’s search does not reach.
    if (not_scanned) return { loads: [false, result.loads] };
    return {
      ...agentColumns(recorded, result),
      explained: refusalColumn(recorded, result),
      ...(matter !== undefined &&
        Object.fromEntries(
          ['effort', 'agent_type', 'version', 'initialPrompt'].map(key => [
            key,
            [lineOf(matter, key), result.fields[key]] as const,
          ]),
        )),
      ...(matter !== undefined && {
        skills: [
          /^skills:\n((?:- .*\n?)+)/m.exec(matter)?.[1]?.trim().replace(/^- /gm, '').split('\n'),
          result.fields.skills,
        ] as const,
      }),
    };
  },
});
