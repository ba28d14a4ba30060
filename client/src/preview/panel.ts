import {
  commands,
  Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { DocumentPreview, type PreviewClient } from './documentPreview.ts';
import { asPageState } from './messages.ts';
import { pageRoot } from './page.ts';

/** The id of the command and the view type of its panels, by which VS Code restores them after a reload. */
const previewType = 'agentFiles.preview';

/**
 * "Preview Agent" shows a file as its tool loads it, in a panel beside the editor.
 *
 * Each file has its own panel, which does not follow the active editor, so that authors can compare agents. Running the
 * command again reveals the existing panel.
 */
export function registerPreview(context: ExtensionContext, client: PreviewClient): Disposable {
  const previews = new Set<DocumentPreview>();

  const adopt = (panel: WebviewPanel, uri: Uri): void => {
    const preview = new DocumentPreview(panel, uri, client, context.extensionUri);
    previews.add(preview);
    panel.onDidDispose(() => previews.delete(preview));
  };

  const show = (argument: unknown): void => {
    const uri = argument instanceof Uri ? argument : activeUri();
    if (!uri) {
      if ([...previews].some(preview => preview.isActive)) return;
      void window.showInformationMessage('Open an agent file first to preview it.');
      return;
    }
    const open = [...previews].find(preview => preview.uri.toString() === uri.toString());
    if (open) open.bringForward();
    else adopt(createPanel(context.extensionUri, uri), uri);
  };

  return Disposable.from(
    commands.registerCommand(previewType, show),
    window.registerWebviewPanelSerializer(previewType, {
      async deserializeWebviewPanel(panel, state) {
        const remembered = asPageState(state);
        if (remembered) adopt(panel, Uri.parse(remembered.uri));
        else panel.dispose();
      },
    }),
    new Disposable(() => {
      for (const preview of previews) preview.dispose();
    }),
  );
}

function createPanel(extensionUri: Uri, uri: Uri): WebviewPanel {
  const title = `Preview ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
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
