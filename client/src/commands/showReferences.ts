import { commands, type Disposable, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showReferencesCommand } from '../../../server/src/lsp/protocol.ts';

type Converter = BaseLanguageClient['protocol2CodeConverter'];

/** Shows the references of a code lens, which come from the server in the protocol's terms. */
export function registerShowReferences(
  client: Pick<BaseLanguageClient, 'protocol2CodeConverter'>,
): Disposable {
  return commands.registerCommand(
    showReferencesCommand,
    async (
      uri: string,
      position: Parameters<Converter['asPosition']>[0],
      references: Parameters<Converter['asReferences']>[0],
    ) => {
      const { protocol2CodeConverter: converter } = client;
      await commands.executeCommand(
        'editor.action.showReferences',
        Uri.parse(uri),
        converter.asPosition(position),
        await converter.asReferences(references),
      );
    },
  );
}
