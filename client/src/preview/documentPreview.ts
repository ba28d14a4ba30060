import {
  commands,
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
import { pageHtml, pageRoot } from './page.ts';
import { revealLine } from './revealLine.ts';

/** What the preview needs of the language client. */
export type PreviewClient = Pick<BaseLanguageClient, 'sendRequest' | 'onDidChangeState'>;

// Only the type: the module is not to be loaded for a number.
const running: State.Running = 2;
/** How often to ask again when the server answers for an older text than the editor has. */
const mostRetries = 5;
/** How long the editor's scrolling is not followed after the page itself has caused it. */
const ownScrollMs = 500;

/** One panel, bound to one file: it follows the text, the diagnostics, the server and the file's fate on disk. */
export class DocumentPreview implements Disposable {
  #uri: Uri;
  #content: (PanelMessage & { type: 'content' }) | undefined;
  #notice = '';
  #isListening = false;
  #isDisposed = false;
  #isOutdated = false;
  /** The file is gone from the disk. VS Code may still have its text for a while. */
  #isGone = false;
  /** The document had no file, and is closed. */
  #isClosed = false;
  /** The text that was shown last. */
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

  /** Shows the panel where it is, without taking the keyboard away from the text. */
  bringForward(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    Disposable.from(...this.#subscriptions).dispose();
    this.#watcher?.dispose();
    this.#panel.dispose();
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
      watcher.onDidCreate(uri => isOurs(uri) && this.#noteGone(false)),
      watcher.onDidDelete(uri => isOurs(uri) && this.#noteGone(true)),
    );
  }

  #noteGone(isGone: boolean): void {
    this.#isGone = isGone;
    this.#refreshIfShown();
  }

  #noteText(document: TextDocument): void {
    if (document.uri.toString() === this.#uri.toString()) {
      this.#isClosed = false;
      this.#refreshIfShown();
    } else this.#followSaved();
  }

  /** A document that has no file yet is gone when it is closed. */
  #noteClosed({ uri, isUntitled }: TextDocument): void {
    if (!isUntitled || uri.toString() !== this.#uri.toString()) return;
    this.#isClosed = true;
    this.#refreshIfShown();
    this.#followSaved();
  }

  /** Goes to the file as which a document without one was saved: an editor shows it in the other's place. */
  #followSaved(): void {
    if (!this.#isClosed || this.#text === '') return;
    const shown = window.visibleTextEditors.map(({ document }) => document);
    const saved = shown.find(({ isUntitled, getText }) => !isUntitled && getText() === this.#text);
    if (saved) this.#rebind(saved.uri);
  }

  #rebind(uri: Uri): void {
    this.#uri = uri;
    this.#isGone = false;
    this.#isClosed = false;
    this.#watchFile();
    this.#refreshIfShown();
  }

  /** A hidden panel has no page; it is brought up to date when it is shown. */
  #refreshIfShown(): void {
    this.#retries = 0;
    if (this.#panel.visible) {
      this.#isOutdated = false;
      this.#refresh();
    } else {
      this.#isListening = false;
      this.#isOutdated = true;
    }
  }

  async #render(): Promise<void> {
    // The client tells the server of a change in the same event; this lets it go first.
    await Promise.resolve();
    const uri = this.#uri;
    const document = await openText(uri);
    if (this.#isDisposed) return;
    if (!document) return this.#tell(cannotBeRead(uri));
    this.#text = document.getText();
    let result: PreviewResult | null;
    try {
      const params: PreviewParams = { textDocument: { uri: uri.toString() } };
      result = await this.#client.sendRequest<PreviewResult | null>(previewRequest, params);
    } catch (error) {
      if (!this.#isDisposed) this.#tell(noAnswer(error));
      return;
    }
    if (this.#isDisposed) return;
    if (!result)
      return this.#tell('The preview failed, so this may be out of date. The output channel says why.');
    this.#panel.title = `Preview ${result.title}`;
    this.#tell(this.#isGone ? `${nameOf(uri)} has been deleted. This is how it last looked.` : '');
    this.#showContent({ type: 'content', uri: uri.toString(), html: result.html });
    if (result.version !== null && result.version < document.version && this.#retries++ < mostRetries) {
      this.#refresh();
    }
  }

  #showContent(content: PanelMessage & { type: 'content' }): void {
    if (content.html === this.#content?.html && content.uri === this.#content.uri) return;
    this.#content = content;
    this.#post(content);
  }

  #tell(text: string): void {
    if (text === this.#notice) return;
    this.#notice = text;
    this.#post({ type: 'notice', text });
  }

  #post(message: PanelMessage): void {
    if (this.#isListening && !this.#isDisposed) void this.#panel.webview.postMessage(message);
  }

  #receive(message: PageMessage | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#isListening = true;
        if (this.#content) this.#post(this.#content);
        this.#post({ type: 'notice', text: this.#notice });
        if (this.#isOutdated) this.#refreshIfShown();
        break;
      case 'reveal':
        this.#lastReveal = Date.now();
        void revealLine(this.#uri, message.line, message.focus);
        break;
      case 'open':
        void commands.executeCommand('vscode.open', Uri.joinPath(this.#uri, '..', message.path));
        break;
    }
  }
}

/** The text of a file. A document without a file is never opened anew: that would make a new one of its name. */
async function openText(uri: Uri): Promise<TextDocument | undefined> {
  if (uri.scheme === 'untitled')
    return workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** What of a file's path is below a folder; empty for the same file, `undefined` for one that lies elsewhere. */
function pathBelow(uri: Uri, folder: Uri): string | undefined {
  const below = uri.path.slice(folder.path.length);
  const isBelow = uri.path.startsWith(folder.path) && (below === '' || below.startsWith('/'));
  return isBelow && uri.with({ path: folder.path }).toString() === folder.toString() ? below : undefined;
}

/** Where a file is after it, or a folder above it, was renamed. */
function movedAlong(uri: Uri, { oldUri, newUri }: { readonly oldUri: Uri; readonly newUri: Uri }): Uri {
  return newUri.with({ path: newUri.path + (pathBelow(uri, oldUri) ?? '') });
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function cannotBeRead(uri: Uri): string {
  return uri.scheme === 'untitled'
    ? `${nameOf(uri)} has been closed. This is how it last looked.`
    : `${nameOf(uri)} cannot be read. It may have been deleted.`;
}

function noAnswer(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The Agent Files language server does not answer, so this may be out of date. "Agent Files: Restart Server" starts it anew. (${reason})`;
}
