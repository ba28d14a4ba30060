import { type Effective, unknownEnvironment } from '../loading/effective.ts';
import type { Snapshot } from '../snapshot.ts';

/** What the agent of a file runs with, as far as the file alone says; `undefined` where that is not known. */
export function effectiveOf({
  loader,
  document,
  path,
  load,
}: Pick<Snapshot, 'loader' | 'document' | 'path' | 'load'>): Effective | undefined {
  return loader.effective?.({ document, path }, load, unknownEnvironment);
}
