import type { DocumentHighlight, DocumentHighlightParams } from 'vscode-languageserver';
import { highlightsAt } from '../../language/features/names/highlights.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';
import { placeIn } from './place.ts';

/** Returns the places in the file that mean the same as the name at a position. */
export const handleDocumentHighlight = guarded(
  (session: Session, params: DocumentHighlightParams): DocumentHighlight[] | null => {
    const place = placeIn(session, params);
    return place ? highlightsAt(place.snapshot, place.offset) : null;
  },
  null,
);
