import { factoryDroid } from '../../../../server/src/language/tools/factory/droid.ts';
import { type AgentCase, conforms, recordedCases, refusalColumn } from '../../../support/conformance.ts';

interface DroidCase extends AgentCase {
  /** Set where the recording could not start it: the name or description spans lines. */
  readonly not_started?: true;
}

/** What every droid has, and what was off where the recording was made. */
const constant = ['Skill', 'ToolSearch', 'WebSearch', 'FetchUrl'];
const everything = ['Read', 'LS', 'Execute', 'Edit', 'Grep', 'Glob', 'Create'];

conforms<DroidCase>({
  title: 'Factory Droid 0.225.2, recorded 2026-11-29',
  cases: recordedCases<DroidCase>('factory/droids'),
  loader: factoryDroid.loader,
  compare: (recorded, result) => ({
    loads: [recorded.loads, result.loads],
    refusal: refusalColumn(recorded, result),
    name: [recorded.name, result.name],
    description: [recorded.description, listed(result.description, recorded.description)],
    ...(recorded.loads &&
      !recorded.not_started && { tools: [comparable(recorded.tools), comparable(result.tools)] as const }),
  }),
  exceptions: {
    'place-claude': 'a file of another tool, which Factory does not look for',
    'place-agents': 'a file of another tool, which Factory does not look for',
  },
});

/** A description as the list of droids shows it: cut where the recording, of many droids at once, had no more room. */
function listed(description: string | null, recorded: string | null): string | null {
  if (!description || !recorded?.endsWith('…') || description.length <= recorded.length) return description;
  return `${description.slice(0, recorded.length - 1)}…`;
}

function comparable(tools: readonly string[] | null): readonly string[] {
  return (tools ?? everything).filter(name => !constant.includes(name));
}
