import { AgentDocument } from '../../document/agentDocument.ts';
import type { LoadNote, LoadResult } from '../../loaders/loader.ts';
import type { RuleContext, TextChange } from '../rule.ts';

/** The text after changes that do not overlap; their order does not matter. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}

/** True when the tool no longer has cause for the note, there or elsewhere, once the changes are made. */
export function mends(changes: readonly TextChange[], { code }: LoadNote, context: RuleContext): boolean {
  return loadAfter(changes, context).notes.every(note => note.code !== code);
}

/** False when the tool can use the file as it is, and could not once the changes are made. */
export function staysUsable(changes: readonly TextChange[], context: RuleContext): boolean {
  return !isUsable(context.load) || isUsable(loadAfter(changes, context));
}

function loadAfter(
  changes: readonly TextChange[],
  { document, dialect, path }: Pick<RuleContext, 'document' | 'dialect' | 'path'>,
): LoadResult {
  const text = applyChanges(document.text, changes);
  return dialect.loader.load({ document: AgentDocument.of(text, document.uri), path });
}

function isUsable({ notes }: LoadResult): boolean {
  return notes.every(({ effect }) => effect !== 'app' && effect !== 'refused' && effect !== 'fails');
}
