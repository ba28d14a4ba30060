import { CompletionItemKind } from 'vscode-languageserver-types';
import type { BodyContext } from '../../document/context.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Snapshot } from '../../snapshot.ts';
import { placeholdersOf } from '../placeholders.ts';
import type { Candidate } from './candidate.ts';
import { escapeSnippet } from './snippet.ts';

/** The placeholders that start with the text before the cursor. */
export function placeholderCandidates(
  snapshot: Snapshot,
  { range, text }: BodyContext,
  offset: number,
): { readonly range: OffsetRange; readonly candidates: readonly Candidate[] } {
  const typed = text.slice(0, offset - range.start);
  const begun = placeholdersOf(snapshot).flatMap(term => {
    for (let length = Math.min(typed.length, term.value.length); length > 0; length--)
      if (term.value.startsWith(typed.slice(-length))) return [{ term, length }];
    return [];
  });
  const longest = Math.max(0, ...begun.map(({ length }) => length));
  return {
    range: { start: offset - longest, end: offset },
    candidates: begun
      .filter(({ term, length }) => length === longest && !term.hidden)
      .map(({ term }) => ({
        label: term.value,
        kind: CompletionItemKind.Variable,
        snippet: term.snippet ?? escapeSnippet(term.value),
        detail: term.description,
        documentation: () => term.description,
      })),
  };
}
