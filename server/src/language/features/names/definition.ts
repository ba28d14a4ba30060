import type { LocationLink } from 'vscode-languageserver-types';
import type { Snapshot } from '../../snapshot.ts';
import type { IndexedFile } from '../../workspaceIndex.ts';
import { nameAt } from './nameAt.ts';

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where what is named at an offset is defined. */
export function definitionsAt(snapshot: Snapshot, offset: number): LocationLink[] {
  const name = nameAt(snapshot, offset);
  if (!name) return [];
  const originSelectionRange = snapshot.document.toRange(name.range);
  const scope = name.files[0]?.scope;
  // Files of one scope hide each other: each of them may be meant.
  return name.files
    .filter(file => file.scope === scope)
    .map(file => ({
      originSelectionRange,
      targetUri: file.uri,
      targetRange: placeOfName(file),
      targetSelectionRange: placeOfName(file),
    }));
}

/** Where the name of a file is written, or else its start. */
export function placeOfName({ nameRange }: IndexedFile): typeof start {
  return nameRange ?? start;
}
