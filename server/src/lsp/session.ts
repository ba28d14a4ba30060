import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  type Disposable,
  type InitializeParams,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFileName } from '../language/configuration.ts';
import type { BuiltInSupport } from '../language/dialect/builtInSupport.ts';
import type { AgentDiagnostic } from '../language/features/agentDiagnostic.ts';
import type { ConfigurationTarget } from '../language/features/codeActions.ts';
import type { Completion } from '../language/features/completion/candidate.ts';
import { type ClientInfo, clientInfoIn, coreSupportFor } from '../language/features/coreSupport.ts';
import type { RuleSettings } from '../language/features/diagnostics.ts';
import type { TextSupport } from '../language/features/structure/documentSymbols.ts';
import { diagnoseForAll } from '../language/features/targetDiagnostics.ts';
import { readForTargets, type TargetReading } from '../language/features/targets.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { AncestorConfiguration } from '../workspace/ancestorConfiguration.ts';
import { type BoundedFileSystem, boundedBy, type FileSystem, isExcluded } from '../workspace/fileSystem.ts';
import { GitIgnore } from '../workspace/gitIgnore.ts';
import { encodedPath, fileKeyOf, folderPathOf, pathOf } from '../workspace/uris.ts';
import { Workspace } from '../workspace/workspace.ts';
import { LensState } from './lensState.ts';
import { OverviewState } from './overviewState.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Refuses what is not a document, which no function expects. */
const validDocuments = {
  create(uri: string, languageId: string, version: number, text: string): TextDocument {
    if (typeof uri !== 'string' || typeof text !== 'string') throw new TypeError('Invalid text document');
    return TextDocument.create(uri, languageId, version, text);
  },
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
    if (changes.some(({ text }) => typeof text !== 'string')) throw new TypeError('Invalid change');
    return TextDocument.update(document, changes, version);
  },
};

/** The URIs of the folders among what a client sent. */
export function foldersIn(sent: unknown): string[] {
  return (Array.isArray(sent) ? sent : [])
    .map((folder: { readonly uri?: unknown } | null) => folder?.uri)
    .filter(uri => typeof uri === 'string');
}

/** The events of a burst that goes on. */
export interface Burst {
  readonly events: number;
  /** When the last one came. */
  readonly at: number;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * The state of one connection, and what follows from it for a single file. Everything the server does is a function of
 * it.
 */
export class Session {
  readonly documents = new TextDocuments(validDocuments);
  /** Reads in the open folders, and where their links stay within them. */
  readonly fileSystem: BoundedFileSystem;
  readonly workspace: Workspace;
  readonly ancestorConfiguration: AncestorConfiguration;
  /** What git ignores in the open folders. */
  readonly gitIgnore: GitIgnore;
  /** The open folders (URIs). */
  folders: readonly string[] = [];
  settings: Settings = defaultSettings;
  /** The client's capabilities. */
  capabilities: ClientCapabilities = {};
  /** Whether the client asked for status notifications. */
  wantsStatus = false;
  /** Whether the client asked for notifications of collections. */
  wantsCollections = false;
  /** Whether the client may ask for the overview of all files, which is made while they are checked. */
  wantsOverview = false;
  /** Whether the client has the commands of code lenses and code actions. */
  wantsCommands = false;
  /** The manifests that cannot be read (URIs), which has been reported. */
  readonly unreadable = new Set<string>();
  /** What was last said of collections. */
  toldCollections = '';
  /** The registration of file watchers. */
  watching: Promise<Disposable> | undefined;
  /** The last completion list, and its number; the client resolves items of this list only. */
  lastCompletions: { readonly list: number; readonly candidates: readonly Completion[] } = {
    list: 0,
    candidates: [],
  };
  /** The dialects (ids) whose first requests have been prepared. */
  readonly warmedUp = new Set<string>();
  /** The summaries of all files. */
  readonly overview: OverviewState;
  readonly lenses: LensState;
  /** Whether the open folders have been searched once. */
  isIndexed = false;
  /** Resolves as soon as they have. */
  readonly indexed: Promise<void>;
  #resolveIndexed: () => void = () => {};
  /** The events of files that are coming in large numbers. */
  burst: Burst | undefined;
  /** Set while the listings of skills are about to be looked at again. */
  skillsTimer: ReturnType<typeof setTimeout> | undefined;
  #client: ClientInfo | undefined;

  constructor(
    readonly connection: Connection,
    fileSystem: FileSystem,
  ) {
    this.fileSystem = boundedBy(fileSystem, () => this.folders);
    this.indexed = new Promise(resolve => {
      this.#resolveIndexed = resolve;
    });
    this.lenses = new LensState(() => {
      if (this.capabilities.workspace?.codeLens?.refreshSupport)
        void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    });
    this.overview = new OverviewState((method, params) => void connection.sendNotification(method, params));
    this.ancestorConfiguration = new AncestorConfiguration(
      async uri => (await this.fileSystem.tryRead(uri)) !== undefined,
    );
    this.gitIgnore = new GitIgnore(uri => this.fileSystem.read(uri));
    this.workspace = new Workspace(this.fileSystem, path => this.isWithin(path));
    this.workspace.skills.modelFor = uri =>
      this.settings.model ?? this.workspace.projects.configurationOf(uri).model;
    this.workspace.isSurveyed = uri => this.isIndexed && this.isSearched(uri);
  }

  /** Stores the parameters of the `initialize` request. */
  initialize({ capabilities, initializationOptions, rootUri, workspaceFolders }: InitializeParams): void {
    this.capabilities = capabilities;
    this.wantsStatus = initializationOptions?.status === true;
    this.wantsOverview = initializationOptions?.overview === true;
    this.wantsCommands = initializationOptions?.commands === true;
    this.wantsCollections = initializationOptions?.collections === true;
    // A client without multi-root support sends its folder as the root.
    const root = typeof rootUri === 'string' && rootUri !== '' ? [rootUri] : [];
    this.folders = workspaceFolders ? foldersIn(workspaceFolders) : root;
    this.#client = clientInfoIn(initializationOptions);
  }

  /** What the client outlines and folds itself: VS Code, which names itself, has extensions for Markdown and JSON. */
  get textSupport(): TextSupport {
    return { headings: this.#client !== undefined, json: this.#client !== undefined };
  }

  /** Notes that the open folders have been searched, and the settings applied. */
  finishIndex(): void {
    this.#resolveIndexed();
  }

  /** Whether the edits of the client can rename files. */
  get canRename(): boolean {
    const { documentChanges, resourceOperations = [] } = this.capabilities.workspace?.workspaceEdit ?? {};
    return documentChanges === true && resourceOperations.includes('rename');
  }

  /** Whether a path is inside an open folder. */
  isWithin(path: string): boolean {
    return this.folders.some(folder => path.startsWith(folderPathOf(folder)));
  }

  /** The open folders (URIs) inside a folder (URI); the folder itself when it is inside an open one. */
  openWithin(folder: string): readonly string[] {
    const path = folderPathOf(folder);
    return this.isWithin(path) ? [folder] : this.folders.filter(open => folderPathOf(open).startsWith(path));
  }

  /** Whether a search of the open folders would find a file or folder: it is inside one and not excluded. */
  isSearched(uri: string): boolean {
    const key = `${fileKeyOf(uri)}/`;
    return this.folders.some(folder => {
      const above = fileKeyOf(folder).replace(/\/?$/, '/');
      return key.startsWith(above) && !isExcluded(key.slice(above.length - 1));
    });
  }

  /** Whether a file counts while it is closed: it is in an open folder, and git does not ignore it. */
  async isCheckedWhenClosed(uri: string): Promise<boolean> {
    if (!this.isSearched(uri)) return false;
    return !(this.settings.respectGitignore && (await this.gitIgnore.ignores(uri)));
  }

  /** Writes an error to the client's log. */
  log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** The snapshot of an open document; `undefined` when it is not open or not an agent file. */
  snapshotOf(uri: string): Snapshot | undefined {
    const document = this.documents.get(uri);
    return document && this.workspace.open(document);
  }

  /** The indexed files (URIs) that move with a file or folder, and where to. */
  movedFiles(oldUri: string, newUri: string): { readonly uri: string; readonly movedTo: string }[] {
    const from = fileKeyOf(oldUri);
    return this.workspace.index.files.flatMap(({ uri }) => {
      const key = fileKeyOf(uri);
      if (key !== from && !key.startsWith(`${from}/`)) return [];
      return [{ uri, movedTo: newUri + encodedPath(key.slice(from.length)) }];
    });
  }

  /** The snapshots of the open and the indexed files whose text contains one of some words; others are not parsed. */
  async *snapshotsWith(words: readonly string[], ignoresCase = false): AsyncGenerator<Snapshot> {
    const { index } = this.workspace;
    const wanted = ignoresCase ? words.map(word => word.toLowerCase()) : words;
    const hasWord = (text: string): boolean => {
      const searched = ignoresCase ? text.toLowerCase() : text;
      return wanted.some(word => searched.includes(word));
    };
    for (const { uri } of index.files) {
      const open = this.snapshotOf(uri);
      const snapshot = open ?? (await this.workspace.read(uri, hasWord));
      if (snapshot && hasWord(snapshot.document.text)) yield { ...snapshot, workspace: index };
    }
  }

  /** The severities for a file. The user's settings override `.agentfilesrc`. */
  rulesFor(uri: string): RuleSettings {
    return { ...this.workspace.projects.configurationOf(uri).rules, ...this.settings.rules };
  }

  /**
   * The configuration file that applies to a file, for fixes that change it, or the one to create in the open folder
   * around the file where the client can create files. `undefined` when there is neither.
   */
  async configurationTarget(uri: string): Promise<ConfigurationTarget | undefined> {
    const known = this.workspace.projects.configurationFileOf(uri);
    if (known) return known;
    const folders = this.folders.filter(folder => pathOf(uri).startsWith(folderPathOf(folder)));
    const nearest = folders.sort((one, other) => other.length - one.length)[0];
    if (nearest === undefined) return undefined;
    const file = `${nearest.replace(/\/$/, '')}/${configurationFileName}`;
    // It may not have been read yet.
    const text = await this.fileSystem.read(file);
    if (text !== undefined) return { uri: file, text };
    const { documentChanges, resourceOperations } = this.capabilities.workspace?.workspaceEdit ?? {};
    return documentChanges && resourceOperations?.includes('create') ? { uri: file } : undefined;
  }

  /** The file as each target tool reads it. */
  readingsOf(snapshot: Snapshot): TargetReading[] {
    const { fields } = this.workspace.projects.configurationOf(snapshot.document.uri);
    return readForTargets(snapshot, this.settings.targets, fields);
  }

  /** The problems of a file, with the current state of all other files. */
  problemsOf(snapshot: Snapshot, readings: readonly TargetReading[]): AgentDiagnostic[] {
    const current = { ...snapshot, workspace: this.workspace.index };
    return diagnoseForAll(current, readings, this.rulesFor(snapshot.document.uri));
  }

  /** What VS Code shows for a document without this extension, and the server must not repeat. */
  builtInSupportFor({ dialect, document }: Snapshot): BuiltInSupport | undefined {
    const languageId = this.documents.get(document.uri)?.languageId ?? '';
    return coreSupportFor(this.#client, languageId, dialect, document);
  }
}
