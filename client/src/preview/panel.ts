import {
  commands,
  Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { FileStatuses } from '../status/fileStatuses.ts';
import { uriOfArgument } from '../uriOfArgument.ts';
import { DocumentPreview, type PreviewClient, type RunAction } from './documentPreview.ts';
import { asPageState } from './messages.ts';
import { openPage } from './openPage.ts';
import { pageRoot } from './page.ts';
import { type ActionClient, applyFix, copyPrompt, fixAll } from './previewActions.ts';
import { noResponse } from './previewedFile.ts';

/** The id of the command and the view type of its panels, by which VS Code restores them after a reload. */
const previewType = 'agentFiles.preview';

/** The commands of the page that concern its file alone. */
const commandsOfPage = { fixAll, copyPrompt, openPage };

/**
 * "Preview Agent" shows a file as its tool loads it, in a panel beside the editor.
 *
 * One preview follows the active editor from agent file to agent file. Locked ones stay with their files, so that authors
 * can compare agents.
 */
export function registerPreview(
  context: ExtensionContext,
  client: PreviewClient & ActionClient,
  statuses: Pick<FileStatuses, 'of' | 'onDidChange'>,
): Disposable {
  const previews = new Set<DocumentPreview>();
  const following = () => [...previews].find(preview => !preview.isLocked);
  /** The file of the active editor while it is not known whether it is an agent file. */
  let undecided: Uri | undefined;

  const adopt = (panel: WebviewPanel, uri: Uri, locked: boolean): void => {
    const preview = new DocumentPreview(panel, { uri, locked }, client, context.extensionUri, run);
    previews.add(preview);
    panel.onDidDispose(() => previews.delete(preview));
  };

  const show = (argument: unknown, column?: ViewColumn): void => {
    const uri = uriOfArgument(argument) ?? activeUri();
    if (!uri) {
      if ([...previews].some(preview => preview.isActive)) return;
      void window.showInformationMessage('Open an agent file first to preview it.');
      return;
    }
    undecided = undefined;
    const open = [...previews].find(preview => preview.uri.toString() === uri.toString()) ?? following();
    open?.show(uri);
    if (open) open.bringForward(column);
    else adopt(createPanel(context.extensionUri, uri, column), uri, false);
  };

  /** Opens one that stays with its file, unless there is one. */
  const showLocked = (argument: unknown): void => {
    const uri = uriOfArgument(argument) ?? activeUri();
    if (!uri) {
      show(undefined);
      return;
    }
    const open = [...previews].find(
      ({ isLocked, uri: own }) => isLocked && own.toString() === uri.toString(),
    );
    if (open) open.bringForward();
    else adopt(createPanel(context.extensionUri, uri), uri, true);
  };

  const toggleLock = (preview = [...previews].find(({ isActive }) => isActive) ?? following()): void => {
    if (!preview) return;
    const other = following();
    // Only one follows.
    if (preview.isLocked && other) other.isLocked = true;
    preview.isLocked = !preview.isLocked;
  };

  const run: RunAction = (preview, message) => {
    const failed = (error: unknown) => void window.showErrorMessage(noResponse(error));
    if (message.type === 'fix')
      void applyFix(client, preview.uri, message.place, message.title).catch(failed);
    else if (message.command === 'lock') toggleLock(preview);
    else if (message.command === 'asSent') preview.toggleView();
    else void commandsOfPage[message.command](client, preview.uri, context).catch(failed);
  };

  const follow = (): void => {
    if (!undecided || !statuses.of(undecided)) return;
    following()?.show(undecided);
    undecided = undefined;
  };

  return Disposable.from(
    commands.registerCommand(previewType, (argument: unknown) => show(argument)),
    commands.registerCommand('agentFiles.previewToSide', (argument: unknown) =>
      show(argument, ViewColumn.Beside),
    ),
    commands.registerCommand('agentFiles.previewInNewTab', showLocked),
    commands.registerCommand('agentFiles.fixAll', (argument: unknown) => {
      const uri = uriOfArgument(argument) ?? activeUri() ?? following()?.uri;
      if (uri) void fixAll(client, uri).catch(error => void window.showErrorMessage(noResponse(error)));
      else void window.showInformationMessage('Open an agent file first to fix it.');
    }),
    commands.registerCommand('agentFiles.togglePreviewLock', () => toggleLock()),
    window.onDidChangeActiveTextEditor(editor => {
      if (!editor) return;
      undecided = editor.document.uri;
      follow();
    }),
    statuses.onDidChange(follow),
    window.registerWebviewPanelSerializer(previewType, {
      async deserializeWebviewPanel(panel, state) {
        const remembered = asPageState(state);
        if (!remembered) return panel.dispose();
        adopt(panel, Uri.parse(remembered.uri), remembered.locked || following() !== undefined);
      },
    }),
    new Disposable(() => {
      for (const preview of previews) preview.dispose();
    }),
  );
}

function createPanel(extensionUri: Uri, uri: Uri, column = ViewColumn.Beside): WebviewPanel {
  const title = `Preview ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
  const place = { viewColumn: column, preserveFocus: true };
  return window.createWebviewPanel(previewType, title, place, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [pageRoot(extensionUri)],
  });
}

/** The file of the active editor, or of the active tab when that is not a text editor. */
function activeUri(): Uri | undefined {
  if (window.activeTextEditor) return window.activeTextEditor.document.uri;
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = typeof input === 'object' && input !== null && 'uri' in input ? input.uri : undefined;
  return uri instanceof Uri ? uri : undefined;
}
