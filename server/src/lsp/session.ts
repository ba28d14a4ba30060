import {
  type ClientCapabilities,
  type Connection,
  type Disposable,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BuiltInSupport } from '../language/dialect/builtInSupport.ts';
import type { Completion } from '../language/features/completion/candidate.ts';
import { type ClientInfo, clientInfoIn, coreSupportFor } from '../language/features/coreSupport.ts';
import type { AgentDiagnostic, RuleSettings } from '../language/features/diagnostics.ts';
import { diagnoseForAll } from '../language/features/targetDiagnostics.ts';
import { readForTargets, type TargetReading } from '../language/features/targets.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { AncestorConfiguration } from '../workspace/ancestorConfiguration.ts';
import { type FileSystem, isExcluded } from '../workspace/fileSystem.ts';
import { fileKeyOf, folderPathOf } from '../workspace/uris.ts';
import { Workspace } from '../workspace/workspace.ts';
import { defaultSettings, type Settings } from './settings.ts';

/**
 * All that the server knows while it is connected to an editor, and what follows from that for one file. Whatever the
 * server does is a function of it.
 */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly workspace: Workspace;
  readonly ancestorConfiguration: AncestorConfiguration;
  /** The open folders (URIs). */
  folders: readonly string[] = [];
  settings: Settings = defaultSettings;
  /** What the editor can do. */
  capabilities: ClientCapabilities = {};
  /** Whether the editor wants to be told the status of open documents. */
  wantsStatus = false;
  /** The files that the editor watches for us. */
  watching: Disposable | undefined;
  /** The completions that were offered last, and how many lists there were; an editor asks about one of these. */
  offered: { readonly list: number; readonly candidates: readonly Completion[] } = {
    list: 0,
    candidates: [],
  };
  #editor: ClientInfo | undefined;

  constructor(
    readonly connection: Connection,
    readonly fileSystem: FileSystem,
  ) {
    this.ancestorConfiguration = new AncestorConfiguration(
      async uri => (await fileSystem.read(uri)) !== undefined,
    );
    this.workspace = new Workspace(fileSystem, path => this.isWithin(path));
  }

  /** Takes in what the editor says of itself at the start. */
  begin({ capabilities, initializationOptions, rootUri, workspaceFolders }: InitializeParams): void {
    this.capabilities = capabilities;
    this.wantsStatus = initializationOptions?.status === true;
    // An editor that knows of one folder only names it as the root.
    const root = rootUri ? [rootUri] : [];
    this.folders = workspaceFolders?.map(folder => folder.uri) ?? root;
    this.#editor = clientInfoIn(initializationOptions);
  }

  /** Whether a path lies in the open folders. */
  isWithin(path: string): boolean {
    return this.folders.some(folder => path.startsWith(folderPathOf(folder)));
  }

  /** The open folders (URIs), or the parts of them, that lie in a folder (URI). */
  openWithin(folder: string): readonly string[] {
    const path = folderPathOf(folder);
    return this.isWithin(path) ? [folder] : this.folders.filter(open => folderPathOf(open).startsWith(path));
  }

  /** Whether a file or folder would be found in the open folders: it lies there, and not where packages do. */
  isSearched(uri: string): boolean {
    const key = `${fileKeyOf(uri)}/`;
    return this.folders.some(folder => {
      const above = fileKeyOf(folder).replace(/\/?$/, '/');
      return key.startsWith(above) && !isExcluded(key.slice(above.length - 1));
    });
  }

  /** Writes what went wrong to the editor's log. */
  log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** The snapshot of an open document; `undefined` when it is not open, or no agent file. */
  snapshotOf(uri: string): Snapshot | undefined {
    const document = this.documents.get(uri);
    return document && this.workspace.open(document);
  }

  /** A user's own settings count more than the project's file. */
  rulesFor(uri: string): RuleSettings {
    return { ...this.workspace.projects.configurationOf(uri).rules, ...this.settings.rules };
  }

  /** The file as the other tools that it is held against read it. */
  readingsOf(snapshot: Snapshot): TargetReading[] {
    const { fields } = this.workspace.projects.configurationOf(snapshot.document.uri);
    return readForTargets(snapshot, this.settings.targets, fields);
  }

  /** What is wrong with a file, held against the other files as they are now. */
  problemsOf(snapshot: Snapshot, readings: readonly TargetReading[]): AgentDiagnostic[] {
    const current = { ...snapshot, workspace: this.workspace.index };
    return diagnoseForAll(current, readings, this.rulesFor(snapshot.document.uri));
  }

  /** What the editor shows by itself in a document, and we do not show again. */
  editorProvides({ dialect, document }: Snapshot): BuiltInSupport | undefined {
    const languageId = this.documents.get(document.uri)?.languageId ?? '';
    return coreSupportFor(this.#editor, languageId, dialect, document);
  }
}
