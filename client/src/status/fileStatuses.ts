import { Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type AgentFileStatus,
  type StatusParams,
  statusNotification,
} from '../../../server/src/lsp/protocol.ts';

// Only the type is imported: loading the module for a number would cost start time.
const stopped: State.Stopped = 1;

/** The statuses of open documents, as notified by the server. */
export class FileStatuses implements Disposable {
  readonly #known = new Map<string, { readonly uri: Uri; readonly status: AgentFileStatus | null }>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;

  /** Fires when the status of any file may have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(client: Pick<BaseLanguageClient, 'onNotification' | 'onDidChangeState'>) {
    this.#subscriptions = Disposable.from(
      this.#changed,
      client.onNotification(statusNotification, ({ uri, status }: StatusParams) => {
        // The server may escape some characters of a URI differently from VS Code.
        this.#set(Uri.parse(uri), status);
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState !== stopped) return;
        this.#known.clear();
        this.#changed.fire();
      }),
      // A document whose language changes is closed and reopened, and the server sends its status again.
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#known.delete(uri.toString())) this.#changed.fire();
      }),
    );
  }

  /** The status of an open file; `undefined` when it is not an agent file, or the server has not sent it yet. */
  of(uri: Uri): AgentFileStatus | undefined {
    return this.#known.get(uri.toString())?.status ?? undefined;
  }

  /** The open documents that are agent files, and those that the server reported not to be. */
  get documents(): { readonly agentFiles: readonly Uri[]; readonly others: readonly Uri[] } {
    const known = [...this.#known.values()];
    return {
      agentFiles: known.filter(({ status }) => status !== null).map(({ uri }) => uri),
      others: known.filter(({ status }) => status === null).map(({ uri }) => uri),
    };
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #set(uri: Uri, status: AgentFileStatus | null): void {
    this.#known.set(uri.toString(), { uri, status });
    this.#changed.fire();
  }
}
