import { commands, Disposable, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { openFileCommand, showReferencesCommand } from '../../../server/src/lsp/protocol.ts';

type Converter = BaseLanguageClient['protocol2CodeConverter'];

/** The commands of the server's code lenses and code actions, whose arguments are in the protocol's terms. */
export function registerServerCommands(
  client: Pick<BaseLanguageClient, 'protocol2CodeConverter'>,
): Disposable {
  const openFile = async (uri: string): Promise<void> => {
    await window.showTextDocument(Uri.parse(uri), { preview: false });
  };
  const showReferences = async (
    uri: string,
    position: Parameters<Converter['asPosition']>[0],
    references: Parameters<Converter['asReferences']>[0],
  ): Promise<void> => {
    const { protocol2CodeConverter: converter } = client;
    await commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(uri),
      converter.asPosition(position),
      await converter.asReferences(references),
    );
  };
  return Disposable.from(
    commands.registerCommand(openFileCommand, openFile),
    commands.registerCommand(showReferencesCommand, showReferences),
  );
}
