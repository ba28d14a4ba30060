import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Effect, Issue } from '../../../loading/issue.ts';
import type { Shape } from '../../../loading/shape.ts';
import type { ConfigFolders } from './entryName.ts';
import type { FieldPlaces } from './fieldPlaces.ts';
import type { Repairing } from './repairColons.ts';

/** What a fault leads to, and the sentence that says so. */
export interface Outcome {
  readonly effect: Effect;
  readonly says: string;
}

/** In what OpenCode and Kilo, which grew out of it, differ. */
export interface Product {
  readonly tool: string;
  readonly version: string;
  readonly recorded: string;
  readonly folders: ConfigFolders;
  readonly repairing: Repairing;
  readonly agentShape: Shape;
  /** The agents that come with the tool. A file of such a name changes one. */
  readonly builtIns: ReadonlySet<string>;
  /** What becomes of a file whose YAML is invalid after mending still. */
  readonly unreadable: Outcome;
  /** What follows from a value that the schema of an agent, a mode, a command refuses. */
  readonly badAgent: Outcome;
  readonly badMode: Outcome;
  readonly badCommand: Outcome;
  /** What follows from a model that is not named by provider and id. */
  readonly badModel: Outcome;
}

/** What every step that writes notes is given. */
export interface IssueCollector {
  readonly product: Product;
  readonly document: AgentDocument;
  readonly places: FieldPlaces;
  add(issue: Issue): void;
}
