import { env, UIKind, Uri, window, workspace } from 'vscode';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../../server/src/lsp/protocol.ts';
import { pageRoot } from './page.ts';
import type { ActionClient } from './previewActions.ts';
import { nameOf } from './previewedFile.ts';

/** The folders of the extension, and one for its files. */
export interface PageFolders {
  readonly extensionUri: Uri;
  readonly globalStorageUri: Uri;
}

/** Writes the preview as a page that stands alone, and opens it in the browser. */
export async function openPage(
  client: Pick<ActionClient, 'sendRequest'>,
  uri: Uri,
  { extensionUri, globalStorageUri }: PageFolders,
): Promise<void> {
  const style = await workspace.fs.readFile(Uri.joinPath(pageRoot(extensionUri), 'preview.css'));
  const css = new TextDecoder().decode(style);
  const page = { css, digest: await digestOf(css) };
  const params: PreviewParams = { textDocument: { uri: uri.toString() }, page };
  const result = await client.sendRequest<PreviewResult | null>(previewRequest, params);
  if (!result) return;
  const name = `${nameOf(uri).replace(/\.\w+$/, '')}.html`;
  // A browser on another machine cannot open a file of this one.
  const isElsewhere = env.uiKind === UIKind.Web || env.remoteName !== undefined;
  const file = isElsewhere
    ? await window.showSaveDialog({ defaultUri: Uri.joinPath(uri, '..', name), filters: { HTML: ['html'] } })
    : Uri.joinPath(globalStorageUri, 'pages', name);
  if (!file) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(result.html));
  if (!isElsewhere) await env.openExternal(file);
}

async function digestOf(css: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
