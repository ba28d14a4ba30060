import type { Location, ReferenceParams } from 'vscode-languageserver';
import { placeOfName } from '../../language/features/names/definition.ts';
import { nameAt } from '../../language/features/names/nameAt.ts';
import { certainUsages, likelyUsages } from '../../language/features/names/usages.ts';
import type { IndexedFile } from '../../language/workspaceIndex.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';
import { placeIn } from './place.ts';

/** Returns where what is named at a position is used: certain references, and likely mentions in all texts. */
export const handleReferences = guarded(
  async (session: Session, params: ReferenceParams): Promise<Location[] | null> => {
    const place = placeIn(session, params);
    const [target] = (place && nameAt(place.snapshot, place.offset)?.files) ?? [];
    if (!target) return null;
    const own = params.context?.includeDeclaration ? [{ uri: target.uri, range: placeOfName(target) }] : [];
    return [
      ...own,
      ...certainUsages(target, session.workspace.index),
      ...(await mentionsIn(session, target)),
    ];
  },
  null,
);

/** The likely mentions of a file's name in all indexed files. */
export async function mentionsIn(session: Session, target: IndexedFile): Promise<Location[]> {
  const names = (target.calledBy ?? []).map(name => name.slice(name.lastIndexOf(':') + 1));
  const found: Location[] = [];
  for await (const snapshot of session.snapshotsWith(names))
    for (const range of likelyUsages(snapshot, target)) found.push({ uri: snapshot.document.uri, range });
  return found;
}
