import { env, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewParams, promptRequest } from '../../../server/src/lsp/protocol.ts';
import type { Place } from './messages.ts';
import { openText } from './previewedFile.ts';

/** What the actions need of the language client. */
export type ActionClient = Pick<BaseLanguageClient, 'sendRequest' | 'protocol2CodeConverter'>;

/** A code action in the protocol's terms, as far as the preview applies it. */
interface ServerAction {
  readonly title: string;
  readonly edit?: Parameters<ActionClient['protocol2CodeConverter']['asWorkspaceEdit']>[0];
}

const outdated = 'The file has changed, and this fix no longer applies.';

/** Applies the quick fix with that title, which the server works out anew. */
export async function applyFix(client: ActionClient, uri: Uri, place: Place, title: string): Promise<void> {
  const [startLine, startCharacter, endLine, endCharacter] = place;
  const range = {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
  await applyAction(client, uri, range, 'quickfix', action => action.title === title);
}

/** Applies all safe fixes of a file. */
export async function fixAll(client: ActionClient, uri: Uri): Promise<void> {
  const start = { line: 0, character: 0 };
  await applyAction(client, uri, { start, end: start }, 'source.fixAll.agentFiles', () => true);
}

/** Copies the whole prompt, as the tool reads it. */
export async function copyPrompt(client: ActionClient, uri: Uri): Promise<void> {
  const params: PreviewParams = { textDocument: { uri: uri.toString() } };
  const prompt = await client.sendRequest<string | null>(promptRequest, params);
  if (prompt === null) return;
  await env.clipboard.writeText(prompt);
  window.setStatusBarMessage('Prompt copied.', 3000);
}

/** Requests the code actions for a range, and applies the first that is `wanted`, unless the text has changed since. */
async function applyAction(
  client: ActionClient,
  uri: Uri,
  range: object,
  kind: string,
  wanted: (action: ServerAction) => boolean,
): Promise<void> {
  const document = await openText(uri);
  if (!document) return;
  const { version } = document;
  const actions = await client.sendRequest<readonly ServerAction[] | null>('textDocument/codeAction', {
    textDocument: { uri: uri.toString() },
    range,
    context: { diagnostics: [], only: [kind] },
  });
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(actions?.find(wanted)?.edit);
  if (!edit || document.version !== version || !(await workspace.applyEdit(edit)))
    void window.showInformationMessage(outdated);
}
