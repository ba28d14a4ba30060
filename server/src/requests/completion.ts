import type { CompletionItem, CompletionParams } from 'vscode-languageserver';
import { guarded } from '../guarded.ts';
import { completionsAt } from '../language/features/completions.ts';
import type { Session } from '../session.ts';

/** Answers what can stand at the cursor. What each item means is told when it is asked for. */
export const answerCompletion = guarded(
  (session: Session, { textDocument, position }: CompletionParams): CompletionItem[] | null => {
    const snapshot = session.snapshotOf(textDocument.uri);
    if (!snapshot) return null;
    session.offered = completionsAt(snapshot, snapshot.document.offsetAt(position), {
      editorProvides: session.editorProvides(snapshot),
    });
    return session.offered.map(({ item }, data) => ({ ...item, data }));
  },
  null,
);

/** Answers what one of the items that were offered last means. */
export function answerCompletionResolve({ offered }: Session, item: CompletionItem): CompletionItem {
  const known = offered[item.data];
  const documentation = known?.item.label === item.label ? known.documentation() : undefined;
  return documentation ? { ...item, documentation } : item;
}
