import {
  Disposable,
  languages,
  RelativePattern,
  type TextDocument,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, State } from 'vscode-languageclient';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../../server/src/lsp/protocol.ts';
import { latestOnly } from './latestOnly.ts';
import { asPageMessage, type PageMessage, type PanelMessage } from './messages.ts';
import { openLinked } from './openLinked.ts';
import { pageHtml, pageRoot } from './page.ts';
import { revealLine } from './revealLine.ts';

/** What the preview needs of the language client. */
export type PreviewClient = Pick<BaseLanguageClient, 'sendRequest' | 'onDidChangeState'>;

// Only the type is imported: loading the module for a number would cost start time.
const running: State.Running = 2;
/** How often to repeat the request when the result is for an older version of the text. */
const maxRetries = 5;
/** How long scrolling of the editor is ignored after the page itself has caused it. */
const ownScrollMs = 500;

/** The state of a preview. */
type PreviewState =
  | { readonly kind: 'disposed' }
  | {
      readonly kind: 'open';
      /** `loading`: not ready for messages yet. `hidden`: has no page, and a refresh is due. */
      readonly page: 'loading' | 'ready' | 'hidden';
      /** `deleted`: from disk, though VS Code may still have the text. `closed`: a closed untitled document. */
      readonly file: 'present' | 'deleted' | 'closed';
    };

/** A panel for one file. It follows the text, the diagnostics, the server, and the file when it moves. */
export class DocumentPreview implements Disposable {
  #uri: Uri;
  #content: (PanelMessage & { type: 'content' }) | undefined;
  #notice = '';
  #state: PreviewState = { kind: 'open', page: 'loading', file: 'present' };
  /** The last text shown. */
  #text = '';
  #retries = 0;
  #lastReveal = 0;
  readonly #panel: WebviewPanel;
  readonly #client: PreviewClient;
  readonly #subscriptions: Disposable[] = [];
  #watcher: Disposable | undefined;
  readonly #refresh = latestOnly(() => this.#render());

  constructor(panel: WebviewPanel, uri: Uri, client: PreviewClient, extensionUri: Uri) {
    this.#panel = panel;
    this.#uri = uri;
    this.#client = client;
    panel.iconPath = Uri.joinPath(extensionUri, 'images', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    this.#follow();
    this.#watchFile();
    panel.webview.html = pageHtml(panel.webview, extensionUri);
    this.#refresh();
  }

  get uri(): Uri {
    return this.#uri;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Reveals the panel without moving the focus. */
  bringForward(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#state = { kind: 'disposed' };
    Disposable.from(...this.#subscriptions).dispose();
    this.#watcher?.dispose();
    this.#panel.dispose();
  }

  get #isDisposed(): boolean {
    return this.#state.kind === 'disposed';
  }

  /** Changes the state of an open preview. */
  #update(change: Partial<Pick<PreviewState & { kind: 'open' }, 'page' | 'file'>>): void {
    if (this.#state.kind === 'open') this.#state = { ...this.#state, ...change };
  }

  #isPage(page: (PreviewState & { kind: 'open' })['page']): boolean {
    return this.#state.kind === 'open' && this.#state.page === page;
  }

  #isFile(file: (PreviewState & { kind: 'open' })['file']): boolean {
    return this.#state.kind === 'open' && this.#state.file === file;
  }

  #follow(): void {
    const isOurs = (uri: Uri) => uri.toString() === this.#uri.toString();
    this.#subscriptions.push(
      this.#panel.onDidDispose(() => this.dispose()),
      this.#panel.onDidChangeViewState(() => this.#refreshIfShown()),
      this.#panel.webview.onDidReceiveMessage(message => this.#receive(asPageMessage(message))),
      workspace.onDidChangeTextDocument(({ document }) => this.#noteText(document)),
      workspace.onDidOpenTextDocument(document => this.#noteText(document)),
      workspace.onDidCloseTextDocument(document => this.#noteClosed(document)),
      window.onDidChangeVisibleTextEditors(() => this.#followSaved()),
      languages.onDidChangeDiagnostics(({ uris }) => uris.some(isOurs) && this.#refreshIfShown()),
      workspace.onDidRenameFiles(({ files }) => {
        const renamed = files.find(({ oldUri }) => pathBelow(this.#uri, oldUri) !== undefined);
        if (renamed) this.#rebind(movedAlong(this.#uri, renamed));
      }),
      this.#client.onDidChangeState(({ newState }) => {
        if (newState === running) this.#refreshIfShown();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const line = visibleRanges[0]?.start.line;
        if (line === undefined || !isOurs(textEditor.document.uri)) return;
        if (Date.now() - this.#lastReveal > ownScrollMs) this.#post({ type: 'scroll', line });
      }),
    );
  }

  #watchFile(): void {
    this.#watcher?.dispose();
    if (this.#uri.scheme === 'untitled') return;
    const folder = Uri.joinPath(this.#uri, '..');
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '*'), false, true, false);
    const isOurs = (uri: Uri) => uri.toString() === this.#uri.toString();
    this.#watcher = Disposable.from(
      watcher,
      watcher.onDidCreate(uri => isOurs(uri) && this.#noteFile('present')),
      watcher.onDidDelete(uri => isOurs(uri) && this.#noteFile('deleted')),
    );
  }

  #noteFile(file: 'present' | 'deleted'): void {
    this.#update({ file });
    this.#refreshIfShown();
  }

  #noteText(document: TextDocument): void {
    if (document.uri.toString() === this.#uri.toString()) {
      if (this.#isFile('closed')) this.#update({ file: 'present' });
      this.#refreshIfShown();
    } else this.#followSaved();
  }

  /** Closing an untitled document discards it. */
  #noteClosed({ uri, isUntitled }: TextDocument): void {
    if (!isUntitled || uri.toString() !== this.#uri.toString()) return;
    this.#update({ file: 'closed' });
    this.#refreshIfShown();
    this.#followSaved();
  }

  /** Rebinds to the file that an untitled document was saved as, which an editor shows in its place. */
  #followSaved(): void {
    if (!this.#isFile('closed') || this.#text === '') return;
    const shown = window.visibleTextEditors.map(({ document }) => document);
    const saved = shown.find(({ isUntitled, getText }) => !isUntitled && getText() === this.#text);
    if (saved) this.#rebind(saved.uri);
  }

  #rebind(uri: Uri): void {
    this.#uri = uri;
    this.#update({ file: 'present' });
    this.#watchFile();
    this.#refreshIfShown();
  }

  /** Refreshes a visible panel now, and a hidden one, which has no page, when it is shown. */
  #refreshIfShown(): void {
    this.#retries = 0;
    if (this.#panel.visible) {
      if (this.#isPage('hidden')) this.#update({ page: 'loading' });
      this.#refresh();
    } else this.#update({ page: 'hidden' });
  }

  async #render(): Promise<void> {
    // The client sends a change to the server in the same event; this request must come after it.
    await Promise.resolve();
    const uri = this.#uri;
    const document = await openText(uri);
    if (this.#isDisposed) return;
    if (!document) return this.#showNotice(cannotBeRead(uri));
    this.#text = document.getText();
    let result: PreviewResult | null;
    try {
      const params: PreviewParams = { textDocument: { uri: uri.toString() } };
      result = await this.#client.sendRequest<PreviewResult | null>(previewRequest, params);
    } catch (error) {
      if (!this.#isDisposed) this.#showNotice(noResponse(error));
      return;
    }
    if (this.#isDisposed) return;
    if (!result)
      return this.#showNotice(
        'The preview failed and may be out of date. See the output channel for details.',
      );
    this.#panel.title = `Preview ${result.title}`;
    this.#showNotice(this.#isFile('deleted') ? `${nameOf(uri)} was deleted. This is its last content.` : '');
    this.#showContent({ type: 'content', uri: uri.toString(), html: result.html });
    if (result.version !== null && result.version < document.version && this.#retries++ < maxRetries) {
      this.#refresh();
    }
  }

  #showContent(content: PanelMessage & { type: 'content' }): void {
    if (content.html === this.#content?.html && content.uri === this.#content.uri) return;
    this.#content = content;
    this.#post(content);
  }

  #showNotice(text: string): void {
    if (text === this.#notice) return;
    this.#notice = text;
    this.#post({ type: 'notice', text });
  }

  #post(message: PanelMessage): void {
    if (this.#isPage('ready')) void this.#panel.webview.postMessage(message);
  }

  #receive(message: PageMessage | undefined): void {
    switch (message?.type) {
      case 'ready': {
        const isOutdated = this.#isPage('hidden');
        this.#update({ page: 'ready' });
        if (this.#content) this.#post(this.#content);
        this.#post({ type: 'notice', text: this.#notice });
        if (isOutdated) this.#refreshIfShown();
        break;
      }
      case 'reveal':
        this.#lastReveal = Date.now();
        void revealLine(this.#uri, message.line, message.focus);
        break;
      case 'open':
        void openLinked(this.#uri, message.path);
        break;
    }
  }
}

/** The document of a file. An untitled one is never opened again: that would create a new one with its name. */
async function openText(uri: Uri): Promise<TextDocument | undefined> {
  if (uri.scheme === 'untitled')
    return workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** The part of a file's path below a folder; empty for the same path, `undefined` for a file elsewhere. */
function pathBelow(uri: Uri, folder: Uri): string | undefined {
  const below = uri.path.slice(folder.path.length);
  const isBelow = uri.path.startsWith(folder.path) && (below === '' || below.startsWith('/'));
  return isBelow && uri.with({ path: folder.path }).toString() === folder.toString() ? below : undefined;
}

/** The URI of a file after it, or a folder above it, was renamed. */
function movedAlong(uri: Uri, { oldUri, newUri }: { readonly oldUri: Uri; readonly newUri: Uri }): Uri {
  return newUri.with({ path: newUri.path + (pathBelow(uri, oldUri) ?? '') });
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function cannotBeRead(uri: Uri): string {
  return uri.scheme === 'untitled'
    ? `${nameOf(uri)} was closed. This is its last content.`
    : `${nameOf(uri)} cannot be read. It may have been deleted.`;
}

function noResponse(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The Agent Files language server does not respond, so the preview may be out of date. Run "Agent Files: Restart Server". (${reason})`;
}
