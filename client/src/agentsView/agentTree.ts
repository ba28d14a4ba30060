import { Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { BaseLanguageClient, State } from 'vscode-languageclient';
import type { FileDetails } from '../../../server/src/language/overview/model.ts';
import {
  type FileDetailsResult,
  fileDetailsRequest,
  type OverviewChangedParams,
  type OverviewResult,
  overviewChangedNotification,
  overviewRequest,
} from '../../../server/src/lsp/protocol.ts';
import { type AgentNode, type FileNode, fileItem, fileNodes, folderItem, folderNodes } from './agentNodes.ts';
import { type Filter, filesIn, filtered } from './filter.ts';
import { Remembered } from './remembered.ts';

// Only the type is imported: loading the module for a number would cost start time.
const running: State.Running = 2;
/** So many files are shown expanded at first. */
const mostOpen = 60;

/** What the tree needs of the language client. */
export type TreeClient = Pick<BaseLanguageClient, 'sendRequest' | 'onNotification' | 'onDidChangeState'>;

/** What is shown instead of a list that the server did not send. */
const noList: OverviewResult = {
  message: 'The language server does not respond. Run "Agent Files: Restart Server".',
  broken: 0,
  tools: [],
};

/** The agent files of the workspace, as the server lists them. Nothing is requested before the view is shown. */
export class AgentTree implements TreeDataProvider<AgentNode>, Disposable {
  readonly #changed = new EventEmitter<AgentNode | undefined>();
  readonly #received = new EventEmitter<OverviewResult>();
  readonly #subscriptions: Disposable;
  /** The files that are shown, by URI. */
  readonly #shown = new Map<string, FileNode>();
  readonly #details = new Map<string, FileDetails>();
  readonly #overview: Remembered<OverviewResult>;
  #hasFailed = false;
  #filter: Filter | undefined;

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires with each new list. */
  readonly onDidReceive = this.#received.event;

  constructor(private readonly client: TreeClient) {
    this.#overview = new Remembered(
      () => client.sendRequest<OverviewResult>(overviewRequest),
      result => this.#received.fire(result),
    );
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#received,
      client.onNotification(overviewChangedNotification, ({ uris }: OverviewChangedParams) => {
        if (uris) this.#forgetDetails(uris);
        else this.refresh();
      }),
      // A restarted server tells of no changes until the list is requested.
      client.onDidChangeState(({ newState }) => {
        if (newState === running && (this.#overview.known || this.#hasFailed)) this.refresh();
      }),
    );
  }

  /** The list, requested if it is not known. */
  async overview(): Promise<OverviewResult> {
    try {
      return await this.#overview.get();
    } catch {
      this.#hasFailed = true;
      this.#received.fire(noList);
      return noList;
    }
  }

  get filter(): Filter | undefined {
    return this.#filter;
  }

  set filter(filter: Filter | undefined) {
    this.#filter = filter;
    this.#shown.clear();
    this.#changed.fire(undefined);
  }

  /** Requests the list again as soon as it is shown. */
  refresh(): void {
    this.#overview.forget();
    this.#hasFailed = false;
    this.#shown.clear();
    this.#details.clear();
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  getTreeItem(node: AgentNode): TreeItem {
    if (node.kind === 'file') return fileItem(node, this.#details.get(node.file.uri));
    const all = filesIn(this.#overview.known?.tools ?? []).length;
    return folderItem(node, node.parent === undefined || all <= mostOpen || this.#filter !== undefined);
  }

  getParent({ parent }: AgentNode): AgentNode | undefined {
    return parent;
  }

  async getChildren(node?: AgentNode): Promise<AgentNode[]> {
    if (!node) {
      const { tools } = await this.overview();
      return folderNodes(this.#filter ? filtered(tools, this.#filter) : tools);
    }
    if (node.kind === 'file') return [];
    const files = fileNodes(node.folder.files, node);
    for (const file of files) this.#shown.set(file.file.uri, file);
    await this.#requestDetails(node.folder.files.map(({ uri }) => uri));
    return [...folderNodes(node.folder.folders, node), ...files];
  }

  async #requestDetails(uris: readonly string[]): Promise<void> {
    const unknown = uris.filter(uri => !this.#details.has(uri));
    if (unknown.length === 0) return;
    const result = await this.client
      .sendRequest<FileDetailsResult>(fileDetailsRequest, { uris: unknown })
      .catch((): FileDetailsResult => []);
    for (const [at, uri] of unknown.entries()) {
      const details = result[at];
      if (details) this.#details.set(uri, details);
    }
  }

  /** Requests the details of shown files again; those of others when they are shown. */
  async #forgetDetails(uris: readonly string[]): Promise<void> {
    for (const uri of uris) this.#details.delete(uri);
    const shown = uris.flatMap(uri => this.#shown.get(uri) ?? []);
    if (shown.length === 0) return;
    await this.#requestDetails(shown.map(({ file }) => file.uri));
    for (const node of shown) this.#changed.fire(node);
  }
}
