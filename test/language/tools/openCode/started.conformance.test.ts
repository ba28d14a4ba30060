import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { openCodeAgent } from '../../../../server/src/language/tools/openCode/loader/openCode.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

/** An agent as it was started: what its first request had. */
interface StartedCase extends RecordedCase {
  readonly starts: boolean;
  readonly model?: string;
  readonly tools?: readonly string[];
  readonly effort?: string | null;
}

const environment = {
  role: 'subagent',
  model: 'm',
  servers: [{ name: 'tr', tools: ['drop', 'list_items'], canBeNamed: true }],
  isTrusted: true,
} as const;

/** The tools of a conversation in the recording, which `null` stands for. */
const sessionTools =
  'bash edit glob grep read skill task todowrite tr_drop tr_list_items webfetch write'.split(' ');

conforms<StartedCase>({
  title: 'OpenCode 1.18.33, recorded 2026-11-29: started agents',
  cases: recordedCases<StartedCase>('openCode/started'),
  loader: openCodeAgent,
  compare: (recorded, load) => {
    const document = AgentDocument.of(recorded.input, `file:///project/${recorded.path}`);
    const ours = openCodeAgent.effective!({ document, path: recorded.path }, load, environment);
    if (!recorded.starts) return { starts: [false, ours.starts], reason: [true, ours.reason !== null] };
    return {
      starts: [true, ours.starts],
      model: [recorded.model, ours.model],
      tools: [recorded.tools, ours.tools ?? sessionTools],
      effort: [recorded.effort ?? 'default', ours.effort],
      reason: [recorded.tools!.length === 0, ours.reason !== null],
    };
  },
});
