import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { geminiAgent } from '../../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

/** An agent as it was started: what its first request had. */
interface StartedCase extends RecordedCase {
  readonly starts: boolean;
  readonly model: string;
  readonly tools: readonly string[];
}

const environment = {
  role: 'subagent',
  model: 'gemini-2.5-pro',
  servers: [{ name: 'tr', tools: ['drop', 'list_items'], canBeNamed: true }],
  isTrusted: true,
} as const;

/** The tools of an agent without a list in the recording, which `null` stands for. */
const sessionTools = (
  'activate_skill complete_task enter_plan_mode glob google_web_search grep_search list_background_processes ' +
  'list_directory mcp_tr_drop mcp_tr_list_items read_background_output read_file replace run_shell_command web_fetch ' +
  'write_file write_todos'
).split(' ');

/** The server that the agents of the recording bring has one tool, `zap`. */
const expanded = (tool: string): string => (tool === 'mcp_own_*' ? 'mcp_own_zap' : tool);

conforms<StartedCase>({
  title: 'Gemini CLI 0.61.0, recorded 2026-11-29: started agents',
  cases: recordedCases<StartedCase>('geminiCli/started'),
  loader: geminiAgent,
  compare: (recorded, load) => {
    const document = AgentDocument.of(recorded.input, `file:///project/${recorded.path}`);
    const ours = geminiAgent.effective!({ document, path: recorded.path }, load, environment);
    return {
      starts: [recorded.starts, ours.starts],
      model: [recorded.model, ours.model],
      tools: [recorded.tools, ours.tools?.map(expanded) ?? sessionTools],
    };
  },
});
