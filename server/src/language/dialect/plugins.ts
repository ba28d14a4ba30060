import type { AgentDocument } from '../document/agentDocument.ts';
import type { Dialect, PluginPlacement } from './dialect.ts';
import { globMatcher } from './glob.ts';

/** Why a tool loads nothing of a plugin. */
export interface PluginRejection {
  /** The absolute path, with `/`, of the file that causes it: the manifest, or a listing. */
  readonly file: string;
  readonly range: ReturnType<AgentDocument['toRange']>;
  /** The problem there, as a sentence without a period. */
  readonly problem: string;
  /** The tool that refuses it. */
  readonly tool: string;
}

/** A folder with a manifest. */
export interface Plugin {
  /** Its path, with `/`, at the end too. */
  readonly folder: string;
  readonly manifest: string;
  readonly rejection?: PluginRejection;
  /** The name that the manifest gives; otherwise the folder's counts. */
  readonly name?: string;
  /** Paths below the folder that the manifest names, by key; without `/` at either end. */
  readonly named?: NamedPaths;
  /** The names that the manifest gives files, by path below the folder. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The folders directly in it that decide what else is read, as far as they are known. */
  readonly folders?: readonly string[];
  /** Set for what a listing says of a plugin that the tool refuses if it has a manifest, too. */
  readonly conflict?: PluginRejection;
  /** What makes the folder a plugin, if not a manifest of its own; a `part` only says that it is rejected. */
  readonly by?: 'listing' | 'sign' | 'part';
}

export type NamedPaths = Readonly<Record<string, readonly string[]>>;

/** The dialect of a file, and the path to pass to its loader. */
export interface PlacedFile {
  readonly dialect: Dialect;
  readonly path: string;
  /** True for a file that its tool does not read at its path. */
  readonly isMisplaced?: boolean;
  /** The name of the plugin, if it is part of the names in it. */
  readonly plugin?: string;
  readonly rejection?: PluginRejection;
}

/** A file of a plugin. */
export interface PluginFile extends PlacedFile {
  /** True when the plugin itself says where the file is. */
  readonly isNamed: boolean;
}

/** No manifest names more or longer paths. */
const mostPaths = 1000;
const longestPath = 1000;

/**
 * Returns the paths that a manifest names under `keys`: a string, a list of strings, or an object of objects with
 * `source`. Other values are ignored, and so are paths that lead out of the plugin. A list without a usable path still
 * replaces the usual folder.
 */
export function namedPathsIn(text: string, keys: readonly string[]): NamedPaths | undefined {
  return namedPaths(parsed(text), keys);
}

/**
 * Returns the names that a manifest gives files under `keys`: `{ "mine": { "source": "./other.md" } }` makes `other.md` the
 * command `mine`.
 */
export function renamedIn(
  text: string,
  keys: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const manifest = parsed(text);
  if (!isMap(manifest)) return undefined;
  const entries = keys.flatMap(key => {
    const named = Object.hasOwn(manifest, key) ? manifest[key] : undefined;
    return isMap(named) ? Object.entries(named).slice(0, mostPaths) : [];
  });
  const names = entries.flatMap(([name, each]) => {
    const [path] = below(isMap(each) ? each.source : undefined);
    return path?.endsWith('.md') && /^[^/\\]+$/.test(name) ? [[path, name] as const] : [];
  });
  return names.length > 0 ? Object.fromEntries(names.reverse()) : undefined;
}

/**
 * Returns the plugins that a listing names, such as a marketplace: each entry of `plugins` with a folder below `root` as
 * its `source`. An entry can name paths like a manifest. Entries from elsewhere are left out.
 */
export function pluginsInListing(
  text: string,
  root: string,
  manifest: string,
  keys: readonly string[],
): Plugin[] {
  const listing = parsed(text);
  if (!isMap(listing) || !Array.isArray(listing.plugins)) return [];
  const { pluginRoot } = isMap(listing.metadata) ? listing.metadata : {};
  const inside = below(pluginRoot)[0] ?? '';
  return listing.plugins.slice(0, mostPaths).flatMap((entry: unknown) => {
    const source = isMap(entry) ? entry.source : undefined;
    if (typeof source !== 'string' || /^[a-z][a-z0-9+.-]*:/i.test(source)) return [];
    const at = source.startsWith('./') || inside === '' ? source : `${inside}/${source}`;
    const named = namedPaths(entry, keys);
    const name = nameIn(entry);
    return below(at).map((folder): Plugin => {
      const path = folder === '' ? root : `${root}${folder}/`;
      return {
        folder: path,
        manifest,
        by: 'listing',
        ...(name !== undefined && { name }),
        ...(named && { named }),
      };
    });
  });
}

/** The name that a manifest gives its plugin. */
export function nameInManifest(text: string): string | undefined {
  return nameIn(parsed(text));
}

function nameIn(manifest: unknown): string | undefined {
  const name = isMap(manifest) ? manifest.name : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** Whether a file that is typical of plugins has the key that shows it. */
export function isSign(text: string, key: string): boolean {
  const value = parsed(text);
  return isMap(value) && Object.hasOwn(value, key);
}

/**
 * Returns the plugins without those that say nothing more: what a listing says of a plugin with a manifest, unless it
 * names paths, and signs of a plugin that is known. Of one folder, the plugins of the first of `manifests` come first.
 */
export function distinctPlugins(plugins: readonly Plugin[], manifests: readonly string[]): Plugin[] {
  const has = (folder: string, by: Plugin['by'], manifest?: string): boolean =>
    plugins.some(
      other =>
        other.folder === folder && other.by === by && (manifest === undefined || other.manifest === manifest),
    );
  const rank = ({ by, manifest }: Plugin): number =>
    (by === undefined ? 0 : by === 'listing' ? 100 : 200) + manifests.indexOf(manifest);
  const rejectedByPart = new Map(
    plugins.flatMap(({ folder, by, manifest, rejection }) =>
      rejection && (by === 'sign' || by === 'part') ? [[folder + manifest, rejection] as const] : [],
    ),
  );
  const conflicts = new Map(
    plugins.flatMap(({ folder, manifest, conflict }) =>
      conflict ? [[folder + manifest, conflict] as const] : [],
    ),
  );
  return plugins
    .filter(({ folder, by, named }) => {
      if (by === 'listing') return named !== undefined || !has(folder, undefined);
      if (by === 'part') return false;
      return by === undefined || !(has(folder, undefined) || has(folder, 'listing'));
    })
    .map(plugin => {
      const { folder, manifest } = plugin;
      const rejection =
        plugin.rejection ??
        rejectedByPart.get(folder + manifest) ??
        // The listing rejects the plugin only together with its manifest.
        (has(folder, undefined, manifest) ? conflicts.get(folder + manifest) : undefined);
      return rejection ? { ...plugin, rejection } : plugin;
    })
    .sort((a, b) => rank(a) - rank(b));
}

function namedPaths(manifest: unknown, keys: readonly string[]): NamedPaths | undefined {
  if (!isMap(manifest)) return undefined;
  const named = keys.flatMap(key => {
    const written = Object.hasOwn(manifest, key) ? writtenPaths(manifest[key]) : undefined;
    return written ? [[key, written.slice(0, mostPaths).flatMap(below)] as const] : [];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function writtenPaths(value: unknown): unknown[] | undefined {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value;
  return isMap(value) ? Object.values(value).map(each => (isMap(each) ? each.source : undefined)) : undefined;
}

/** A written path relative to the plugin's folder; nothing for an unusable one. */
function below(written: unknown): string[] {
  if (typeof written !== 'string' || written === '' || written.length > longestPath) return [];
  if (/^(?:\/|~|[A-Za-z]:)|[\\\0]/.test(written)) return [];
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return [];
  }
  return [parts.join('/')];
}

/** A dialect that has files in plugins, with the matchers of its globs. */
export interface PluginDialect {
  readonly dialect: Dialect;
  readonly inPlugins: PluginPlacement;
  readonly isUsual: (path: string) => boolean;
  readonly isNamed: (path: string) => boolean;
}

/** The dialects that have files in plugins. */
export function dialectsInPlugins(dialects: readonly Dialect[]): PluginDialect[] {
  return dialects.flatMap(dialect => {
    const { inPlugins } = dialect;
    if (!inPlugins) return [];
    return {
      dialect,
      inPlugins,
      isUsual: anyOf(inPlugins.files),
      isNamed: anyOf(inPlugins.named?.below ?? []),
    };
  });
}

function anyOf(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map(globMatcher);
  return path => matchers.some(matches => matches(path));
}

/** Returns the dialect of a file in a plugin. Of several, the one with the longest path that names the file. */
export function fileInPlugin(
  path: string,
  plugin: Plugin,
  among: readonly PluginDialect[],
): PluginFile | undefined {
  const { folder, manifest, name = lastPart(folder.slice(0, -1)), rejection, by } = plugin;
  const rest = path.slice(folder.length);
  let found: (PluginFile & Place) | undefined;
  for (const one of among) {
    if (one.inPlugins.manifest !== manifest || (by === 'sign' && one.inPlugins.needsManifest)) continue;
    for (const place of placesIn(rest, plugin, one))
      if (place.weight > (found?.weight ?? -1))
        found = {
          ...place,
          dialect: one.dialect,
          path: folder + (one.inPlugins.readAs ?? '') + place.at,
          ...(one.inPlugins.isScope && { plugin: name }),
          // The file that causes it says so itself.
          ...(rejection && rejection.file !== path && { rejection }),
        };
  }
  if (!found) return undefined;
  const { weight: _, at: __, ...file } = found;
  return file;
}

interface Place {
  /** The path relative to the plugin's folder, as if in the usual folder. */
  readonly at: string;
  /** How much of the path was named. */
  readonly weight: number;
  readonly isNamed: boolean;
}

/**
 * Why a plugin does not read a file that lies in a usual place: the key of the manifest that names other places, or the
 * folder with which the file is not read.
 */
export function skippedInPlugin(
  path: string,
  { folder, named = {}, folders = [] }: Plugin,
  { inPlugins, isUsual }: PluginDialect,
): { readonly key: string } | { readonly folder: string } | undefined {
  const rest = path.slice(folder.length);
  if (!path.startsWith(folder) || !isUsual(rest)) return undefined;
  const { named: own, rootUnless } = inPlugins;
  if (own && !own.adds && Object.hasOwn(named, own.key)) return { key: own.key };
  if (rootUnless !== undefined && !rest.includes('/') && folders.includes(rootUnless))
    return { folder: rootUnless };
  return undefined;
}

function placesIn(rest: string, plugin: Plugin, one: PluginDialect): Place[] {
  const { folder, named = {}, renamed = {} } = plugin;
  const { named: own, files } = one.inPlugins;
  const usual = files[0]!.slice(0, files[0]!.indexOf('/'));
  const paths = own && Object.hasOwn(named, own.key) ? named[own.key] : undefined;
  const places = (paths ?? []).flatMap(path => {
    const at = placeBelow(rest, path, { folder, renamed }, one);
    // Of two equally specific ones, the one that the plugin names itself applies.
    return at === undefined ? [] : { at: `${usual}/${at}`, weight: path.length + 0.5, isNamed: true };
  });
  const isUsual = one.isUsual(rest) && !skippedInPlugin(folder + rest, plugin, one);
  if (!isUsual) return places;
  const at = rest.includes('/') || files[0] === rest ? rest : `${usual}/./${rest}`;
  return [...places, { at, weight: usual.length, isNamed: false }];
}

/** Where a file in, or at, a path that the plugin names would be below the usual folder. */
function placeBelow(
  rest: string,
  path: string,
  { folder, renamed }: Required<Pick<Plugin, 'folder' | 'renamed'>>,
  { inPlugins, isNamed }: PluginDialect,
): string | undefined {
  const takesFiles = inPlugins.named?.files === true;
  if (takesFiles && rest === path && path.endsWith('.md'))
    return Object.hasOwn(renamed, path) ? `${renamed[path]}.md` : lastPart(path);
  const start = path === '' ? '' : `${path}/`;
  if (!rest.startsWith(start)) return undefined;
  const inside = rest.slice(start.length);
  if (!isNamed(inside)) return undefined;
  // If folders are named, one that directly contains the file keeps its name.
  return takesFiles || inside.includes('/') ? inside : `${lastPart(path || folder.slice(0, -1))}/${inside}`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
