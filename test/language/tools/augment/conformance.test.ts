import { augmentAgent } from '../../../../server/src/language/tools/augment/agent.ts';
import {
  type AgentCase,
  agentColumns,
  conforms,
  recordedCases,
  refusalColumn,
} from '../../../support/conformance.ts';

interface AugmentCase extends AgentCase {
  readonly disallowedTools: readonly string[] | null;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** The recording's names for fields, and the keys. */
const keys = {
  color: 'color',
  finishTool: 'finish_tool',
  providerModelName: 'provider_model',
  disableRules: 'disable_rules',
  disableSkills: 'disable_skills',
  replaceSystemPrompt: 'replace_system_prompt',
} as const;
const switches: readonly string[] = ['disableRules', 'disableSkills', 'replaceSystemPrompt'];

conforms<AugmentCase>({
  title: 'Auggie 0.36.0, recorded 2026-11-29',
  cases: recordedCases<AugmentCase>('augment/agents'),
  loader: augmentAgent.loader,
  compare: (recorded, result) => ({
    ...agentColumns(recorded, result),
    refusal: refusalColumn(recorded, result),
    disallowedTools: [recorded.disallowedTools, result.disallowedTools],
    ...Object.fromEntries(
      Object.entries(keys).map(([name, key]) => {
        const ours = result.fields[key];
        const isOn = ours === true || !switches.includes(name);
        return [key, [recorded.fields?.[name], isOn ? ours : undefined] as const];
      }),
    ),
  }),
  exceptions: {
    'dup-user-project': 'an agent of the user hides the one of the project, which is a matter of other files',
  },
});
