import ignore, { type Ignore } from 'ignore';
import type { BoundedFileSystem } from './fileSystem.ts';
import { fileKeyOf, parentOf, pathOf } from './uris.ts';

/** The name of the files in which a folder says what git ignores. */
export const ignoreFileName = '.gitignore';

/** Whether a file says what git ignores in its folder. */
export function isIgnoreFile(uri: string): boolean {
  return uri.endsWith(`/${ignoreFileName}`);
}

/** A repository: its root folder (URI, with `/` at the end), and what is known of it. */
interface Repository {
  readonly root: string;
  /** The rules by folder, as its path below the root. */
  readonly rules: Map<string, Ignore>;
  /** Whether a folder is ignored, by its path below the root. */
  readonly folders: Map<string, boolean>;
  index: string | undefined;
}

/**
 * What git ignores: by the `.gitignore` files from a file's folder up to the root of its repository, and by
 * `.git/info/exclude`. As for git, a file that is tracked all the same is not ignored. Outside repositories nothing is.
 */
export class GitIgnore {
  /** By the path of the root folder, with `/` at the end. */
  readonly #repositories = new Map<string, Repository>();

  constructor(private readonly read: BoundedFileSystem['read']) {}

  /** Adds a repository by its root folder (URI). */
  async addRepository(folder: string): Promise<void> {
    const root = folder.endsWith('/') ? folder : `${folder}/`;
    const key = fileKeyOf(root);
    if (this.#repositories.has(key)) return;
    const repository = { root, rules: new Map(), folders: new Map(), index: undefined };
    this.#repositories.set(key, repository);
    const exclude = await this.read(`${root}.git/info/exclude`);
    if (exclude) setRules(repository, '.git/info/exclude', exclude);
  }

  /** Applies the text of a `.gitignore` file; `undefined` when it does not exist any more. */
  update(uri: string, text: string | undefined): void {
    const repository = this.#repositoryOf(uri);
    if (repository) setRules(repository, pathOf(parentOf(uri)).slice(pathOf(repository.root).length), text);
  }

  /** Whether git ignores a file. */
  async ignores(uri: string): Promise<boolean> {
    const repository = this.#repositoryOf(uri);
    if (!repository || repository.rules.size === 0) return false;
    const path = pathOf(uri).slice(pathOf(repository.root).length);
    return isIgnored(repository, path) && !(await this.#isTracked(repository, path));
  }

  #repositoryOf(uri: string): Repository | undefined {
    for (let at = parentOf(uri), above = ''; at !== above; above = at, at = parentOf(at)) {
      const found = this.#repositories.get(fileKeyOf(`${at}/`));
      if (found) return found;
    }
    return undefined;
  }

  /** Looks a path up in git's index: there its length stands before it, and a zero behind. */
  async #isTracked(repository: Repository, path: string): Promise<boolean> {
    repository.index ??= (await this.read(`${repository.root}.git/index`)) ?? '';
    const { index } = repository;
    const length = new TextEncoder().encode(path).length & 0xff;
    for (let at = index.indexOf(`${path}\0`); at >= 0; at = index.indexOf(`${path}\0`, at + 1)) {
      const before = index.charCodeAt(at - 1);
      // Read as UTF-8, a byte of its own above 127 is the replacement character.
      if (before === length || (length > 127 && before === 0xfffd)) return true;
    }
    return false;
  }
}

function setRules({ rules, folders }: Repository, folder: string, text: string | undefined): void {
  folders.clear();
  if (text === undefined) rules.delete(folder);
  else rules.set(folder, ignore({ ignorecase: false }).add(text));
}

function isIgnored(repository: Repository, path: string): boolean {
  return isFolderIgnored(repository, folderOf(path)) || verdictOn(repository, path);
}

/** Git does not look into a folder that it ignores. */
function isFolderIgnored(repository: Repository, folder: string): boolean {
  if (folder === '') return false;
  const known = repository.folders.get(folder);
  if (known !== undefined) return known;
  const ignored = isFolderIgnored(repository, folderOf(folder)) || verdictOn(repository, `${folder}/`);
  repository.folders.set(folder, ignored);
  return ignored;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What the rules say of one file, or one folder with `/` at its end: those of the nearest folder count first. */
function verdictOn({ rules }: Repository, path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/').slice(0, -1);
  for (let depth = parts.length; depth >= 0; depth--) {
    const verdict = verdictOf(rules.get(parts.slice(0, depth).join('/')), path, depth, parts);
    if (verdict !== undefined) return verdict;
  }
  return verdictOf(rules.get('.git/info/exclude'), path, 0, parts) ?? false;
}

function verdictOf(
  rules: Ignore | undefined,
  path: string,
  depth: number,
  parts: readonly string[],
): boolean | undefined {
  if (!rules) return undefined;
  const below = path.slice(parts.slice(0, depth).reduce((length, part) => length + part.length + 1, 0));
  const { ignored, unignored } = rules.test(below);
  return ignored ? true : unignored ? false : undefined;
}
