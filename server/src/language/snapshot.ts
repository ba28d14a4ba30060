import type { Dialect } from './dialects/dialect.ts';
import type { AgentDocument } from './document/agentDocument.ts';
import type { LoadResult } from './loaders/loader.ts';
import { emptyWorkspace, type WorkspaceIndex } from './workspaceIndex.ts';

/** A document, what it is, what the tool makes of it and what surrounds it, all at one instant. */
export interface Snapshot {
  readonly document: AgentDocument;
  readonly dialect: Dialect;
  /** The file's path with `/`, as the loader was given it. */
  readonly path: string;
  readonly load: LoadResult;
  readonly workspace: WorkspaceIndex;
}

/** Asks the dialect's loader and puts the snapshot together. `path` is the file's, with `/`. */
export function takeSnapshot(
  document: AgentDocument,
  dialect: Dialect,
  path: string,
  workspace: WorkspaceIndex = emptyWorkspace,
): Snapshot {
  return { document, dialect, path, load: dialect.loader.load({ document, path }), workspace };
}
