import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Associations } from '../language/dialect/associations.ts';
import { AgentDocument } from '../language/document/agentDocument.ts';
import { type Snapshot, takeSnapshot } from '../language/snapshot.ts';
import {
  duplicatesOf,
  FilesByName,
  type IndexedFile,
  indexedFileOf,
  type WorkspaceIndex,
} from '../language/workspaceIndex.ts';
import type { FileSystem } from './fileSystem.ts';
import { Imports, importsOf } from './imports.ts';
import { Projects } from './projects.ts';
import { fileKeyOf, pathOf } from './uris.ts';

/**
 * The agent files of the open folders: which there are, by which names, and how to take a snapshot of one.
 * Texts of open documents come from the editor, all others from the file system, and are not kept.
 */
export class Workspace {
  /** The configurations of the open folders. */
  readonly projects = new Projects();
  /** By `fileKeyOf`. */
  readonly #files = new Map<string, IndexedFile>();
  readonly #byName = new FilesByName();
  readonly #open = new Map<string, Snapshot>();
  readonly #imports: Imports;
  /** The files that import others. */
  readonly #importers = new Set<string>();
  #index: WorkspaceIndex | undefined;

  /** `isWithin` says which paths lie in the open folders: nothing else is read because a file names it. */
  constructor(
    private readonly fileSystem: FileSystem,
    isWithin: (path: string) => boolean,
  ) {
    this.#imports = new Imports(fileSystem, isWithin);
  }

  /** All that is known of the files, as features want it. */
  get index(): WorkspaceIndex {
    const imported = this.#imports.known;
    if (this.#index?.imported !== imported)
      this.#index = { files: [...this.#files.values()], named: name => this.#byName.named(name), imported };
    return this.#index;
  }

  /** The snapshot of an open document at its version; `undefined` when it is no agent file. */
  open(source: TextDocument): Snapshot | undefined {
    const known = this.#open.get(source.uri);
    if (known && known.document.version === source.version) {
      return known.workspace === this.index ? known : { ...known, workspace: this.index };
    }
    const document = new AgentDocument(source, known?.document);
    // What the file is can only have changed with its keys: what else decides it makes us forget all snapshots.
    const snapshot =
      known && hasSameKeys(document, known.document)
        ? takeSnapshot(document, known.dialect, known.path, this.index)
        : this.#take(document);
    if (snapshot) this.#open.set(source.uri, snapshot);
    return snapshot;
  }

  /** Forgets the editor's text of a document: from now on the file counts. */
  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** The URI by which a file is known; the given one when it is not. Editors write it in ways of their own. */
  knownUri(uri: string): string {
    return this.#files.get(fileKeyOf(uri))?.uri ?? uri;
  }

  /** Whether a file is one of those that are known. */
  knows(uri: string): boolean {
    return this.#files.has(fileKeyOf(uri));
  }

  /** The snapshot of a file that no editor has open; `undefined` when it is gone or no agent file. */
  async read(written: string): Promise<Snapshot | undefined> {
    const uri = this.knownUri(written);
    if (!this.projects.mayBeAgentFile(uri)) return undefined;
    const text = await this.fileSystem.read(uri);
    return text === undefined ? undefined : this.#take(AgentDocument.of(text, uri));
  }

  /** From now on certain files are what the user says. */
  associate(associations: Associations): void {
    this.projects.associations = associations;
    this.forgetSnapshots();
  }

  /** Looks at what a snapshot's file imports, where it imports anything: `index.imported` may be another one then. */
  async followImports(snapshot: Snapshot): Promise<void> {
    const { uri } = snapshot.document;
    if (importsOf(snapshot).length === 0) this.#importers.delete(uri);
    else {
      this.#importers.add(uri);
      await this.#imports.follow(snapshot);
    }
  }

  /** The files whose diagnostics may depend on files or folders that came, changed or went, because they import them. */
  importersOf(paths: ReadonlySet<string>): string[] {
    return this.#imports.forget(paths) ? this.importers : [];
  }

  /** The files that import others. */
  get importers(): string[] {
    return [...this.#importers];
  }

  /** Known agent files below a folder (its path, with `/` at the end). */
  filesBelow(folder: string): string[] {
    return [...this.#files.values()].map(({ uri }) => uri).filter(uri => pathOf(uri).startsWith(folder));
  }

  /** After a configuration has changed nothing that was made with the old one holds. */
  forgetSnapshots(): void {
    this.#open.clear();
  }

  /**
   * Takes a file away. Returns the other files whose diagnostics may depend on it: those of the same name.
   */
  remove(uri: string): string[] {
    const key = fileKeyOf(uri);
    const before = this.#files.get(key);
    if (!before) return [];
    this.#files.delete(key);
    this.#byName.delete(before);
    this.#importers.delete(uri);
    this.#index = undefined;
    return this.#namesakes(before);
  }

  /**
   * Notes what a snapshot says of its file. Returns the other files whose diagnostics may change with that: those
   * that had, or now have, the same name in the same scope.
   */
  update(snapshot: Snapshot): string[] {
    const { document } = snapshot;
    const key = fileKeyOf(document.uri);
    const before = this.#files.get(key);
    const after = indexedFileOf(snapshot);
    this.#files.set(key, after);
    if (before) this.#byName.delete(before);
    this.#byName.add(after);
    if (before && seenByOthers.every(what => before[what] === after[what])) return [];
    this.#index = undefined;
    const others = before ? this.#namesakes(before) : [];
    return [...new Set([...others, ...this.#namesakes(after)])];
  }

  #take(document: AgentDocument): Snapshot | undefined {
    const choice = this.projects.choiceOf(document);
    if (!choice) return undefined;
    return takeSnapshot(document, choice.dialect, choice.path, this.index);
  }

  #namesakes(file: IndexedFile): string[] {
    return duplicatesOf(file, this.#byName).map(({ uri }) => uri);
  }
}

/** What other files depend on. */
const seenByOthers = ['uri', 'dialect', 'scope', 'tool', 'name', 'description'] as const;

function hasSameKeys(
  { yaml: { entries } }: AgentDocument,
  { yaml: { entries: others } }: AgentDocument,
): boolean {
  return entries.length === others.length && entries.every(({ key }, at) => key === others[at]!.key);
}
