import { commands, type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { followAssociations } from './associations/followAssociations.ts';
import { createClientOptions } from './clientOptions.ts';
import { registerChooseDialect } from './commands/chooseDialect.ts';
import { registerRestartServer } from './commands/restartServer.ts';
import { createCrashHandler } from './crashHandler.ts';
import { agentFileGlobs, associatedGlobs } from './documentSelector.ts';
import { serveFiles } from './fileRequests.ts';
import { registerPreview } from './preview/panel.ts';
import { startWhenNeeded } from './startWhenNeeded.ts';
import { followAgentFiles } from './status/agentFileContext.ts';
import { FileStatuses } from './status/fileStatuses.ts';
import { registerLanguageStatus } from './status/languageStatus.ts';
import { suggestKeys } from './typing/suggestKeys.ts';

/**
 * Sets up the extension around the client that `createClient` returns, which differs between the Node and the browser
 * extension host. The client starts when there is an agent file, or with the first request.
 */
export async function activateClient(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel('Agent Files', { log: true });
  const client = createClient(await createClientOptions(context, output, createCrashHandler()));
  const statuses = new FileStatuses(client);
  context.subscriptions.push(
    output,
    registerRestartServer(client),
    commands.registerCommand('agentFiles.showOutput', () => output.show()),
    serveFiles(client),
    registerPreview(context, client),
    statuses,
    registerLanguageStatus(statuses),
    followAgentFiles(statuses),
    registerChooseDialect(client, statuses),
    followAssociations(context, client),
    suggestKeys(statuses),
    // The client itself shows an error when it cannot start.
    startWhenNeeded(
      () => [...agentFileGlobs(context), ...associatedGlobs()],
      () => void client.start().catch(() => {}),
    ),
  );
  return client;
}
