import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { qwenAgent } from '../../../../server/src/language/tools/qwenCode/loader/qwen.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

/** An agent as it was started: what its first request had. */
interface StartedCase extends RecordedCase {
  readonly starts: boolean;
  readonly model?: string;
  readonly tools?: readonly string[];
}

const environment = {
  role: 'subagent',
  model: 'qwen3-coder-plus',
  servers: [{ name: 'tr', tools: ['drop', 'list_items'], canBeNamed: true }],
  isTrusted: true,
} as const;

/** The tools of an agent without a list in the recording, which `null` stands for. */
const sessionTools = (
  'agent edit glob grep_search loop_wakeup mcp__tr__drop mcp__tr__list_items monitor notebook_edit read_file ' +
  'read_mcp_resource report_findings run_shell_command skill tool_call tool_search web_fetch write_file zoom_image'
).split(' ');

conforms<StartedCase>({
  title: 'Qwen Code 0.24.4, recorded 2026-11-29: started agents',
  cases: recordedCases<StartedCase>('qwenCode/started'),
  loader: qwenAgent,
  compare: (recorded, load) => {
    const document = AgentDocument.of(recorded.input, `file:///project/${recorded.path}`);
    const ours = qwenAgent.effective!({ document, path: recorded.path }, load, environment);
    if (!recorded.starts) return { starts: [false, ours.starts], reason: [true, ours.reason !== null] };
    return {
      starts: [recorded.starts, ours.starts],
      model: [recorded.model, ours.model],
      tools: [recorded.tools, ours.tools ?? sessionTools],
    };
  },
});
