import { changesOf, type RightsChange } from '../../language/rights/changes.ts';
import { type Rights, rightsOf } from '../../language/rights/rights.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { commitOf, git, rootAround } from '../git/git.ts';
import { CliError } from '../terminal.ts';
import { snapshotsIn } from './snapshots.ts';
import { type Tree, treeOfCommit, treeOnDisk } from './tree.ts';

/** What a change does to one agent file. */
export interface ChangedFile {
  /** The path from the root of the repository, with `/`: after the change, or before it where the file is gone. */
  readonly path: string;
  /** The path before the change, where the file was moved. */
  readonly from?: string;
  readonly tool: string;
  /** What it defines: `agent`, `skill` … */
  readonly what: string;
  readonly name: string | null;
  readonly changes: readonly RightsChange[];
}

/** What a change does to all agent files. */
export interface RightsDiff {
  /** The revisions, as written; `head` is `null` for the work tree. */
  readonly base: string;
  readonly head: string | null;
  readonly files: readonly ChangedFile[];
  /** True if any file can do more than before. */
  readonly isWider: boolean;
}

/** Compares two revisions, or one with the work tree. `BASE...HEAD` is what HEAD changed since it left BASE. */
export async function diffRights(
  cwd: string,
  written: string,
  head: string | undefined,
): Promise<RightsDiff> {
  const { base, to, isSinceFork } = rangeOf(written, head);
  const root = await rootAround(cwd);
  const texts = new Map<string, string>();
  const target = to === undefined ? undefined : await commitOf(root, to);
  const start = await commitOf(root, base);
  const from = isSinceFork ? await forkOf(root, start, target ?? 'HEAD') : start;
  const before = await loaded(await treeOfCommit(root, from, texts), root);
  const after = await loaded(
    target === undefined ? await treeOnDisk(root) : await treeOfCommit(root, target, texts),
    root,
  );
  const files = compared(before, after);
  return {
    base,
    head: to ?? null,
    files,
    isWider: files.some(({ changes }) => changes.some(({ effect }) => effect === 'wider')),
  };
}

async function forkOf(root: string, base: string, head: string): Promise<string> {
  const output = await git(root, ['merge-base', base, head]);
  return output.toString('utf8').trim();
}

function rangeOf(
  written: string,
  head: string | undefined,
): { readonly base: string; readonly to: string | undefined; readonly isSinceFork: boolean } {
  const [, base, dots, end] = /^(.*?)(\.{2,3})(.*)$/s.exec(written) ?? [];
  if (base === undefined) return { base: written, to: head, isSinceFork: false };
  if (head !== undefined) throw new CliError('Give either BASE HEAD or one range, such as main...HEAD.');
  return { base: base || 'HEAD', to: end || 'HEAD', isSinceFork: dots === '...' };
}

/** A file with what it can do. */
interface LoadedFile {
  readonly path: string;
  readonly dialect: Snapshot['dialect'];
  readonly rights: Rights;
}

async function loaded(tree: Tree, root: string): Promise<Map<string, LoadedFile>> {
  const files = new Map<string, LoadedFile>();
  for (const [path, snapshot] of await snapshotsIn(tree, root))
    if (!snapshot.load.ignored)
      files.set(path, { path, dialect: snapshot.dialect, rights: rightsOf(snapshot) });
  return files;
}

/** The files that do something else than before, by path. */
function compared(
  before: ReadonlyMap<string, LoadedFile>,
  after: ReadonlyMap<string, LoadedFile>,
): ChangedFile[] {
  const gone = new Map([...before].filter(([path]) => !after.has(path)));
  const files: ChangedFile[] = [];
  const add = (was: LoadedFile | undefined, is: LoadedFile | undefined): void => {
    const changes = changesOf(was?.rights, is?.rights);
    const { path, dialect, rights } = (is ?? was)!;
    if (changes.length === 0) return;
    files.push({
      path,
      ...(was && is && was.path !== is.path && { from: was.path }),
      tool: rights.tool,
      what: dialect.defines ?? 'file',
      name: rights.name ?? was?.rights.name ?? null,
      changes,
    });
  };
  for (const [path, file] of after) {
    const moved = before.has(path)
      ? undefined
      : [...gone.values()].find(
          ({ dialect, rights }) =>
            dialect.id === file.dialect.id && rights.name !== null && rights.name === file.rights.name,
        );
    if (moved) gone.delete(moved.path);
    add(before.get(path) ?? moved, file);
  }
  for (const file of gone.values()) add(file, undefined);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
