import type { Dialect } from './dialect/dialect.ts';
import { bySpecificity } from './dialect/glob.ts';
import {
  dialectsInPlugins,
  fileInPlugin,
  namedPathsIn,
  type PlacedFile,
  type Plugin,
  type PluginFile,
} from './dialect/plugins.ts';
import { lazy } from './lazy.ts';
import { dialects } from './tools/index.ts';

export type { PlacedFile, Plugin };

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
  const slashed = path.replaceAll('\\', '/');
  return fileAt(slashed, plugins)?.dialect;
}

/** The same of a path with `/`, with the path by which the dialect's loader is to judge the file. */
export function fileAt(path: string, plugins: Iterable<Plugin>): PlacedFile | undefined {
  const dialect = globs().find(({ matches }) => matches(path))?.meaning;
  const own = dialect && { dialect, path };
  const inPlugins = pluginFile(path, plugins);
  // What a tool reads in a folder of its own, it reads there still when a plugin names it too.
  const isReadAlone = inPlugins?.isNamed && dialect?.target === inPlugins.dialect.target;
  return isReadAlone && dialect !== inPlugins.dialect ? own : (inPlugins ?? own);
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
  return [...new Set(dialects.flatMap(({ files, shares }) => [...files, ...(shares?.files ?? [])]))];
}

/** The manifests that make a folder a plugin, each once, as paths below it. */
export const pluginManifests = lazy((): readonly string[] => [
  ...new Set(dialects.flatMap(({ inPlugins }) => inPlugins?.manifest ?? [])),
]);

/** The globs of all dialects for files below the folder of a plugin, each once. */
export function pluginFileGlobs(): string[] {
  return [...new Set(dialects.flatMap(({ inPlugins }) => inPlugins?.files ?? []))];
}

/** The bundle that a file makes, when its path is that of a marker. `text` is what stands in the file. */
export function pluginOfManifest(path: string, text = ''): Plugin | undefined {
  const manifest = pluginManifests().find(name => path.endsWith(`/${name}`));
  if (manifest === undefined) return undefined;
  const named = namedPathsIn(text, namingKeys());
  return { folder: path.slice(0, -manifest.length), manifest, ...(named && { named }) };
}

/** The keys by which manifests name paths, each once. */
const namingKeys = lazy(() => [...new Set(dialects.flatMap(({ inPlugins }) => inPlugins?.named?.key ?? []))]);

/** All globs, the most specific first. */
const globs = lazy(() =>
  bySpecificity(dialects.flatMap(dialect => dialect.files.map(glob => [glob, dialect] as const))),
);

/** The globs of folders that several tools read. */
const sharedGlobs = lazy(() =>
  bySpecificity(
    dialects.flatMap(dialect => (dialect.shares?.files ?? []).map(glob => [glob, dialect] as const)),
  ),
);

/** The dialects that have files in plugins. */
const pluginDialects = lazy(() => dialectsInPlugins(dialects));
