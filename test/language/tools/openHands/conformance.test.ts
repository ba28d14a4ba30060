import { openHandsAgent } from '../../../../server/src/language/tools/openHands/index.ts';
import {
  type AgentCase,
  agentColumns,
  conforms,
  recordedCases,
  refusalColumn,
} from '../../../support/conformance.ts';

interface OpenHandsCase extends AgentCase {
  readonly permissionMode: string | null;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly spawn?: { readonly tools?: readonly string[]; readonly error?: string };
}

conforms<OpenHandsCase>({
  title: 'OpenHands 1.58.2, recorded 2026-11-29',
  cases: recordedCases<OpenHandsCase>('openHands/agents'),
  loader: openHandsAgent.loader,
  compare: (recorded, result) => {
    const { fields = {}, spawn } = recorded;
    // Which skills there are is not known from the file.
    const isKnown = spawn !== undefined && spawn !== null && !spawn.error?.includes('Skill ');
    return {
      ...agentColumns(recorded, result),
      permissionMode: [recorded.permissionMode, result.permissionMode],
      explained: refusalColumn(recorded, result),
      skills: [fields.skills, result.fields.skills],
      color: [fields.color, result.fields.color],
      limit: [fields.max_iteration_per_run, result.fields.max_iteration_per_run],
      hooks: [fields.has_hooks === true, result.fields.hooks !== undefined],
      ...(isKnown && {
        starts: [!spawn.error, !result.issues.some(({ effect }) => effect === 'fails')] as const,
        started: [spawn.tools ?? null, spawn.error ? null : result.tools] as const,
      }),
    };
  },
});
