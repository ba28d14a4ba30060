import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type ExtensionContext,
  type Memento,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CollectionsParams, collectionsNotification } from '../../../server/src/lsp/protocol.ts';
import type { OtherGlobs } from './otherGlobs.ts';

/** Which dialects the message was shown for. */
const shown = 'agentFiles.collectionsShown';

/**
 * Follows what the server finds outside the folders of all tools: calls `select` for files that are not selected yet, and
 * tells the user, once for the dialects of a workspace, that they are checked.
 */
export function followCollections(
  { workspaceState }: Pick<ExtensionContext, 'workspaceState'>,
  client: Pick<BaseLanguageClient, 'onNotification'>,
  others: OtherGlobs,
  select: () => Promise<void>,
): Disposable {
  // A client has one handler for each kind of notification.
  return client.onNotification(collectionsNotification, async (params: CollectionsParams) => {
    void announce(workspaceState, params);
    if (others.remember(params.globs)) await select();
  });
}

async function announce(state: Memento, { message, collections }: CollectionsParams): Promise<void> {
  const dialects = collections
    .map(({ dialect }) => dialect.id)
    .sort()
    .join();
  if (message === '' || state.get(shown) === dialects) return;
  await state.update(shown, dialects);
  const [configure, leave] = ['Configure…', 'Don’t Check These'];
  const answer = await window.showInformationMessage(message.replaceAll('`', ''), 'Keep', configure, leave);
  if (answer === configure)
    await commands.executeCommand('workbench.action.openSettings', 'agentFiles.associations');
  if (answer === leave) {
    const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await workspace.getConfiguration('agentFiles').update('collections', false, target);
  }
}
