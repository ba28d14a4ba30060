import type { Hover, HoverParams } from 'vscode-languageserver';
import { hoverAt } from '../../language/features/hover.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Returns the documentation of what is at a position. */
export const handleHover = guarded(
  (session: Session, { textDocument, position }: HoverParams): Hover | null => {
    const snapshot = session.snapshotOf(textDocument.uri);
    if (!snapshot) return null;
    const options = { builtInSupport: session.builtInSupportFor(snapshot) };
    return hoverAt(snapshot, snapshot.document.offsetAt(position), options) ?? null;
  },
  null,
);
