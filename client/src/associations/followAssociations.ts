import { type Disposable, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { restartClient } from '../commands/restartServer.ts';
import { associatedGlobs, serverSelector } from '../documentSelector.ts';

/**
 * Updates the document selector when the globs of `agentFiles.associations` change. The selector is fixed while the client
 * runs, so the client restarts; the server reads the dialects from the settings itself.
 */
export function followAssociations(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  let current = associatedGlobs().join();
  return workspace.onDidChangeConfiguration(async event => {
    if (!event.affectsConfiguration('agentFiles.associations')) return;
    const globs = associatedGlobs().join();
    if (globs === current) return;
    current = globs;
    client.clientOptions.documentSelector = serverSelector(context);
    if (client.needsStop()) await restartClient(client);
  });
}
