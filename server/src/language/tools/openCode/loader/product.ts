import type { AgentDocument } from '../../../document/agentDocument.ts';
import { type Effect, IssueCollector } from '../../../loading/issue.ts';
import type { Shape } from '../../../loading/shape.ts';
import type { ConfigFolders } from './entryName.ts';
import { type FieldPlaces, fieldPlaces } from './fieldPlaces.ts';
import type { Repairing } from './repairColons.ts';

/** What an error leads to. */
export interface Outcome {
  readonly effect: Effect;
  /** What the tool does because of it; names the tool. */
  readonly consequence: string;
}

/** The differences between OpenCode and Kilo, its fork. */
export interface Product {
  /** Permissions that are allowed where nothing is said of them, as far as that was observed. */
  readonly allowedByDefault?: readonly string[];
  /** True where it is known that nothing in an agent's prompt is filled in. */
  readonly keepsPrompts?: true;
  /** Names of permissions whose tools no longer exist. Set where all of the product's tools are known. */
  readonly absent?: ReadonlySet<string>;
  readonly tool: string;
  readonly version: string;
  readonly recorded: string;
  readonly folders: ConfigFolders;
  readonly repairing: Repairing;
  readonly agentShape: Shape;
  /** The built-in agents. A file of such a name changes one. */
  readonly builtIns: ReadonlySet<string>;
  /** What happens to a file whose YAML is invalid even after the repair. */
  readonly unreadable: Outcome;
  /** What follows from a value that the schema of an agent, a mode, a command rejects. */
  readonly badAgent: Outcome;
  readonly badMode: Outcome;
  readonly badCommand: Outcome;
  /** What follows from a model that does not have the form `provider/model`. */
  readonly badModel: Outcome;
}

/** What every step of loading one file receives. */
export interface LoadContext {
  readonly product: Product;
  readonly document: AgentDocument;
  readonly places: FieldPlaces;
  readonly issues: IssueCollector;
}

/** Returns the context in which `document` is loaded, without issues yet. */
export function loadContext(product: Product, document: AgentDocument): LoadContext {
  return { product, document, places: fieldPlaces(document), issues: new IssueCollector() };
}
