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

/** Returns the completion items at a position. Their documentation is resolved later. */
export const handleCompletion = guarded(
  (session: Session, { textDocument, position, context }: CompletionParams): CompletionItem[] | null => {
    const snapshot = session.snapshotOf(textDocument.uri);
    if (!snapshot) return null;
    const candidates = completionsAt(snapshot, snapshot.document.offsetAt(position), {
      builtInSupport: session.builtInSupportFor(snapshot),
      trigger:
        context?.triggerKind === CompletionTriggerKind.TriggerCharacter
          ? context.triggerCharacter
          : undefined,
    });
    const supportsSnippets =
      session.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    const list = session.lastCompletions.list + 1;
    session.lastCompletions = { list, candidates };
    return candidates.map(({ item }, at) => ({
      ...(supportsSnippets ? item : plain(item)),
      data: { list, at } satisfies ItemData,
    }));
  },
  null,
);

/** The item with plain text in place of a snippet, for a client without snippet support. */
function plain(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet || !item.textEdit) return item;
  const textEdit = { ...item.textEdit, newText: plainTextOf(item.textEdit.newText) };
  return { ...item, insertTextFormat: InsertTextFormat.PlainText, textEdit };
}

/** Adds the documentation to an item of the last completion list; earlier lists are no longer visible. */
export async function handleCompletionResolve(
  session: Session,
  item: CompletionItem,
): Promise<CompletionItem> {
  const documentation = await documentationOf(session, item);
  return documentation ? { ...item, documentation } : item;
}

const documentationOf = guarded(({ lastCompletions }: Session, { data }: CompletionItem) => {
  const { list, at } = (data ?? {}) as Partial<ItemData>;
  const candidate =
    list === lastCompletions.list && at !== undefined ? lastCompletions.candidates[at] : undefined;
  return candidate?.documentation();
}, undefined);

/** Identifies an item of a completion list. */
interface ItemData {
  readonly list: number;
  readonly at: number;
}
