import type { OffsetRange } from '../../document/offsets.ts';
import { lastPart } from '../../references/nameParts.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { IndexedFile } from '../../workspaceIndex.ts';
import { nameAt } from './nameAt.ts';

/** What a rename at a cursor is about. */
export interface RenameTarget {
  /** The file that has the name. */
  readonly file: IndexedFile;
  /** The part of its name that is replaced: `worker` of `kit:worker`. */
  readonly name: string;
  /** Where that is written at the cursor. */
  readonly range: OffsetRange;
}

/** What can be renamed at an offset: a name of a file, or a reference to one. */
export function renameTargetAt(snapshot: Snapshot, offset: number): RenameTarget | undefined {
  const found = nameAt(snapshot, offset);
  const [file] = found?.files ?? [];
  if (!found || !file) return undefined;
  const written = lastPart(found.name);
  const isName = (name: string): boolean => lastPart(name).toLowerCase() === written.toLowerCase();
  const name = (file.calledBy ?? []).map(lastPart).find(each => each === written || isName(each));
  const { end } = found.range;
  return name === undefined ? undefined : { file, name, range: { start: end - written.length, end } };
}
