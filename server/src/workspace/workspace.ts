import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Associations } from '../language/dialect/associations.ts';
import { AgentDocument } from '../language/document/agentDocument.ts';
import { indexedFileOf, type Snapshot, takeSnapshot } from '../language/snapshot.ts';
import { type IndexedFile, RelatedFiles, type WorkspaceIndex } from '../language/workspaceIndex.ts';
import type { BoundedFileSystem } from './fileSystem.ts';
import { Imports, importsOf } from './imports.ts';
import { LinkedFiles } from './linkedFiles.ts';
import { Listings } from './listings.ts';
import { Projects } from './projects.ts';
import { Skills } from './skills.ts';
import { fileKeyOf, pathOf } from './uris.ts';

/**
 * The index of the agent files in the open folders. It takes snapshots: of open documents from the client's text, of
 * other files from the file system, whose text is not kept.
 */
export class Workspace {
  /** The configurations of the open folders. */
  readonly projects: Projects;
  /** What the models are given of the skills and commands. */
  readonly skills: Skills;
  /** By `fileKeyOf`. */
  readonly #files = new Map<string, IndexedFile>();
  readonly #related = new RelatedFiles();
  readonly #open = new Map<string, Snapshot>();
  readonly #imports: Imports;
  readonly #listings: Listings;
  readonly #linked: LinkedFiles;
  /** The files that import others. */
  readonly #importers = new Set<string>();
  #index: WorkspaceIndex | undefined;
  /** Whether all agent files around a file (URI) are indexed. */
  isSurveyed: (uri: string) => boolean = () => false;

  /** `isWithin` tells which paths are inside the open folders; imports outside them are not read. */
  constructor(
    private readonly fileSystem: BoundedFileSystem,
    isWithin: (path: string) => boolean,
  ) {
    this.projects = new Projects(fileSystem);
    this.skills = new Skills(fileSystem);
    this.#imports = new Imports(fileSystem, isWithin);
    this.#listings = new Listings(fileSystem, isWithin);
    this.#linked = new LinkedFiles(fileSystem, isWithin);
  }

  /** The index in the form that features use. */
  get index(): WorkspaceIndex {
    const imported = this.#imports.known;
    const listings = this.#listings.known;
    if (this.#index?.imported !== imported || this.#index.listings !== listings) {
      const files = this.#files;
      this.#index = {
        // Few need it, and it changes with each file that is read.
        get files() {
          return [...files.values()];
        },
        named: name => this.#related.named(name),
        unreadIn: folder => this.#related.unreadIn(folder),
        names: this.#related.names,
        isSurveyed: uri => this.isSurveyed(uri),
        linked: path => this.#linked.has(path),
        has: uri => this.knows(uri),
        imported,
        listings,
        delivered: uri => (this.isSurveyed(uri) ? this.skills.of(uri) : []),
      };
    }
    return this.#index;
  }

  /** The snapshot of an open document at its version; `undefined` when it is not an agent file. */
  open(source: TextDocument): Snapshot | undefined {
    const known = this.#open.get(source.uri);
    if (known && known.document.version === source.version) {
      return known.workspace === this.index ? known : { ...known, workspace: this.index };
    }
    const document = new AgentDocument(source, known?.document);
    // Only a change of keys can change the dialect: any other cause clears all snapshots.
    const snapshot =
      known && hasSameKeys(document, known.document)
        ? takeSnapshot(document, known.dialect, known.path, this.index, known.isCollected, known)
        : this.#take(document);
    if (snapshot) this.#open.set(source.uri, snapshot);
    return snapshot;
  }

  /** Drops the client's text of a document: from now on the file on disk is used. */
  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** The URI under which a file is indexed, or else the given one. Clients escape URIs differently. */
  knownUri(uri: string): string {
    return this.#files.get(fileKeyOf(uri))?.uri ?? uri;
  }

  /** Whether a file is indexed. */
  knows(uri: string): boolean {
    return this.#files.has(fileKeyOf(uri));
  }

  /**
   * The snapshot of a file that is not open; `undefined` when it does not exist, is not an agent file, or its text is not
   * `wanted`.
   */
  async read(written: string, wanted?: (text: string) => boolean): Promise<Snapshot | undefined> {
    const uri = this.knownUri(written);
    if (!this.projects.mayBeAgentFile(uri)) return undefined;
    const text = await this.fileSystem.read(uri);
    return text === undefined || wanted?.(text) === false
      ? undefined
      : this.#take(AgentDocument.of(text, uri));
  }

  /** Applies the user's associations. */
  associate(associations: Associations): void {
    this.projects.associations = associations;
    this.forgetSnapshots();
  }

  /** Reads the imports of a snapshot's file, which may replace `index.imported`. */
  async followImports(snapshot: Snapshot): Promise<void> {
    const { uri } = snapshot.document;
    if (importsOf(snapshot).length === 0) this.#importers.delete(uri);
    else {
      this.#importers.add(uri);
      await this.#imports.follow(snapshot);
    }
  }

  /** Looks for the files that a snapshot's file links to. Returns whether one was found to be missing. */
  lookForLinks(snapshot: Snapshot): Promise<boolean> {
    return this.#linked.look(snapshot);
  }

  /** Lists the files on which the instructions of an open file depend, which may replace `index.listings`. */
  async listMatches(snapshot: Snapshot): Promise<void> {
    await this.#listings.update(snapshot);
  }

  /** The importers whose diagnostics may depend on created, changed or deleted files and folders. */
  importersOf(paths: ReadonlySet<string>): string[] {
    const linking = this.#linked.forget(paths);
    return this.#imports.forget(paths) ? [...new Set([...this.importers, ...linking])] : linking;
  }

  /** The files that import others. */
  get importers(): string[] {
    return [...this.#importers];
  }

  /** Indexed agent files below a folder (its path, with `/` at the end). */
  filesBelow(folder: string): string[] {
    return [...this.#files.values()].map(({ uri }) => uri).filter(uri => pathOf(uri).startsWith(folder));
  }

  /** Drops all snapshots, because what they depend on has changed. */
  forgetSnapshots(): void {
    this.#open.clear();
  }

  /** Removes a file from the index. Returns the related files, whose diagnostics may change. */
  remove(uri: string): string[] {
    const key = fileKeyOf(uri);
    const before = this.#files.get(key);
    if (!before) return [];
    this.#files.delete(key);
    this.#related.delete(before);
    this.#importers.delete(uri);
    this.#linked.delete(uri);
    this.skills.remove(before.uri);
    this.#index = undefined;
    return this.#relatedTo(before);
  }

  /**
   * Indexes a snapshot. Returns the other files whose diagnostics may change: those that had, or now have, the same
   * name in the same scope, or are not read because of the same folder, and those that refer to it.
   */
  update(snapshot: Snapshot): string[] {
    const { document } = snapshot;
    const key = fileKeyOf(document.uri);
    const before = this.#files.get(key);
    const after = indexedFileOf(snapshot);
    this.#files.set(key, after);
    this.skills.add(snapshot);
    if (before) this.#related.delete(before);
    this.#related.add(after);
    if (before?.description !== after.description) this.#index = undefined;
    if (before && seenByOthers.every(what => JSON.stringify(before[what]) === JSON.stringify(after[what])))
      return [];
    this.#index = undefined;
    const others = before ? this.#relatedTo(before) : [];
    return [...new Set([...others, ...this.#relatedTo(after)])];
  }

  #take(document: AgentDocument): Snapshot | undefined {
    const choice = this.projects.choiceOf(document);
    if (!choice) return undefined;
    const { dialect, path, by } = choice;
    return takeSnapshot(document, dialect, path, this.index, by === 'collection', choice);
  }

  #relatedTo(file: IndexedFile): string[] {
    return this.#related.relatedTo(file).map(({ uri }) => uri);
  }
}

/** The properties that diagnostics of other files depend on. */
const seenByOthers = ['isWithheld', 'uri', 'dialect', 'scope', 'tool', 'name', 'unread', 'calledBy'] as const;

function hasSameKeys(
  { yaml: { entries } }: AgentDocument,
  { yaml: { entries: others } }: AgentDocument,
): boolean {
  return entries.length === others.length && entries.every(({ key }, at) => key === others[at]!.key);
}
