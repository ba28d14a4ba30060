import { commands, type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerAgentsView } from './agentsView/agentsView.ts';
import { followAssociations } from './associations/followAssociations.ts';
import { registerAddCheckToCi } from './ci/addCheckToCi.ts';
import { createClientOptions } from './clientOptions.ts';
import { followCollections } from './collections/followCollections.ts';
import { OtherGlobs } from './collections/otherGlobs.ts';
import { registerChooseDialect } from './commands/chooseDialect.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerOpenWalkthrough } from './commands/openWalkthrough.ts';
import { registerRestartServer, restartClient } from './commands/restartServer.ts';
import { registerServerCommands } from './commands/serverCommands.ts';
import { createCrashHandler } from './crashHandler.ts';
import { agentFileGlobs, associatedGlobs, misplacedFileGlobs, serverSelector } from './documentSelector.ts';
import { serveFiles } from './fileRequests.ts';
import { registerNewFile } from './newFile/newFile.ts';
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
  const others = new OtherGlobs(context.workspaceState);
  const options = await createClientOptions(context, output, createCrashHandler(), others.current);
  const client = createClient(options);
  // The selector is fixed while the client runs; the server reads the dialects itself.
  const select = async (): Promise<void> => {
    client.clientOptions.documentSelector = serverSelector(context, others.current);
    if (client.needsStop()) await restartClient(client);
  };
  const statuses = new FileStatuses(client);
  context.subscriptions.push(
    output,
    registerRestartServer(client),
    commands.registerCommand('agentFiles.showOutput', () => output.show()),
    serveFiles(client),
    statuses,
    registerPreview(context, client, statuses),
    registerAgentsView(client),
    registerNewFile(client),
    registerAddCheckToCi(context),
    registerOpenWalkthrough(context),
    registerServerCommands(client),
    registerLanguageStatus(statuses),
    followAgentFiles(statuses),
    registerChooseDialect(client, statuses),
    registerDoctor(client),
    followAssociations(select),
    followCollections(context, client, others, select),
    suggestKeys(statuses),
    // The client itself shows an error when it cannot start.
    startWhenNeeded(
      () => [
        ...agentFileGlobs(context),
        ...misplacedFileGlobs(context),
        ...associatedGlobs(),
        ...others.current,
      ],
      () => void client.start().catch(() => {}),
    ),
  );
  return client;
}
