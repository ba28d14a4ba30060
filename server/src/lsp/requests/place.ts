import type { TextDocumentPositionParams } from 'vscode-languageserver';
import type { Snapshot } from '../../language/snapshot.ts';
import type { Session } from '../session.ts';

/** A position in an open agent file. */
export interface PlaceInFile {
  readonly snapshot: Snapshot;
  readonly offset: number;
}

/** The file at a position, with the other files as they are now; `undefined` when it is not an open agent file. */
export function placeIn(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): PlaceInFile | undefined {
  const snapshot = session.snapshotOf(textDocument.uri);
  if (!snapshot) return undefined;
  const current = { ...snapshot, workspace: session.workspace.index };
  return { snapshot: current, offset: snapshot.document.offsetAt(position) };
}
