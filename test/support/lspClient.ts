import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CompletionItem,
  Diagnostic,
  DidChangeWatchedFilesRegistrationOptions,
  InitializeResult,
  LogMessageParams,
  RegistrationParams,
  UnregistrationParams,
} from 'vscode-languageserver-protocol';
import {
  type AgentFileStatus,
  type CollectionsParams,
  collectionsNotification,
  type OverviewChangedParams,
  overviewChangedNotification,
  type StatusParams,
  statusNotification,
} from '../../server/src/lsp/protocol.ts';
import { type RunningServer, startInProcess, startProcess } from './startServer.ts';

interface PublishedDiagnostics {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a test sets before the server starts. */
export interface ClientOptions {
  /** The files of the project, by path below its folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** The folder of the project that the editor opens; without it the whole project. */
  readonly opened?: string;
  /** What the editor answers for `agentFiles`. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** How the editor writes URIs, where it is not as Node does. */
  readonly spell?: (uri: string) => string;
  /** What the editor says that it can do, where that is less than usual. */
  readonly capabilities?: ClientCapabilities;
  /** How the editor names the folder that it opens, where it does not name a list. */
  readonly names?: 'rootUri' | 'nothing';
}

const usualCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

/** The events of a watcher, by the protocol's numbers. */
const eventTypes = { created: 1, changed: 2, deleted: 3 } as const;

/** What the editor has for the server, and from it. */
interface EditorState {
  settings: unknown;
  /** By the id of the registration. */
  readonly watchers: Map<string, readonly string[]>;
  readonly log: string[];
  /** Called with each change of the above. */
  changed: () => void;
}

/** Registers a test with its own server, which must shut down properly. */
type ServerTest = (name: string, options: ClientOptions, run: (client: LspClient) => Promise<void>) => void;

/** A test with the built server over stdio. */
export const stdioServerTest = serverTestWith(startProcess);
/** A test with a server in this process. */
export const serverTest = serverTestWith(startInProcess);

function serverTestWith(startServer: () => RunningServer): ServerTest {
  return (name, options, run) =>
    void test(name, { timeout: 60_000 }, async () => {
      const client = await LspClient.start(startServer, options);
      try {
        await run(client);
      } finally {
        assert.equal(await client.stop(), 0);
      }
    });
}

/** A server with a project of its own, and the editor's side of the conversation. */
export class LspClient {
  readonly initialized: InitializeResult;
  readonly #connection: MessageConnection;
  readonly #folder: string;
  readonly #spell: (uri: string) => string;
  /** By path: however a URI is written, an editor knows the file. */
  readonly #published = new Map<string, PublishedDiagnostics>();
  readonly #statuses = new Map<string, AgentFileStatus | null>();
  /** What the server has said of collections, the latest last. */
  readonly collections: CollectionsParams[] = [];
  /** How often the server has asked to request code lenses again. */
  lensRefreshes = 0;
  /** What the server has told of changes of the overview. */
  readonly overviewChanges: OverviewChangedParams[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #editor: EditorState;
  readonly #end: () => Promise<number | null>;
  #version = 1;

  private constructor(
    connection: MessageConnection,
    folder: string,
    spell: (uri: string) => string,
    initialized: InitializeResult,
    editor: EditorState,
    end: () => Promise<number | null>,
  ) {
    this.#editor = editor;
    this.#connection = connection;
    this.#folder = folder;
    this.#spell = spell;
    this.initialized = initialized;
    this.#end = end;
  }

  /** Starts a server on a project in a temporary folder. */
  static async start(
    startServer: () => RunningServer,
    {
      files = {},
      opened = '.',
      settings = null,
      initializationOptions,
      spell = uri => uri,
      capabilities = usualCapabilities,
      names,
    }: ClientOptions = {},
  ): Promise<LspClient> {
    const folder = mkdtempSync(join(tmpdir(), 'agent-files-server-'));
    for (const [path, text] of Object.entries(files)) write(folder, path, text);
    const { input, output, exited } = startServer();
    const connection = createMessageConnection(
      new StreamMessageReader(output),
      new StreamMessageWriter(input),
    );
    const editor: EditorState = { settings, watchers: new Map(), log: [], changed: () => {} };
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => editor.settings),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { id, registerOptions } of registrations) {
        const { watchers = [] } = (registerOptions ?? {}) as DidChangeWatchedFilesRegistrationOptions;
        editor.watchers.set(
          id,
          watchers.map(({ globPattern: glob }) =>
            typeof glob === 'string' ? glob : `${glob.baseUri}/${glob.pattern}`,
          ),
        );
      }
      editor.changed();
    });
    connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
      for (const { id } of unregisterations) editor.watchers.delete(id);
      editor.changed();
    });
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      editor.log.push(message);
      editor.changed();
    });
    connection.listen();
    const uri = spell(pathToFileURL(join(folder, opened)).href);
    const initialized: InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: names === 'nothing' ? null : uri,
      workspaceFolders: names === undefined ? [{ uri, name: 'project' }] : null,
      initializationOptions,
      capabilities,
    });
    const client: LspClient = new LspClient(connection, folder, spell, initialized, editor, async () => {
      await connection.sendRequest('shutdown');
      void connection.sendNotification('exit');
      const code = await exited;
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
      return code;
    });
    editor.changed = () => {
      for (const check of [...client.#waiting]) check();
    };
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishedDiagnostics) => {
      client.#published.set(fileOf(params.uri), params);
      for (const check of [...client.#waiting]) check();
    });
    connection.onNotification(collectionsNotification, (params: CollectionsParams) => {
      client.collections.push(params);
      editor.changed();
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      client.lensRefreshes++;
      editor.changed();
      return null;
    });
    connection.onNotification(overviewChangedNotification, (params: OverviewChangedParams) => {
      client.overviewChanges.push(params);
      editor.changed();
    });
    connection.onNotification(statusNotification, ({ uri, status }: StatusParams) => {
      client.#statuses.set(uri, status);
      for (const check of [...client.#waiting]) check();
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** The globs of the files that the server wants to be told about. */
  get watched(): readonly string[] {
    return [...this.#editor.watchers.values()].flat();
  }

  /** What the server has written to the log. */
  get log(): readonly string[] {
    return this.#editor.log;
  }

  /** Changes the settings under `agentFiles`, and tells the server. */
  async configure(settings: unknown): Promise<void> {
    this.#editor.settings = settings;
    const told = { settings: { agentFiles: settings } };
    await this.#connection.sendNotification('workspace/didChangeConfiguration', told);
  }

  /** Opens folders of the project beside those that are open, and closes others. */
  async changeFolders(change: { added?: readonly string[]; removed?: readonly string[] }): Promise<void> {
    const foldersAt = (paths: readonly string[] = []) =>
      paths.map(path => ({ uri: this.uri(path), name: path }));
    await this.#connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: foldersAt(change.added), removed: foldersAt(change.removed) },
    });
  }

  /** The URI of a file of the project; one that is given is left as it is. */
  uri(path: string): string {
    if (/^[a-z]+:/.test(path)) return path;
    return this.#spell(pathToFileURL(join(this.#folder, path)).href);
  }

  /** Writes a file and tells the server, as the editor's watcher does. */
  async writeFile(path: string, text: string): Promise<void> {
    write(this.#folder, path, text);
    await this.tellEvents([path, 'changed']);
  }

  /** Deletes a file, or a folder, and tells the server. As from an editor, there is one event for a whole folder. */
  async deleteFile(path: string): Promise<void> {
    rmSync(join(this.#folder, path), { recursive: true });
    await this.tellEvents([path, 'deleted']);
  }

  /** Writes a file and says nothing. */
  write(path: string, text: string): void {
    write(this.#folder, path, text);
  }

  /** Deletes a file, or a folder, and says nothing. */
  remove(path: string): void {
    rmSync(join(this.#folder, path), { recursive: true });
  }

  /** Moves a file, or a folder, and says nothing. */
  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.#folder, to)), { recursive: true });
    renameSync(join(this.#folder, from), join(this.#folder, to));
  }

  /** Tells the server what a watcher has seen, all in one message. */
  async tellEvents(
    ...events: readonly (readonly [path: string, type: keyof typeof eventTypes])[]
  ): Promise<void> {
    await this.#connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: events.map(([path, type]) => ({ uri: this.uri(path), type: eventTypes[type] })),
    });
  }

  /** Opens a document in the editor. */
  async open(path: string, text: string, languageId = 'markdown'): Promise<void> {
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId, version: this.#version, text },
    });
  }

  /** Replaces the text of an open document. */
  async change(path: string, text: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version: ++this.#version },
      contentChanges: [{ text }],
    });
  }

  async close(path: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** What there is to say about an item of a completion list. */
  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.#connection.sendRequest('completionItem/resolve', item);
  }

  /** Any request about a document. */
  request<Result>(method: string, path: string, params: object = {}): Promise<Result> {
    return this.#connection.sendRequest(method, { textDocument: { uri: this.uri(path) }, ...params });
  }

  /**
   * Resolves with the rule ids published for a file, as soon as they satisfy `expected`: equal to a list of ids, or
   * what a function accepts. Rejects, with what was there instead, after ten seconds.
   */
  diagnostics(
    path: string,
    expected: readonly string[] | ((rules: readonly string[]) => boolean),
  ): Promise<readonly Diagnostic[]> {
    const file = fileOf(this.uri(path));
    const accepts =
      typeof expected === 'function'
        ? expected
        : (rules: readonly string[]) => rules.join() === expected.join();
    const rulesOf = () => this.#published.get(file)?.diagnostics.map(({ code }) => String(code));
    return this.#until(
      () => {
        const rules = rulesOf();
        return rules && accepts(rules) ? this.#published.get(file)!.diagnostics : undefined;
      },
      () => `the diagnostics of ${path} are ${rulesOf()?.join(', ') ?? 'not published'}, not ${expected}`,
    );
  }

  /** Resolves with the status of a file as soon as its text, or its absence, is `expected`; else as `diagnostics`. */
  status(path: string, expected: string | null): Promise<AgentFileStatus | null> {
    const uri = this.uri(path);
    const textOf = () => {
      const status = this.#statuses.get(uri);
      return status ? status.text : status;
    };
    return this.#until(
      () => (textOf() === expected ? [this.#statuses.get(uri) ?? null] : undefined),
      () => `the status of ${path} is ${textOf() ?? String(textOf())}, not ${expected}`,
    ).then(([status]) => status!);
  }

  /** Resolves as soon as `holds`, asked again with each message from the server; else as `diagnostics`. */
  until(holds: () => boolean): Promise<unknown> {
    return this.#until(
      () => (holds() ? [] : undefined),
      () => `${holds} does not hold`,
    );
  }

  /** True when the server has said anything about the status of a file. */
  hasStatus(path: string): boolean {
    return this.#statuses.has(this.uri(path));
  }

  /** Resolves with what `probe` finds, asked again with each message from the server; rejects after ten seconds. */
  #until<Found extends object>(probe: () => Found | undefined, complaint: () => string): Promise<Found> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(complaint()));
      }, 10_000);
      const check = (): void => {
        const found = probe();
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** The rule ids published for a file up to now; `undefined` when nothing was. */
  published(path: string): string[] | undefined {
    return this.#published.get(fileOf(this.uri(path)))?.diagnostics.map(({ code }) => String(code));
  }

  /** The messages published for a file up to now, one a line. */
  messages(path: string): string {
    const { diagnostics = [] } = this.#published.get(fileOf(this.uri(path))) ?? {};
    return diagnostics.map(({ message }) => String(message)).join('\n');
  }

  /** Shuts the server down and returns its exit code. */
  stop(): Promise<number | null> {
    return this.#end();
  }
}

/** What a document is known by, however its URI is written. */
function fileOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
