import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type QuickPickItem,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DialectName, dialectsRequest } from '../../../server/src/lsp/protocol.ts';
import {
  type Associations,
  type OwnGlobs,
  ownGlobs,
  withAssociation,
} from '../associations/associationGlobs.ts';
import type { FileStatuses } from '../status/fileStatuses.ts';
import { uriOfArgument } from '../uriOfArgument.ts';

interface DialectItem extends QuickPickItem {
  /** `undefined`: detected by path and keys. */
  readonly dialect: string | undefined;
}

/**
 * "Choose Dialect of This File" associates the active file, or its folder, with a dialect in `agentFiles.associations`: in
 * the workspace settings if there is a workspace, or else in the user settings.
 */
export function registerChooseDialect(
  client: Pick<BaseLanguageClient, 'sendRequest'>,
  statuses: Pick<FileStatuses, 'of'>,
): Disposable {
  return commands.registerCommand('agentFiles.chooseDialect', async (argument: unknown) => {
    const uri = uriOfArgument(argument) ?? window.activeTextEditor?.document.uri;
    if (!uri) {
      void window.showInformationMessage('Open an agent file first to choose its dialect.');
      return;
    }
    const status = statuses.of(uri);
    const own = globsOf(uri);
    const picked = await pickDialect(await client.sendRequest<DialectName[]>(dialectsRequest), status);
    if (!picked) return;
    const { dialect } = picked;
    const of = dialect === undefined ? undefined : await pickExtent(own);
    if (dialect === undefined) await forget(own);
    else if (of) await remember(own, { of, dialect });
  });
}

function pickDialect(
  dialects: readonly DialectName[],
  status: ReturnType<FileStatuses['of']>,
): Thenable<DialectItem | undefined> {
  const items = dialects.map(
    ({ id, title }): DialectItem => ({
      label: title,
      description: id === status?.dialect.id ? `${id} (current)` : id,
      dialect: id,
    }),
  );
  const detected: DialectItem = {
    label: 'Detect by Path and Keys',
    description: 'Remove the association of this file and its folder',
    dialect: undefined,
  };
  return window.showQuickPick(status?.by === 'association' ? [detected, ...items] : items, {
    title: 'Dialect of This Agent File',
    placeHolder: 'Which tool is this file written for?',
    matchOnDescription: true,
  });
}

async function pickExtent({ file, folder }: OwnGlobs): Promise<'file' | 'folder' | undefined> {
  if (folder === undefined) return 'file';
  const items = [
    { label: 'This File', description: file, of: 'file' as const },
    { label: 'Its Folder', description: folder, of: 'folder' as const },
  ];
  const picked = await window.showQuickPick(items, { title: 'For Which Files?' });
  return picked?.of;
}

function globsOf(uri: Uri): OwnGlobs {
  if (workspace.getWorkspaceFolder(uri)) return ownGlobs(workspace.asRelativePath(uri, false));
  // Outside the workspace, the last folders identify a file well enough.
  return ownGlobs(uri.path.split('/').slice(-3).join('/'));
}

async function remember(own: OwnGlobs, chosen: { of: 'file' | 'folder'; dialect: string }): Promise<void> {
  const [target, current] = workspace.workspaceFolders
    ? [ConfigurationTarget.Workspace, written().workspaceValue]
    : [ConfigurationTarget.Global, written().globalValue];
  await write(withAssociation(current ?? {}, own, chosen), target);
}

/** Removes the associations of the file and its folder from all settings. */
async function forget(own: OwnGlobs): Promise<void> {
  const { workspaceValue, globalValue } = written();
  for (const [value, target] of [
    [workspaceValue, ConfigurationTarget.Workspace],
    [globalValue, ConfigurationTarget.Global],
  ] as const) {
    const rest = withAssociation(value ?? {}, own);
    if (Object.keys(rest).length !== Object.keys(value ?? {}).length) await write(rest, target);
  }
}

function written(): { workspaceValue?: Associations; globalValue?: Associations } {
  return workspace.getConfiguration('agentFiles').inspect<Associations>('associations') ?? {};
}

async function write(associations: Associations, target: ConfigurationTarget): Promise<void> {
  const isEmpty = Object.keys(associations).length === 0;
  await workspace
    .getConfiguration('agentFiles')
    .update('associations', isEmpty ? undefined : associations, target);
}
