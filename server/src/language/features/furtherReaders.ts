import type { Dialect } from '../dialect/dialect.ts';
import { type Snapshot, takeSnapshot } from '../snapshot.ts';

/** The file as each other tool reads it that finds it where it lies: none of them speaks for the others. */
export function furtherReadings({ document, dialect, path, workspace }: Snapshot): Snapshot[] {
  const { loaderFor: _, alsoReadBy, ...others } = dialect;
  const readers = alsoReadBy?.(document, path) ?? [];
  return readers.map(loader => {
    const read: Dialect = { ...others, loader };
    return takeSnapshot(document, read, path, workspace);
  });
}
