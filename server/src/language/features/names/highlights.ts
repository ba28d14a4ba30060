import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { leadsTo, resolve, useIn } from '../../references/resolve.ts';
import { indexedFileOf, type Snapshot } from '../../snapshot.ts';
import { nameAt, ownName } from './nameAt.ts';
import { likelyUsages } from './usages.ts';

/** The places in the file that mean the same as the name at an offset. */
export function highlightsAt(snapshot: Snapshot, offset: number): DocumentHighlight[] {
  const name = nameAt(snapshot, offset);
  if (!name) return [];
  const { document } = snapshot;
  const use = useIn(snapshot);
  const [target] = name.files;
  const own = ownName(snapshot);
  const written =
    own && target?.uri === indexedFileOf(snapshot).uri
      ? [{ range: document.toRange(own.range), kind: DocumentHighlightKind.Write }]
      : [];
  const certain = snapshot
    .references()
    .filter(reference =>
      target
        ? leadsTo(reference, use, target)
        : name.builtIn !== undefined && resolve(reference, use).builtIn === name.builtIn,
    )
    .map(({ range }) => ({ range: document.toRange(range), kind: DocumentHighlightKind.Read }));
  const likely = (target ? likelyUsages(snapshot, target) : []).map(range => ({
    range,
    kind: DocumentHighlightKind.Text,
  }));
  return [...written, ...certain, ...likely];
}
