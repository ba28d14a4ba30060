import { codeBuddyAgent } from '../../../../server/src/language/tools/codeBuddy/agent.ts';
import { type AgentCase, conforms, recordedCases, refusalColumn } from '../../../support/conformance.ts';

interface CodeBuddyCase extends AgentCase {
  /** Set where the recording could not start it: it has the name of another case, or its description spans lines. */
  readonly not_started?: true;
  /** Why every start fails. */
  readonly spawn_error?: string;
}

const cases = recordedCases<CodeBuddyCase>('codeBuddy/agents');
const everything = cases.find(({ id }) => id === 'minimal')!.tools!;
/** What an agent has besides the tools that are listed, and what depends on its mode. */
const added = ['SendMessage', 'ExitPlanMode'];

conforms<CodeBuddyCase>({
  title: 'CodeBuddy Code 2.163.0, recorded 2026-11-29',
  cases,
  loader: codeBuddyAgent.loader,
  compare: (recorded, result) => {
    const isStarted = recorded.loads && !recorded.not_started && recorded.spawn_error === undefined;
    const denied = result.disallowedTools ?? [];
    const ours = (result.tools ?? everything).filter(name => !denied.includes(name));
    return {
      loads: [recorded.loads, result.loads],
      refusal: refusalColumn(recorded, result),
      name: [recorded.name, result.name],
      description: [recorded.description, result.description],
      // An agent for all tools has `Agent` only as a mode of the session.
      ...(isStarted && {
        tools: [
          comparable(recorded.tools!, result.tools === null ? [...added, 'Agent'] : added),
          comparable(ours, added),
        ] as const,
      }),
      ...(recorded.loads &&
        !recorded.not_started && {
          starts: [
            recorded.spawn_error === undefined,
            !result.issues.some(({ effect }) => effect === 'fails'),
          ] as const,
        }),
    };
  },
  exceptions: {
    'place-agents': 'a file of another tool, which CodeBuddy Code does not look for',
    'dup-files': 'the recorded agent is that of the other file, whose path is later',
  },
});

function comparable(tools: readonly string[], without: readonly string[]): readonly string[] {
  return tools.filter(name => !without.includes(name)).sort();
}
