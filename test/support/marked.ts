import type { Dialect } from '../../server/src/language/dialect/dialect.ts';
import { indexedFileOf, type Snapshot, takeSnapshot } from '../../server/src/language/snapshot.ts';
import { workspaceOf } from '../../server/src/language/workspaceIndex.ts';
import { readCaret, readFiles } from './caret.ts';
import { snapshotOf } from './diagnostics.ts';

/** A text with a cursor, and what is known of the file that it is in. */
export interface Marked {
  readonly snapshot: Snapshot;
  readonly offset: number;
}

/**
 * Reads a text with a cursor `¦`. It may hold several files, each below `=== path`; the one with the cursor is meant,
 * the others are its workspace.
 */
export function readMarked(marked: string, dialect?: Dialect): Marked {
  const files = readFiles(marked);
  const own = files.find(({ text }) => text.includes('¦')) ?? files[0]!;
  const { text, offset } = readCaret(own.text);
  const others = files
    .filter(file => file !== own)
    .map(file => indexedFileOf(snapshotOf(file.text, file.path === undefined ? {} : { path: file.path })));
  const read = snapshotOf(text, own.path === undefined ? {} : { path: own.path });
  const snapshot = takeSnapshot(read.document, dialect ?? read.dialect, read.path, workspaceOf(others));
  return { snapshot, offset };
}
