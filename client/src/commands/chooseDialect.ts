import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type QuickPickItem,
  Uri,
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

interface DialectItem extends QuickPickItem {
  /** `undefined`: as the path and the keys say. */
  readonly dialect: string | undefined;
}

/**
 * "Choose Dialect" lets the user say which tool's file the active one is, for it alone or for its folder, and writes
 * that into `agentFiles.associations`: of the workspace where there is one, else of the user.
 */
export function registerChooseDialect(
  client: Pick<BaseLanguageClient, 'sendRequest'>,
  statuses: Pick<FileStatuses, 'of'>,
): Disposable {
  return commands.registerCommand('agentFiles.chooseDialect', async (argument: unknown) => {
    const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
    if (!uri) {
      void window.showInformationMessage('Open an agent file first; then you can choose its dialect.');
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
      description: id === status?.dialect.id ? `${id}, as it is now` : id,
      dialect: id,
    }),
  );
  const detected: DialectItem = {
    label: 'By its path and keys',
    description: 'forget what was chosen for this file and its folder',
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
    { label: 'This file', description: file, of: 'file' as const },
    { label: 'Its folder', description: folder, of: 'folder' as const },
  ];
  const picked = await window.showQuickPick(items, { title: 'For Which Files?' });
  return picked?.of;
}

function globsOf(uri: Uri): OwnGlobs {
  if (workspace.getWorkspaceFolder(uri)) return ownGlobs(workspace.asRelativePath(uri, false));
  // Outside the workspace the last folders are enough to tell a file by.
  return ownGlobs(uri.path.split('/').slice(-3).join('/'));
}

async function remember(own: OwnGlobs, chosen: { of: 'file' | 'folder'; dialect: string }): Promise<void> {
  const [target, current] = workspace.workspaceFolders
    ? [ConfigurationTarget.Workspace, written().workspaceValue]
    : [ConfigurationTarget.Global, written().globalValue];
  await write(withAssociation(current ?? {}, own, chosen), target);
}

/** Takes back what is said of the file and its folder, wherever it is said. */
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
