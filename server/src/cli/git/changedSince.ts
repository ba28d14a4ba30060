import { basename, dirname, resolve } from 'node:path';
import { configurationFileName } from '../../language/configuration.ts';
import { pluginManifests } from '../../language/fileKinds.ts';
import { isAtOrBelow } from '../../workspace/links.ts';
import { commitOf, git, items, rootAround } from './git.ts';

/** What has changed in a work tree. */
export interface Changes {
  /** True if a file (path) has changed, was added or deleted. */
  has(path: string): boolean;
  /** True if something has changed that holds for the files around it: a configuration or a manifest. */
  holdFor(path: string): boolean;
  /** What the files are called, and the folders around them: others may refer to them so, or have done so. */
  readonly names: ReadonlySet<string>;
}

/** What has changed since the work tree left a revision, files that git does not know yet included. */
export async function changedSince(cwd: string, revision: string): Promise<Changes> {
  const commit = await commitOf(cwd, revision);
  const root = await rootAround(cwd);
  // What others have committed since is not a change here.
  const base = await git(root, ['merge-base', commit, 'HEAD']).then(
    output => output.toString('utf8').trim(),
    () => commit,
  );
  const listing = ['--name-only', '--no-renames', '--no-ext-diff', '--no-textconv', '-z'];
  const changed = await git(root, ['diff', ...listing, base, '--']);
  const added = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  const paths = new Set([...items(changed), ...items(added)].map(path => resolve(root, path)));
  const folders = [...paths].flatMap(folderOf);
  return {
    has: path => paths.has(path),
    holdFor: path => folders.some(folder => isAtOrBelow(path, folder)),
    names: new Set(
      [...paths].flatMap(path => [basename(path).replace(/\..*$/s, ''), basename(dirname(path))]),
    ),
  };
}

/** The folder for which a configuration file or a manifest holds. */
function folderOf(path: string): string[] {
  const normal = path.replaceAll('\\', '/');
  return [configurationFileName, ...pluginManifests()]
    .filter(name => normal.endsWith(`/${name}`))
    .map(name => path.slice(0, -name.length - 1));
}
