import type { Dialect } from '../dialect/dialect.ts';
import { nameIn, placeFor } from '../dialect/place.ts';
import { type Evidence, evidenceFor, isNamedPrompt, looksLikeAgent, shareKnown } from './evidence.ts';
import type { FileHead } from './fileHead.ts';
import { isCommon, namesWord, type Profile, profilesFor, roleNames } from './profile.ts';

/** A file of a collection. */
export interface CollectedFile {
  /** Its absolute path, with `/`. */
  readonly path: string;
  readonly dialect: Dialect;
  /** The path that it would have if its cluster was copied to where the tool looks. */
  readonly installedPath: string;
}

/** Files in one folder, or in the folders below one that is named as a tool names its own. */
interface Cluster {
  /** Below the searched folder, without `/` at the end. */
  readonly folder: string;
  readonly role: string | undefined;
  readonly files: readonly FileHead[];
}

/** A dialect for a cluster, and what every file says for it. */
interface Reading {
  readonly profile: Profile;
  readonly evidence: ReadonlyMap<FileHead, Evidence>;
  readonly points: number;
}

/** How many files must agree where none is unmistakable. */
const enough = 3;

/** How often what was found may lead to more. */
const mostPasses = 4;

/**
 * Finds the files that are published to be copied to where a tool reads them: by their keys, the values of these, and
 * the names of the folders, of all files together. `root` is the searched folder with `/` at its end; `heads` are those
 * of files below it that no tool reads in place. Of `named` ones a single file is enough.
 */
export function collectedFiles(
  root: string,
  heads: readonly FileHead[],
  named: ReadonlySet<string> = new Set(),
): CollectedFile[] {
  const clusters = clustersOf(root, heads);
  const accepted = new Map<Cluster, Reading>();
  // What the certain ones are for, the others are likely for, too; and so on, from these to their neighbors.
  for (let pass = 0, before = -1; pass < mostPasses && accepted.size > before; pass++) {
    before = pass === 0 ? -1 : accepted.size;
    const tools = new Set([...accepted.values()].map(({ profile }) => profile.word));
    const folders = new Set([...accepted.keys()].flatMap(besides));
    for (const cluster of clusters) {
      const reading = accepted.has(cluster) ? undefined : bestReading(root, cluster, tools);
      if (!reading) continue;
      const isBeside = folders.has(parentOf(cluster.folder));
      if (isCertain(cluster, reading) || (pass > 0 && isLikely(cluster, reading, tools, isBeside)))
        accepted.set(cluster, reading);
    }
  }
  return clusters.flatMap(cluster => {
    const isNamed = cluster.files.some(({ path }) => named.has(path));
    const reading = accepted.get(cluster) ?? (isNamed ? bestReading(root, cluster, new Set()) : undefined);
    if (!reading) return [];
    const files = membersOf(cluster, reading).filter(({ path }) => accepted.has(cluster) || named.has(path));
    return files.map(({ path }) => placed(root, cluster, reading.profile.dialect, path));
  });
}

/** The folders whose subfolders are neighbors of a cluster: its own, and the one that it lies in. */
function besides({ folder, role }: Cluster): string[] {
  return role === undefined ? [folder, parentOf(folder)] : [];
}

function clustersOf(root: string, heads: readonly FileHead[]): Cluster[] {
  const clusters = new Map<string, { role: string | undefined; files: FileHead[] }>();
  const own = root.slice(0, -1).split('/').at(-1) ?? '';
  for (const head of heads) {
    const folders = head.path.slice(root.length).split('/').slice(0, -1);
    const at = folders.findLastIndex(folder => roleNames().has(folder));
    const folder = (at >= 0 ? folders.slice(0, at + 1) : folders).join('/');
    const role = at >= 0 ? folders[at] : roleNames().has(own) ? own : undefined;
    const extension = head.path.slice(head.path.lastIndexOf('.'));
    const key = `${folder} ${extension}`;
    const cluster = clusters.get(key) ?? { role, files: [] };
    cluster.files.push(head);
    clusters.set(key, cluster);
  }
  return [...clusters].map(([key, cluster]) => ({ folder: key.slice(0, key.lastIndexOf(' ')), ...cluster }));
}

/** The dialect that fits a cluster best; `undefined` when none of its files looks like an agent file. */
function bestReading(root: string, cluster: Cluster, tools: ReadonlySet<string>): Reading | undefined {
  const files = cluster.files.filter(head => head.isRegular && looksLikeAgent(head));
  const measured = files.length > 0 ? files : cluster.files.filter(looksLikeAgent);
  if (measured.length === 0) return undefined;
  const { path } = measured[0]!;
  const extension = path.slice(path.lastIndexOf('.'));
  const keys = new Set(measured.flatMap(head => [...head.keys.keys()]));
  const rivals = profilesFor(extension, cluster.role, cluster.folder, keys);
  let best: Reading | undefined;
  for (const profile of rivals) {
    const evidence = new Map(measured.map(head => [head, evidenceFor(head, profile, rivals)] as const));
    const mean = [...evidence.values()].reduce((sum, { points }) => sum + points, 0) / measured.length;
    const points = mean + fitOfPlace(root, cluster, profile) + (tools.has(profile.word) ? 2 : 0);
    if (points > (best?.points ?? Number.NEGATIVE_INFINITY)) best = { profile, evidence, points };
  }
  return best;
}

/** What the names of the folders say for a dialect, and how common its files are in public repositories. */
function fitOfPlace(root: string, { folder, role }: Cluster, profile: Profile): number {
  const { roles, word, dialect } = profile;
  const common = isCommon(profile) ? Math.log2(1 + (dialect.published ?? 0)) / 4 : -1;
  const isAgent = dialect.defines === 'agent';
  const ofRole = role === undefined ? (isAgent ? 1 : -2) : roles.has(role) ? 3 : -2;
  const own = root.split('/').at(-2) ?? '';
  return common + ofRole + (namesWord(folder, word) ? 6 : namesWord(own, word) ? 2 : 0);
}

/** Whether a cluster has a file that can be nothing else, or several files with values of the tool's vocabulary. */
function isCertain({ folder, role }: Cluster, { evidence, profile }: Reading): boolean {
  const all = [...evidence];
  // An ending of its own is as good as a value.
  const hasOwnEnding = !profile.extensions.has('.md');
  const isUnmistakable = ([head, { hits, known, tools }]: readonly [FileHead, Evidence]): boolean => {
    if (hasOwnEnding) return known > 0;
    const inRole = role !== undefined && profile.roles.has(role);
    if (inRole && namesWord(folder, profile.word)) return known > 0;
    const isComplete = head.keys.has('name') || (inRole ? known : hits) > 1;
    return isComplete && (inRole ? hits > 0 : tools > 1 || (hits > 0 && known > 1));
  };
  return all.some(isUnmistakable) || all.filter(([, { hits }]) => hits > 0).length >= enough;
}

/**
 * Whether a cluster without such evidence is one: in a folder named as the tool names its own, with several files and
 * hardly a key that the tool does not know; or beside others of the repository.
 */
function isLikely(
  { role }: Cluster,
  { evidence, profile }: Reading,
  tools: ReadonlySet<string>,
  isBeside: boolean,
): boolean {
  const all = [...evidence];
  const isOfRepository = tools.has(profile.word);
  const inRole = role !== undefined && profile.roles.has(role);
  if (inRole && isOfRepository) return true;
  const mostAreKnown = all.every(([head, own]) => shareKnown(head, own) > 1 / 2);
  if (!mostAreKnown) return false;
  if (isOfRepository && isBeside) return true;
  const isAgent = profile.dialect.defines === 'agent';
  if (inRole) {
    const hasOwn = isAgent
      ? all.every(([{ keys }]) => keys.has('name'))
      : all.some(([, { known }]) => known > 0);
    return all.length >= enough && hasOwn;
  }
  return (
    isAgent && all.length >= enough && all.filter(([head]) => isNamedPrompt(head)).length * 2 > all.length
  );
}

/** The files of a cluster that belong to the collection. Of those in no folder of agents, none without a sign of it. */
function membersOf({ files, role }: Cluster, { evidence }: Reading): FileHead[] {
  return files.filter(head => {
    const own = evidence.get(head);
    if (!own) return !head.isRegular && (role !== undefined || looksLikeAgent(head));
    return role !== undefined || own.hits > 0 || shareKnown(head, own) >= 1 / 2;
  });
}

function placed(root: string, { folder, role }: Cluster, dialect: Dialect, path: string): CollectedFile {
  const name = nameIn(dialect, path);
  const place = placeFor(dialect, name);
  const scope = role === undefined ? parentOf(folder) : folder;
  const above = scope === '' ? root : `${root}${scope}/`;
  const below = path.slice(above.length).split('/').slice(0, -1);
  const isNested = dialect.files.some(glob => glob.includes('/**/'));
  const [file, ...folders] = place.split('/').reverse();
  const parts = [...folders.reverse(), ...(isNested ? below : []), file];
  return { path, dialect, installedPath: above + parts.join('/') };
}

function parentOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}
