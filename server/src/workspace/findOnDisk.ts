import { type Dirent, readdir, stat } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import picomatch from 'picomatch';
import { glob } from 'tinyglobby';
import { excluded, isExcluded } from './fileSystem.ts';
import { isAtOrBelow, realPathOf } from './links.ts';

const statOf = promisify(stat);

/** A file on disk that a search found. */
interface FileOnDisk {
  readonly path: string;
  /** The path of the file itself, when `path` leads through a link. */
  readonly real?: string;
}

/**
 * Finds the files below a folder. First without links, then through the links: each real folder is entered through one
 * link at most, so that folders that link to each other cost no more than others. Links that lead out of the folders in
 * `within` are not followed.
 */
export async function findOnDisk(
  folder: string,
  globs: readonly string[],
  within: readonly string[],
): Promise<FileOnDisk[]> {
  const patterns = globs.filter(pattern => !leadsOut(folder, pattern));
  const { files, links } = await walk(folder, patterns);
  const found: FileOnDisk[] = files.map(path => ({ path }));
  if (links.length === 0) return found;
  const realFolders = await Promise.all([folder, ...within].map(realPathOf));
  const isWithin = (real: string): boolean =>
    realFolders.some(above => above !== undefined && isAtOrBelow(real, above));
  const below = (path: string): string => relative(folder, path).split(sep).join('/');
  const own = realFolders[0] ?? folder;
  // As the search itself names the file, when the folder lies behind a link.
  const named = (real: string): string => (isAtOrBelow(real, own) ? folder + real.slice(own.length) : real);
  const matches = picomatch(patterns, { dot: true, windows: false });
  const entered = new Set<string>();
  const waiting = await resolved(links);
  // Grows while folders behind links are entered.
  for (const { path, real } of waiting) {
    if (!isWithin(real) || isIn(real, entered) || isExcluded(`/${below(path)}/`)) continue;
    entered.add(real);
    const inside = await filesAt(real);
    const throughLink = (file: string): string => path + file.slice(real.length);
    for (const file of inside.files)
      if (matches(below(throughLink(file)))) found.push({ path: throughLink(file), real: named(file) });
    const further = inside.links.filter(link => !isIn(link, entered, real));
    for (const link of await resolved(further)) waiting.push({ ...link, path: throughLink(link.path) });
  }
  return found;
}

/** A link and what it leads to. */
interface Link {
  readonly path: string;
  readonly real: string;
}

/** Links with what they lead to, in the order of their paths; last those that lead to a folder around them. */
async function resolved(links: readonly string[]): Promise<Link[]> {
  const all = await Promise.all(links.map(async path => ({ path, real: await realPathOf(path) })));
  const isLoop = ({ path, real }: Link): boolean => isAtOrBelow(path, real);
  return all
    .filter((link): link is Link => link.real !== undefined)
    .sort((a, b) => Number(isLoop(a)) - Number(isLoop(b)) || (a.path < b.path ? -1 : 1));
}

/** Whether a path, or a folder above it other than `except`, is one of `paths`. */
function isIn(path: string, paths: ReadonlySet<string>, except?: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (at !== except && paths.has(at)) return true;
    if (at === dirname(at)) return false;
  }
}

/** The files in a real folder, or the real file itself, and the links in it. Other kinds of files are skipped. */
async function filesAt(real: string): Promise<{ readonly files: string[]; readonly links: string[] }> {
  const what = await statOf(real).catch(() => undefined);
  if (what?.isDirectory()) return walk(real, ['**/*']);
  return { files: what?.isFile() ? [real] : [], links: [] };
}

/** The files below a folder that match, and all links, as absolute paths. */
async function walk(
  folder: string,
  patterns: readonly string[],
): Promise<{ readonly files: string[]; readonly links: string[] }> {
  const links: string[] = [];
  const readAndKeepLinks = (
    path: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ): void => {
    readdir(path, options, (error, entries) => {
      for (const entry of entries ?? []) if (entry.isSymbolicLink()) links.push(join(path, entry.name));
      done(error, entries);
    });
  };
  const files = await glob([...patterns], {
    cwd: folder,
    dot: true,
    ignore: [...excluded],
    onlyFiles: true,
    followSymbolicLinks: false,
    fs: { readdir: readAndKeepLinks as typeof readdir },
  });
  return { files: files.map(path => join(folder, path)), links };
}

/** Whether a glob would start a search outside of the folder. */
function leadsOut(folder: string, pattern: string): boolean {
  const plain = pattern.replace(/^!(?!\()/, '');
  const below = plain.startsWith('/')
    ? posix.relative(folder.split(sep).join('/'), plain)
    : posix.normalize(plain);
  return /^\.\.(?:\/|$)/.test(below);
}
