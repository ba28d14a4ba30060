import type { Definition, DefinitionLink, DefinitionParams } from 'vscode-languageserver';
import { definitionsAt } from '../../language/features/names/definition.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';
import { placeIn } from './place.ts';

/** Returns where what is named at a position is defined. */
export const handleDefinition = guarded(
  (session: Session, params: DefinitionParams): Definition | DefinitionLink[] | null => {
    const place = placeIn(session, params);
    if (!place) return null;
    const links = definitionsAt(place.snapshot, place.offset);
    if (session.capabilities.textDocument?.definition?.linkSupport) return links;
    return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
  },
  null,
);
