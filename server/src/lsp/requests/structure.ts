import type {
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import { documentSymbols } from '../../language/features/structure/documentSymbols.ts';
import { foldingRanges } from '../../language/features/structure/foldingRanges.ts';
import { selectionAt } from '../../language/features/structure/selectionRanges.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Returns the outline of a file. */
export const handleDocumentSymbol = guarded(
  (session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] | null => {
    const snapshot = session.snapshotOf(textDocument.uri);
    return snapshot ? documentSymbols(snapshot.document, session.textSupport) : null;
  },
  null,
);

/** Returns what can be folded in a file. */
export const handleFoldingRanges = guarded(
  (session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] | null => {
    const snapshot = session.snapshotOf(textDocument.uri);
    return snapshot ? foldingRanges(snapshot.document, session.textSupport) : null;
  },
  null,
);

/** Returns what can be selected around each of some positions. */
export const handleSelectionRanges = guarded(
  (session: Session, { textDocument, positions }: SelectionRangeParams): SelectionRange[] | null => {
    const document = session.snapshotOf(textDocument.uri)?.document;
    return document ? positions.map(position => selectionAt(document, document.offsetAt(position))) : null;
  },
  null,
);
