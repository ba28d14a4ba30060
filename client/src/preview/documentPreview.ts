import {
  Disposable,
  languages,
  type TextDocument,
  type Uri,
  type ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, State } from 'vscode-languageclient';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../../server/src/lsp/protocol.ts';
import { latestOnly } from './latestOnly.ts';
import { asPageMessage, type PageMessage, type PanelMessage } from './messages.ts';
import { openLinked } from './openLinked.ts';
import { preparePanel } from './page.ts';
import {
  cannotBeRead,
  failed,
  firstVisibleLine,
  movedAlong,
  nameOf,
  noResponse,
  openText,
  watchFile,
} from './previewedFile.ts';
import type { OpenState, PreviewState } from './previewState.ts';
import { revealLine } from './revealLine.ts';

/** What the preview needs of the language client. */
export type PreviewClient = Pick<BaseLanguageClient, 'sendRequest' | 'onDidChangeState'>;

/** Does what the page's buttons ask for. */
export type RunAction = (
  preview: DocumentPreview,
  message: PageMessage & { type: 'fix' | 'command' },
) => void;

// Only the type is imported: loading the module for a number would cost start time.
const running: State.Running = 2;
/** How often to repeat the request when the result is for an older version of the text. */
const maxRetries = 5;
/** How long scrolling that the page caused is ignored. */
const ownScrollMs = 500;

/** A panel for one file. It follows the text, the diagnostics, the server, and the file when it moves. */
export class DocumentPreview implements Disposable {
  #uri: Uri;
  #content: (PanelMessage & { type: 'content' }) | undefined;
  #name = '';
  /** The file to scroll to its place in the editor. */
  #scrollTo: Uri | undefined;
  #notice = '';
  #state: PreviewState = { kind: 'open', page: 'loading', file: 'present' };
  #text = '';
  #retries = 0;
  #lastReveal = 0;
  #locked: boolean;
  #asSent = false;
  readonly #panel: WebviewPanel;
  readonly #client: PreviewClient;
  readonly #runAction: RunAction;
  readonly #subscriptions: Disposable[] = [];
  #watcher: Disposable | undefined;
  readonly #refresh = latestOnly(() => this.#render());

  /** A `locked` preview stays with its file; its owner tells the others what to show. */
  constructor(
    panel: WebviewPanel,
    { uri, locked }: { readonly uri: Uri; readonly locked: boolean },
    client: PreviewClient,
    extensionUri: Uri,
    runAction: RunAction,
  ) {
    this.#panel = panel;
    this.#uri = uri;
    this.#locked = locked;
    this.#client = client;
    this.#runAction = runAction;
    this.#follow();
    this.#watchFile();
    preparePanel(panel, extensionUri);
    this.#refresh();
  }

  get uri(): Uri {
    return this.#uri;
  }
  get isActive(): boolean {
    return this.#panel.active;
  }

  get isLocked(): boolean {
    return this.#locked;
  }

  set isLocked(locked: boolean) {
    this.#locked = locked;
    this.#showTitle();
    this.#post({ type: 'lock', locked });
  }

  /** Keeps the focus. */
  bringForward(column?: ViewColumn): void {
    this.#panel.reveal(column, true);
  }

  /** Shows the prompt exactly as it is sent, or rendered again. */
  toggleView(): void {
    this.#asSent = !this.#asSent;
    this.#refreshIfShown();
  }

  /** Shows another file in the same panel, at the place where its editor is. */
  show(uri: Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#scrollTo = uri;
    this.#rebind(uri);
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#state = { kind: 'disposed' };
    Disposable.from(...this.#subscriptions).dispose();
    this.#watcher?.dispose();
    this.#panel.dispose();
  }

  #update(change: Partial<Pick<OpenState, 'page' | 'file'>>): void {
    if (this.#state.kind === 'open') this.#state = { ...this.#state, ...change };
  }

  get #isDisposed(): boolean {
    return this.#state.kind === 'disposed';
  }

  #isPage(page: OpenState['page']): boolean {
    return this.#state.kind === 'open' && this.#state.page === page;
  }

  #isFile(file: OpenState['file']): boolean {
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
        const moved = movedAlong(this.#uri, files);
        if (moved) this.#rebind(moved);
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
    this.#watcher = watchFile(this.#uri, file => this.#noteFile(file));
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
      const textDocument = { uri: uri.toString() };
      const params: PreviewParams = { textDocument, asSent: this.#asSent };
      result = await this.#client.sendRequest<PreviewResult | null>(previewRequest, params);
    } catch (error) {
      if (!this.#isDisposed) this.#showNotice(noResponse(error));
      return;
    }
    if (this.#isDisposed) return;
    if (!result) return this.#showNotice(failed);
    this.#name = result.title;
    this.#showTitle();
    this.#showNotice(this.#isFile('deleted') ? `${nameOf(uri)} was deleted. This is its last content.` : '');
    this.#showContent({ type: 'content', uri: uri.toString(), html: result.html });
    if (this.#scrollTo?.toString() === uri.toString()) this.#showPlace(uri);
    if (result.version !== null && result.version < document.version && this.#retries++ < maxRetries) {
      this.#refresh();
    }
  }

  /** As Markdown's previews do, a locked one has brackets. */
  #showTitle(): void {
    this.#panel.title = `${this.#locked ? '[Preview]' : 'Preview'} ${this.#name || nameOf(this.#uri)}`;
  }

  /** Scrolls to the place that the file's editor shows. */
  #showPlace(uri: Uri): void {
    this.#scrollTo = undefined;
    const line = firstVisibleLine(uri);
    if (line !== undefined) this.#post({ type: 'scroll', line });
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
        this.#post({ type: 'lock', locked: this.#locked });
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
      case 'fix':
      case 'command':
        this.#runAction(this, message);
    }
  }
}
