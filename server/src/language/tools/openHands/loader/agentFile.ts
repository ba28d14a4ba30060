import type { IssueCollector } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import type { PythonValue } from '../../../loading/yaml/python/values.ts';

/** What OpenHands does with a file that it refuses. */
export const refusal = 'OpenHands does not load the agent, and only logs that';

/** The front matter of one agent, and where its issues go. */
export interface AgentFile {
  readonly data: Readonly<Record<string, PythonValue>>;
  readonly places: Places;
  readonly issues: IssueCollector;
}
