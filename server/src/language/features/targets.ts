import type { Configuration } from '../configuration.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { nameIn, placeFor } from '../dialect/place.ts';
import { type Format, formatOf } from '../document/agentDocument.ts';
import { mayBeCustomKey } from '../loading/customKeys.ts';
import type { Issue } from '../loading/issue.ts';
import { type LoaderInput, type LoadResult, nothingLoaded } from '../loading/loader.ts';
import { type Snapshot, takeSnapshot } from '../snapshot.ts';
import { dialects } from '../tools/index.ts';

/** A file as another tool reads it. */
export interface TargetReading {
  /** The tool's name in settings: `opencode`. */
  readonly target: string;
  /** The file, as if it were in that tool's folder. */
  readonly snapshot: Snapshot;
}

/** The names of all tools that a file can be checked for, in alphabetical order. */
export function targetNames(): string[] {
  const own = dialects.flatMap(({ target }) => target ?? []);
  const hosts = dialects.flatMap(({ hosts = [] }) => hosts.map(({ target }) => target));
  return [...new Set([...own, ...hosts])].sort();
}

/**
 * Reads a file as other tools would that have files of its kind, in the order of `targets`. Its own tool is left out,
 * and so are tools that have no such files. `ownFields` are the custom keys of the project: it is
 * intended that a tool ignores them.
 */
export function readForTargets(
  snapshot: Snapshot,
  targets: readonly string[],
  ownFields: Configuration['fields'] = {},
): TargetReading[] {
  // A file that is clearly not an agent is not one for other tools either.
  if (snapshot.load.ignored) return [];
  const { document, workspace } = snapshot;
  return [...new Set(targets)].flatMap(target => {
    const dialect = counterpart(snapshot.dialect, target);
    if (!dialect) return [];
    const path = placeFor(dialect, nameIn(snapshot.dialect, snapshot.path));
    const isOther = formatOf(path) !== document.format;
    // Who keeps an agent in both formats knows.
    if (isOther && hasTwin(snapshot, path)) return [];
    const taken = takeSnapshot(document, isOther ? unreadable(dialect, path) : dialect, path, workspace);
    const issues = taken.load.issues.filter(issue => !isOwnKey(issue, ownFields));
    return [{ target, snapshot: { ...taken, load: { ...taken.load, issues } } }];
  });
}

/**
 * The other tool's dialect for the same kind of file. A tool lists the principal dialect of a kind first; one without any
 * may read the files of another dialect.
 */
function counterpart(own: Dialect, target: string): Dialect | undefined {
  if (own.defines === undefined || own.target === target) return undefined;
  const ofKind = dialects.filter(({ defines }) => defines === own.defines);
  return (
    ofKind.find(dialect => dialect.target === target) ??
    ofKind.flatMap(dialect => hostedBy(dialect, target) ?? [])[0]
  );
}

/** Whether there is a file of another tool beside this one's folder, at its place for the same name. */
function hasTwin({ document: { uri }, workspace }: Snapshot, place: string): boolean {
  const folder = /^(.*)\/\.[^/]+\/[^.]*\.[^/]*$/.exec(uri)?.[1];
  return (
    folder !== undefined && workspace.has(`${folder}/${place.split('/').map(encodeURIComponent).join('/')}`)
  );
}

/** The dialect for a file in another format than the one that its tool reads at `path`. */
function unreadable(dialect: Dialect, path: string): Dialect {
  const { tool } = dialect.loader;
  const format = formatOf(path);
  const load = ({ document }: LoaderInput): LoadResult => ({
    ...nothingLoaded,
    issues: [
      {
        code: 'file.notRead',
        effect: 'rejected',
        range: document.frontMatter.open,
        problem: `File is ${formatTitles[document.format]}, not ${formatTitles[format]}`,
        consequence: `${tool} reads such files only in ${formatTitles[format]}`,
        advice: `Add one in ${formatTitles[format]}`,
      },
    ],
  });
  const { loaderFor: _, ...rest } = dialect;
  return { ...rest, loader: { ...dialect.loader, load } };
}

const formatTitles: Readonly<Record<Format, string>> = { markdown: 'Markdown', json: 'JSON', toml: 'TOML' };

/** A dialect as a tool reads it that is one of its hosts. */
function hostedBy(dialect: Dialect, target: string): Dialect | undefined {
  const host = dialect.hosts?.find(each => each.target === target);
  return host && { ...dialect, target, loader: host.loader, files: [host.place] };
}

function isOwnKey(issue: Issue, ownFields: Configuration['fields']): boolean {
  return mayBeCustomKey(issue) && issue.field !== undefined && Object.hasOwn(ownFields, issue.field);
}
