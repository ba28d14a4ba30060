import { bareName } from './reference.ts';

/** What is known of the names in a file. */
export interface NamedFile {
  readonly uri: string;
  readonly calledBy?: readonly string[];
  readonly plugin?: string;
  readonly references?: readonly { readonly name: string }[];
}

/** Files by the names under which other files know them, and by the names that they use. */
export interface KnownNames<File extends NamedFile> {
  /** The files that are known by a name: `worker` and `kit:worker` have the same bare name. In no order. */
  called(bare: string): readonly File[];
  /** The files that have a reference by such a name. */
  referringTo(bare: string): readonly File[];
  /** Whether files of a plugin are known. */
  hasPlugin(name: string): boolean;
  /** All names, with the files that are known by them. */
  all(): Iterable<readonly [name: string, file: File]>;
}

/** An index that is kept while files come and go. */
export class NameIndex<File extends NamedFile> implements KnownNames<File> {
  readonly #called = new Map<string, Map<string, File>>();
  readonly #referring = new Map<string, Map<string, File>>();
  readonly #plugins = new Map<string, number>();

  called(bare: string): readonly File[] {
    return [...(this.#called.get(bare)?.values() ?? [])];
  }

  referringTo(bare: string): readonly File[] {
    return [...(this.#referring.get(bare)?.values() ?? [])];
  }

  hasPlugin(name: string): boolean {
    return this.#plugins.has(name);
  }

  *all(): Generator<readonly [string, File]> {
    for (const files of this.#called.values())
      for (const file of files.values()) for (const name of file.calledBy ?? []) yield [name, file];
  }

  /** Adds a file. */
  add(file: File): void {
    for (const bare of bareNames(file.calledBy)) put(this.#called, bare, file);
    for (const bare of bareNames(file.references?.map(({ name }) => name))) put(this.#referring, bare, file);
    if (file.plugin !== undefined) this.#plugins.set(file.plugin, (this.#plugins.get(file.plugin) ?? 0) + 1);
  }

  /** Removes a file; nothing happens when it is not there. */
  delete(file: File): void {
    const isKnown = bareNames(file.calledBy).some(bare => this.#called.get(bare)?.has(file.uri));
    for (const bare of bareNames(file.calledBy)) drop(this.#called, bare, file);
    for (const bare of bareNames(file.references?.map(({ name }) => name))) drop(this.#referring, bare, file);
    const { plugin } = file;
    if (plugin === undefined || !isKnown) return;
    const left = (this.#plugins.get(plugin) ?? 0) - 1;
    if (left > 0) this.#plugins.set(plugin, left);
    else this.#plugins.delete(plugin);
  }

  /** The other files that refer, or may refer, to a file. */
  dependents(file: File): File[] {
    const found = bareNames(file.calledBy).flatMap(bare => this.referringTo(bare));
    return [...new Set(found)].filter(({ uri }) => uri !== file.uri);
  }
}

function bareNames(names: readonly string[] = []): string[] {
  return [...new Set(names.map(bareName))];
}

function put<File extends NamedFile>(files: Map<string, Map<string, File>>, key: string, file: File): void {
  const known = files.get(key);
  if (known) known.set(file.uri, file);
  else files.set(key, new Map([[file.uri, file]]));
}

function drop<File extends NamedFile>(
  files: Map<string, Map<string, File>>,
  key: string,
  { uri }: File,
): void {
  const known = files.get(key);
  known?.delete(uri);
  if (known?.size === 0) files.delete(key);
}
