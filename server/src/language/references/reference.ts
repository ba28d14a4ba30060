import type { Dialect } from '../dialect/dialect.ts';
import type { Referable, ReferencePlace, TextForm } from '../dialect/references.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { LoadResult } from '../loading/loader.ts';

export type { Referable };

/** What is read of a file to find names in it: a part of its snapshot. */
export interface NamedSource {
  readonly document: AgentDocument;
  readonly dialect: Dialect;
  readonly load: LoadResult;
  readonly plugin?: string;
}

/** A name in a file that stands for what another file defines, in a form that leaves no doubt. */
export interface Reference {
  readonly to: Referable;
  readonly name: string;
  /** The name, without quotes. */
  readonly range: OffsetRange;
  /** What the dialect says of such a name. */
  readonly by: ReferencePlace | TextForm;
}

/** The last part of a name with a scope: `worker` of `kit:worker`. In lowercase, since some tools ignore case. */
export function bareName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

/** A name without wildcards and placeholders. */
export function isPlainName(name: string): boolean {
  return name.length <= 200 && /^[\p{L}\p{N}_]/u.test(name) && !/[*?<>{}$"'`\n\r]|\.\.\./.test(name);
}
