import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { copilotCliAgent } from '../../../../server/src/language/tools/copilot/cli/copilotCli.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

/** An agent as it was started: what its first request had. */
interface StartedCase extends RecordedCase {
  readonly starts: boolean;
  readonly tools?: readonly string[];
}

const environment = {
  role: 'main',
  servers: [{ name: 'tr', tools: ['drop', 'list_items'], canBeNamed: true }],
  isTrusted: true,
} as const;

/** The tools of a session in the recording, which `null` stands for. */
const sessionTools = (
  'bash create edit fetch_copilot_cli_documentation glob grep list_agents list_bash read_agent read_bash ' +
  'session_store_sql skill sql stop_bash task tool_search_tool tr-drop tr-list_items update_todo view write_agent'
).split(' ');

/** The server that an agent of the recording brings has one tool, `zap`. */
const withOwn = (tools: readonly string[], input: string) =>
  (input.includes('mcp-servers:') ? [...tools, 'own-zap'] : [...tools]).sort();

conforms<StartedCase>({
  title: 'Copilot CLI 1.0.102, recorded 2026-11-29: started agents',
  cases: recordedCases<StartedCase>('copilot/started'),
  loader: copilotCliAgent,
  compare: (recorded, load) => {
    const document = AgentDocument.of(recorded.input, `file:///project/${recorded.path}`);
    const ours = copilotCliAgent.effective!({ document, path: recorded.path }, load, environment);
    if (!recorded.starts) return { starts: [false, ours.starts], reason: [true, ours.reason !== null] };
    return {
      starts: [true, ours.starts],
      tools: [recorded.tools, ours.tools ?? withOwn(sessionTools, recorded.input)],
    };
  },
});
