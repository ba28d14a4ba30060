import { commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DoctorResult, doctorCommand, doctorRequest } from '../../../server/src/lsp/protocol.ts';
import { uriOfArgument } from '../uriOfArgument.ts';

/** The scheme of the documents with the answers, which are only read. */
const scheme = 'agent-files-doctor';

/**
 * "Why Is This Agent Not Used?" asks the server for the steps from the active file, or the one that is given, to an agent
 * that is used, and shows them as a document.
 */
export function registerDoctor(client: Pick<BaseLanguageClient, 'sendRequest'>): Disposable {
  const answers = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const show = async (argument: unknown): Promise<void> => {
    const uri = uriOfArgument(argument) ?? window.activeTextEditor?.document.uri;
    const answer =
      uri &&
      (await client.sendRequest<DoctorResult | null>(doctorRequest, {
        textDocument: { uri: uri.toString() },
      }));
    if (!answer) {
      void window.showInformationMessage('Open an agent, skill or command to see why it is not used.');
      return;
    }
    // The path of the file would make the answer look like an agent file.
    const shown = Uri.from({ scheme, path: `/${answer.title.replace('?', '')}.md`, query: uri.toString() });
    answers.set(shown.toString(), answer.markdown);
    changed.fire(shown);
    await window.showTextDocument(await workspace.openTextDocument(shown), { preview: true });
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: uri => answers.get(uri.toString()) ?? '',
    }),
    workspace.onDidCloseTextDocument(({ uri }) => answers.delete(uri.toString())),
    commands.registerCommand(doctorCommand, show),
  );
}
