import { type Disposable, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { restartClient } from '../commands/restartServer.ts';
import { serverSelector } from '../documentSelector.ts';
import { associatedGlobs } from './associatedGlobs.ts';

/**
 * Has the server told about the files that `agentFiles.associations` name, when these change. Which documents a server
 * is told about is settled when the client starts, so it starts anew; which dialect a glob stands for the server reads
 * from the settings itself.
 */
export function followAssociations(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  let told = associatedGlobs().join();
  return workspace.onDidChangeConfiguration(async event => {
    if (!event.affectsConfiguration('agentFiles.associations')) return;
    const globs = associatedGlobs().join();
    if (globs === told) return;
    told = globs;
    client.clientOptions.documentSelector = serverSelector(context);
    if (client.needsStop()) await restartClient(client);
  });
}
