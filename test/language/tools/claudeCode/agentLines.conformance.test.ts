import { claudeCodeProjectAgent } from '../../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

/** An agent as models are told of it; of a long line the length and the ends. */
interface LineCase extends RecordedCase {
  readonly line: string | { readonly length: number; readonly start: string; readonly end: string };
}

function asRecorded(line: string | undefined, recorded: LineCase['line']): LineCase['line'] | undefined {
  if (line === undefined || typeof recorded === 'string') return line;
  const { start, end } = recorded;
  return { length: line.length, start: line.slice(0, start.length), end: line.slice(-end.length) };
}

conforms<LineCase>({
  title: 'Claude Code 2.1.329, recorded 2026-11-29: the lines of agents',
  cases: recordedCases<LineCase>('claudeCode/agentLines'),
  loader: claudeCodeProjectAgent,
  compare: (recorded, { loads, agentLine }) => ({
    loads: [recorded.loads, loads],
    line: [recorded.line, asRecorded(agentLine, recorded.line)],
  }),
});
