import {
  type CompletionItem,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
} from 'vscode-languageserver';
import { plainTextOf } from '../../language/features/completion/snippet.ts';
import { completionsAt } from '../../language/features/completions.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Answers what can stand at the cursor. What each item means is told when it is asked for. */
export const handleCompletion = guarded(
  (session: Session, { textDocument, position, context }: CompletionParams): CompletionItem[] | null => {
    const snapshot = session.snapshotOf(textDocument.uri);
    if (!snapshot) return null;
    const candidates = completionsAt(snapshot, snapshot.document.offsetAt(position), {
      editorProvides: session.editorProvides(snapshot),
      trigger:
        context?.triggerKind === CompletionTriggerKind.TriggerCharacter
          ? context.triggerCharacter
          : undefined,
    });
    const takesSnippets =
      session.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    const list = session.offered.list + 1;
    session.offered = { list, candidates };
    return candidates.map(({ item }, at) => ({
      ...(takesSnippets ? item : plain(item)),
      data: { list, at } satisfies ItemData,
    }));
  },
  null,
);

/** An item for an editor that would insert a snippet with all its marks. */
function plain(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet || !item.textEdit) return item;
  const textEdit = { ...item.textEdit, newText: plainTextOf(item.textEdit.newText) };
  return { ...item, insertTextFormat: InsertTextFormat.PlainText, textEdit };
}

/** Answers what an item means. Of those that were not offered last it says nothing: nobody looks at them any more. */
export async function handleCompletionResolve(
  session: Session,
  item: CompletionItem,
): Promise<CompletionItem> {
  const documentation = await explanationOf(session, item);
  return documentation ? { ...item, documentation } : item;
}

const explanationOf = guarded(({ offered }: Session, { data }: CompletionItem) => {
  const { list, at } = (data ?? {}) as Partial<ItemData>;
  const candidate = list === offered.list && at !== undefined ? offered.candidates[at] : undefined;
  return candidate?.documentation();
}, undefined);

/** By what an item is known again. */
interface ItemData {
  readonly list: number;
  readonly at: number;
}
