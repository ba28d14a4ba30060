import { Uri, type Webview, type WebviewPanel } from 'vscode';

/** The folder of the page's script and style sheet; the page can load nothing else. */
export function pageRoot(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist');
}

/** Gives a panel its icon and its empty page. */
export function preparePanel(panel: WebviewPanel, extensionUri: Uri): void {
  panel.iconPath = Uri.joinPath(extensionUri, 'images', 'icon.png');
  panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
  panel.webview.html = pageHtml(panel.webview, extensionUri);
}

/** The empty page of a preview, which its script fills from the panel's messages. */
function pageHtml(webview: Webview, extensionUri: Uri): string {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageRoot(extensionUri), name)).toString();
  const nonce = randomNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Agent Preview</title>
<link rel="stylesheet" href="${file('preview.css')}">
</head>
<body>
<p id="notice" role="status"></p>
<main id="preview" aria-busy="true"></main>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
