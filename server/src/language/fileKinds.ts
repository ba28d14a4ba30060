import type { Dialect } from './dialect/dialect.ts';
import { bySpecificity, globMatcher } from './dialect/glob.ts';
import {
  dialectsInPlugins,
  distinctPlugins,
  fileInPlugin,
  isSign,
  namedPathsIn,
  nameInManifest,
  type PlacedFile,
  type Plugin,
  type PluginFile,
  type PluginRejection,
  pluginsInListing,
  renamedIn,
  skippedInPlugin,
} from './dialect/plugins.ts';
import { unreadDialect } from './dialect/unreadDialect.ts';
import { AgentDocument } from './document/agentDocument.ts';
import { lazy } from './lazy.ts';
import type { Effect } from './loading/issue.ts';
import { declaredPlace, misplacedAt, misplacedFileGlobs } from './misplaced.ts';
import { dialects } from './tools/index.ts';

export type { PlacedFile, Plugin };
export { misplacedFileGlobs };

/** The dialect with that id, if there is one. */
export function dialectById(id: string): Dialect | undefined {
  return dialects.find(dialect => dialect.id === id);
}

/**
 * The dialect of a file by its path, absolute or relative, with `/` or `\`. A file of one of the `plugins` is what it
 * is in the innermost of them. Else, where several globs match, the one with the most letters of its own says more of
 * the path than the others, and wins; of equals, the dialect listed first.
 */
export function dialectForPath(path: string, plugins: Iterable<Plugin> = []): Dialect | undefined {
  const found = fileAt(path.replaceAll('\\', '/'), plugins);
  return found?.isMisplaced ? undefined : found?.dialect;
}

/** The same of a path with `/`, with the path by which the dialect's loader is to judge the file. */
export function fileAt(path: string, plugins: Iterable<Plugin>): PlacedFile | undefined {
  const dialect = inFolders().find(({ matches }) => matches(path))?.meaning;
  const own = dialect && { dialect, path };
  const inPlugins = pluginFile(path, plugins);
  // What a tool reads in a folder of its own, it reads there still when a plugin names it too.
  const isReadAlone = inPlugins?.isNamed && dialect?.target === inPlugins.dialect.target;
  const read = isReadAlone && dialect !== inPlugins.dialect ? own : (inPlugins ?? own);
  if (read) return read;
  // A tool's own folder says more than a file's name.
  const misplaced = misplacedAt(path) ?? misplacedInPlugin(path, plugins) ?? skippedBy(path, plugins);
  if (misplaced) return { dialect: misplaced, path, isMisplaced: true };
  const named = byName().find(({ matches }) => matches(path))?.meaning;
  return named && { dialect: named, path };
}

/** What a file is in the innermost of the bundles that say what it is. */
function pluginFile(path: string, plugins: Iterable<Plugin>): PluginFile | undefined {
  let innermost: { readonly file: PluginFile; readonly folder: string } | undefined;
  for (const plugin of plugins) {
    const { folder } = plugin;
    if (!path.startsWith(folder) || folder.length <= (innermost?.folder.length ?? -1)) continue;
    const file = fileInPlugin(path, plugin, pluginDialects());
    if (file) innermost = { file, folder };
  }
  return innermost?.file;
}

/** What a file is meant to be that is not where its plugin would have it. */
function misplacedInPlugin(path: string, plugins: Iterable<Plugin>): Dialect | undefined {
  for (const { folder, manifest, by } of plugins) {
    // A listing or a sign does not say that the whole folder is the plugin's.
    if (by !== undefined || !path.startsWith(folder)) continue;
    const rest = path.slice(folder.length);
    const kind = misplacedKinds().find(each => each.manifest === manifest && each.matches(path, rest));
    if (kind) return kind.dialect;
  }
  return undefined;
}

/** What a file would be in a usual place of a plugin that does not read it there. */
function skippedBy(path: string, plugins: Iterable<Plugin>): Dialect | undefined {
  for (const plugin of plugins) {
    if (plugin.by !== undefined || !path.startsWith(plugin.folder)) continue;
    for (const one of pluginDialects()) {
      if (one.inPlugins.manifest !== plugin.manifest) continue;
      const because = skippedInPlugin(path, plugin, one);
      if (because) return skippedDialect(one.dialect, plugin, because);
    }
  }
  return undefined;
}

function skippedDialect(
  dialect: Dialect,
  { folder, manifest }: Plugin,
  because: NonNullable<ReturnType<typeof skippedInPlugin>>,
): Dialect {
  const { tool } = dialect.loader;
  const isByKey = 'key' in because;
  const consequence = isByKey
    ? `${tool} reads only what \`${because.key}\` of \`${manifest}\` names`
    : `${tool} reads it only in a plugin without a folder \`${because.folder}\``;
  const advice = isByKey ? `Name it there, or remove \`${because.key}\`` : 'Move it into that folder';
  return unreadDialect(dialect, 'noted', ({ document }) =>
    document.yaml.entries.length > 0 ? { consequence, advice, folder } : undefined,
  );
}

const misplacedKinds = lazy(() =>
  dialects.flatMap(dialect => {
    const { manifest = '', misplaced: kind } = dialect.inPlugins ?? {};
    if (!kind) return [];
    const matchers = kind.files.map(globMatcher);
    return {
      manifest,
      matches: (path: string, rest: string) =>
        kind.from.test(path) && matchers.some(matches => matches(rest)),
      dialect: unreadDialect(dialect, 'rejected', input => declaredPlace(kind, input)),
    };
  }),
);

/**
 * The dialect of a file in a folder that several tools read, by the keys of its front matter: of the dialects that
 * share the folder, the one of whose own keys it has the most. `undefined` when it has none of them.
 */
export function dialectForKeys(path: string, keys: ReadonlySet<string>): Dialect | undefined {
  const slashed = path.replaceAll('\\', '/');
  const sharing = sharedGlobs().filter(({ matches }) => matches(slashed));
  return mostLike([...new Set(sharing.map(({ meaning }) => meaning))], keys);
}

/** True for a file in a folder that several tools read: its keys may tell whose it is. */
export function isInSharedFolder(path: string): boolean {
  const slashed = path.replaceAll('\\', '/');
  return sharedGlobs().some(({ matches }) => matches(slashed));
}

/** Of dialects that share a folder, the one of whose own keys a file has the most; of equals, the first. */
export function mostLike(sharing: readonly Dialect[], keys: ReadonlySet<string>): Dialect | undefined {
  return sharing
    .map(dialect => ({ dialect, count: dialect.shares?.keys.filter(key => keys.has(key)).length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0]?.dialect;
}

/** The globs of all dialects, each once: what to search for and to watch. */
export function agentFileGlobs(): string[] {
  return [
    ...new Set(
      dialects.flatMap(({ files, names, shares }) => [
        ...files,
        ...(names?.files ?? []),
        ...(shares?.files ?? []),
      ]),
    ),
  ];
}

/**
 * The files that make folders plugins, each once, as paths below the folder: manifests first, then listings and signs.
 */
export const pluginManifests = lazy((): readonly string[] => [
  ...new Set([
    ...placements().map(({ manifest }) => manifest),
    ...placements().flatMap(({ listing }) => listing ?? []),
    ...placements().flatMap(({ signs = [] }) => signs.map(({ file }) => file)),
  ]),
]);

/** The names of folders in plugins that decide whether a file beside them is read. */
export const decisiveFolders = lazy((): readonly string[] => [
  ...new Set(placements().flatMap(({ rootUnless }) => rootUnless ?? [])),
]);

/** The globs of all dialects for files below the folder of a plugin, each once. */
export function pluginFileGlobs(): string[] {
  return [...new Set(dialects.flatMap(({ inPlugins }) => inPlugins?.files ?? []))];
}

/** The folder, with `/` at its end, that a manifest, a listing or a sign of plugins is about; `undefined` for other files. */
export function pluginFolderOf(path: string): string | undefined {
  const manifest = pluginManifests().find(name => path.endsWith(`/${name}`));
  return manifest === undefined ? undefined : path.slice(0, -manifest.length);
}

/** The plugins that a file makes by its path and its text, where it can be read: several if it lists them. */
export function pluginsOfManifest(path: string, written?: string): readonly Plugin[] {
  const text = written ?? '';
  const folder = pluginFolderOf(path);
  if (folder === undefined) return [];
  const below = path.slice(folder.length);
  const listing = placements().find(placement => placement.listing === below);
  if (listing) return listedPlugins(path, text, folder, listing.manifest);
  for (const { manifest, signs = [] } of placements()) {
    const sign = signs.find(({ file }) => file === below);
    // A tool's own folder is not a plugin.
    if (sign && /\/\.[^/]+\/$/.test(folder)) return [];
    if (sign) {
      const rejection = written === undefined ? undefined : rejectionByPart(path, below, manifest, written);
      const by = isSign(text, sign.key) ? 'sign' : 'part';
      return by === 'sign' || rejection ? [{ folder, manifest, by, ...(rejection && { rejection }) }] : [];
    }
  }
  const named = namedPathsIn(text, namingKeys());
  const renamed = renamedIn(text, namingKeys());
  const name = nameInManifest(text);
  const rejection = written === undefined ? undefined : rejectionBy(path, written);
  return [
    {
      folder,
      manifest: below,
      ...(name !== undefined && { name }),
      ...(named && { named }),
      ...(renamed && { renamed }),
      ...(rejection && { rejection }),
    },
  ];
}

/** The plugins of a listing, each with what it says of one that has a manifest, too. */
function listedPlugins(path: string, text: string, folder: string, manifest: string): readonly Plugin[] {
  const listed = pluginsInListing(text, folder, manifest, namingKeys());
  const { excludes, loader } = inFolders().find(({ matches }) => matches(path))?.meaning ?? {};
  if (!excludes || !loader || listed.length === 0) return listed;
  const document = AgentDocument.of(text, path);
  const excluded = new Map(excludes({ document, path }).map(each => [each.file, each] as const));
  return listed.map(plugin => {
    const found = excluded.get(plugin.folder + plugin.manifest);
    if (!found) return plugin;
    const { range, problem } = found;
    const conflict = { file: path, range: document.toRange(range), problem, tool: loader.tool };
    return { ...plugin, conflict };
  });
}

/** Why a tool refuses the manifest at a path, if one reads it; `undefined` where it accepts it. */
function rejectionBy(path: string, text: string): PluginRejection | undefined {
  const dialect = inFolders().find(({ matches }) => matches(path))?.meaning;
  return dialect && rejectionOf(dialect, 'rejected', path, text);
}

/** Why a tool refuses a plugin because of one of its parts. */
function rejectionByPart(
  path: string,
  below: string,
  manifest: string,
  text: string,
): PluginRejection | undefined {
  const part = pluginDialects().find(
    ({ inPlugins, isUsual }) => inPlugins.manifest === manifest && isUsual(below),
  );
  return part && rejectionOf(part.dialect, 'crashes', path, text);
}

function rejectionOf(
  { loader }: Dialect,
  wanted: Effect,
  path: string,
  text: string,
): PluginRejection | undefined {
  const document = AgentDocument.of(text, path);
  const issue = loader.load({ document, path }).issues.find(({ effect }) => effect === wanted);
  return (
    issue && { file: path, range: document.toRange(issue.range), problem: issue.problem, tool: loader.tool }
  );
}

/** The plugins that count of all that manifests, listings and signs make. */
export function pluginsAmong(plugins: readonly Plugin[]): readonly Plugin[] {
  return distinctPlugins(plugins, manifestsByWeight());
}

/** The manifests, those of the most kinds of files first: a folder with several is written for the tool of the first. */
const manifestsByWeight = lazy(() => {
  const all = placements().map(({ manifest }) => manifest);
  const count = (manifest: string): number => all.filter(each => each === manifest).length;
  return [...new Set(all)].sort((a, b) => count(b) - count(a));
});

const placements = lazy(() => dialects.flatMap(({ inPlugins }) => inPlugins ?? []));

/** The keys by which manifests name paths, each once. */
const namingKeys = lazy(() => [...new Set(dialects.flatMap(({ inPlugins }) => inPlugins?.named?.key ?? []))]);

/** The globs of the folders and files that tools read, the most specific first. */
const inFolders = lazy(() =>
  bySpecificity(dialects.flatMap(dialect => dialect.files.map(glob => [glob, dialect] as const))),
);

/** The globs of names that identify a file in any folder. */
const byName = lazy(() =>
  bySpecificity(
    dialects.flatMap(dialect => {
      const meaning = readElsewhere(dialect);
      return (dialect.names?.files ?? []).map(glob => [glob, meaning] as const);
    }),
  ),
);

/** The dialect for a file outside the folders that its tool reads. */
function readElsewhere(dialect: Dialect): Dialect {
  const elsewhere = dialect.names?.elsewhere;
  return elsewhere
    ? unreadDialect(dialect, 'noted', ({ path }) => ({ ...elsewhere, folder: folderOf(path) }))
    : dialect;
}

/** The globs of folders that several tools read. */
const sharedGlobs = lazy(() =>
  bySpecificity(
    dialects.flatMap(dialect => (dialect.shares?.files ?? []).map(glob => [glob, dialect] as const)),
  ),
);

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The dialects that have files in plugins. */
const pluginDialects = lazy(() => dialectsInPlugins(dialects));
