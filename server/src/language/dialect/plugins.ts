import type { Dialect, PluginPlacement } from './dialect.ts';
import { globMatcher } from './glob.ts';

/** A folder that the file `marker` in it makes a bundle. */
export interface Plugin {
  /** Its path, with `/`, at the end too. */
  readonly folder: string;
  readonly manifest: string;
  /** Paths below the folder that the marker names for its own files, by the key; without `/` at either end. */
  readonly named?: NamedPaths;
}

export type NamedPaths = Readonly<Record<string, readonly string[]>>;

/** What a file is, and the path by which its loader is to judge it. */
export interface PlacedFile {
  readonly dialect: Dialect;
  readonly path: string;
}

/** A file of a bundle. */
export interface PluginFile extends PlacedFile {
  /** True when the bundle itself says where it lies. */
  readonly isNamed: boolean;
}

/** No manifest names so many paths, nor such long ones. */
const mostPaths = 1000;
const longestPath = 1000;

/**
 * The paths that a marker's text names under `keys`: a text, a list of them, or a map of maps with `source`. Whatever
 * else stands there counts as nothing, and so do paths that lead out of the bundle. A list in which no path is left still
 * takes the place of the usual folder.
 */
export function namedPathsIn(text: string, keys: readonly string[]): NamedPaths | undefined {
  const manifest = parsed(text);
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

/** A written path below the bundle's folder; none for what is no such path. */
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

/** A dialect that has files in bundles, with the matchers of its globs. */
export interface PluginDialect {
  readonly dialect: Dialect;
  readonly inPlugins: PluginPlacement;
  readonly isUsual: (path: string) => boolean;
  readonly isNamed: (path: string) => boolean;
}

/** Those of the dialects that have files in bundles. */
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

/** What a file is in a bundle. Where it could be several things, the longest path that names it says which. */
export function fileInPlugin(
  path: string,
  { folder, manifest, named = {} }: Plugin,
  among: readonly PluginDialect[],
): PluginFile | undefined {
  const rest = path.slice(folder.length);
  let found: (PluginFile & Place) | undefined;
  for (const one of among) {
    if (one.inPlugins.manifest !== manifest) continue;
    for (const place of placesIn(rest, folder, one, named))
      if (place.weight > (found?.weight ?? -1))
        found = { ...place, dialect: one.dialect, path: folder + place.at };
  }
  return found && { dialect: found.dialect, path: found.path, isNamed: found.isNamed };
}

interface Place {
  /** The path below the bundle's folder as it would be in the usual folder. */
  readonly at: string;
  /** How much of the path was said. */
  readonly weight: number;
  readonly isNamed: boolean;
}

function placesIn(rest: string, folder: string, one: PluginDialect, named: NamedPaths): Place[] {
  const { named: own, files } = one.inPlugins;
  const usual = files[0]!.slice(0, files[0]!.indexOf('/'));
  const paths = own && Object.hasOwn(named, own.key) ? named[own.key] : undefined;
  const places = (paths ?? []).flatMap(path => {
    const at = placeBelow(rest, path, folder, one);
    // Of two that say as much, the one that the bundle says itself counts.
    return at === undefined ? [] : { at: `${usual}/${at}`, weight: path.length + 0.5, isNamed: true };
  });
  const isUsual = (!paths || own!.adds) && one.isUsual(rest);
  return isUsual ? [...places, { at: rest, weight: usual.length, isNamed: false }] : places;
}

/** Where a file would lie below the usual folder that lies in, or at, a path that the bundle names. */
function placeBelow(
  rest: string,
  path: string,
  folder: string,
  { inPlugins, isNamed }: PluginDialect,
): string | undefined {
  const takesFiles = inPlugins.named?.files === true;
  if (takesFiles && rest === path && path.endsWith('.md')) return lastPart(path);
  const start = path === '' ? '' : `${path}/`;
  if (!rest.startsWith(start)) return undefined;
  const inside = rest.slice(start.length);
  if (!isNamed(inside)) return undefined;
  // Where folders are what is named, one that has the file itself keeps its name.
  return takesFiles || inside.includes('/') ? inside : `${lastPart(path || folder.slice(0, -1))}/${inside}`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
