import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { largestFile } from '../fileSystem.ts';
import type { Dialect } from '../language/dialects/dialect.ts';
import {
  agentFileGlobs,
  bundledFileGlobs,
  bundleMarkedBy,
  bundleMarkers,
  dialectById,
  dialects,
} from '../language/dialects/index.ts';
import { pathAs } from '../language/dialects/place.ts';
import { AgentDocument } from '../language/document/agentDocument.ts';
import type { RuleSettings } from '../language/features/diagnostics.ts';
import { readForTargets, type TargetReading, targetNames } from '../language/features/targets.ts';
import { type Snapshot, takeSnapshot } from '../language/snapshot.ts';
import { indexedFileOf, workspaceOf } from '../language/workspaceIndex.ts';
import { pathsBelow } from '../nodeFileSystem.ts';
import { Projects } from '../projects.ts';
import { folderPathOf, pathOf, uriOfPath } from '../uris.ts';
import { Configurations, type FaultyConfiguration } from './configurations.ts';
import { importedFiles } from './importedFiles.ts';

/** What the command line needs of the world. */
export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
  /** True when the output is read by a person who sees colours. */
  readonly colors: boolean;
}

export type Format = 'text' | 'json';

/** A fault of usage, or of a file: its message is told, and the exit code is 2. */
export class CliFault extends Error {}

/** A file to look at, under the path by which it is told of: relative to the current folder, with `/`. */
export interface Source {
  readonly path: string;
  readonly snapshot: Snapshot;
  /** The severities that its project sets. */
  readonly rules: RuleSettings;
  /** The file as the other tools that it is held against read it. */
  readonly readings: readonly TargetReading[];
}

/** All that a command works on. */
export interface Sources {
  readonly files: readonly Source[];
  /** The configuration files that hold for some of them and are at fault. */
  readonly faultyConfigurations: readonly FaultyConfiguration[];
}

interface Wanted {
  readonly stdinPath: string | undefined;
  /** Dialect id that stands in for what the path says. */
  readonly dialect: string | undefined;
  /** The other tools that files are held against, by name. */
  readonly targets: readonly string[];
}

/**
 * Reads the files that are meant, in the order of their paths, each with a snapshot that knows the others.
 * A folder means the agent files in it; a file that is named and is none, by its path, is a fault without `dialect`.
 */
export async function collectSources(
  paths: readonly string[],
  wanted: Wanted,
  terminal: Terminal,
): Promise<Sources> {
  const known = targetNames();
  for (const target of wanted.targets) {
    if (!known.includes(target))
      throw new CliFault(`There is no target "${target}". It is one of: ${known.join(', ')}.`);
  }
  const forced = wanted.dialect === undefined ? undefined : dialectNamed(wanted.dialect);
  const named = new Map<string, () => string>();
  const found = new Set<string>();
  if (wanted.stdinPath !== undefined) {
    const text = await readAll(terminal.stdin);
    named.set(resolve(terminal.cwd, wanted.stdinPath), () => text);
  }
  const projects = new Projects();
  const faultyConfigurations = new Configurations(projects, file => relativePath(terminal, file));
  const roots = paths.length === 0 && named.size === 0 ? ['.'] : paths;
  for (const root of roots) {
    const path = resolve(terminal.cwd, root);
    if (!isFolder(path, root)) named.set(path, () => readText(path));
    else {
      faultyConfigurations.readAbove(resolve(path, 'any'));
      for (const file of await filesIn(path, forced, projects)) found.add(file);
    }
  }
  const taken = [...new Set([...named.keys(), ...found])]
    .map(file => ({ file, path: relativePath(terminal, file) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ file, path }) => {
      faultyConfigurations.readAbove(file);
      const uri = pathToFileURL(file).href;
      const read = named.get(file) ?? (() => readText(file));
      if (!forced && named.has(file) && !projects.mayBeAgentFile(uri))
        throw new CliFault(`${path} is no agent file by its path. Name what it is with --dialect.`);
      if (projects.ignores(uri)) return [];
      const document = AgentDocument.of(read(), uri);
      const dialect = forced ? projects.adapt(forced, pathOf(uri)) : projects.choiceOf(document)?.dialect;
      if (!dialect) return [];
      const loadedPath = forced ? pathAs(forced, pathOf(uri)) : pathOf(uri);
      const snapshot = takeSnapshot(document, dialect, loadedPath);
      const { rules, fields } = projects.configurationOf(uri);
      return [{ path, snapshot, rules, readings: readForTargets(snapshot, wanted.targets, fields) }];
    });
  const snapshots = taken.map(({ snapshot }) => snapshot);
  const workspace = workspaceOf(snapshots.map(indexedFileOf), await importedFiles(snapshots, terminal.cwd));
  return {
    files: taken.map(source => ({ ...source, snapshot: { ...source.snapshot, workspace } })),
    faultyConfigurations: faultyConfigurations.found,
  };
}

function relativePath({ cwd }: Terminal, file: string): string {
  return relative(cwd, file).split(sep).join('/') || file;
}

function isFolder(path: string, written: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CliFault(`There is no file or folder ${written}.`);
  return found.isDirectory();
}

/** The agent files in a folder, those of the bundles in it included, and of one around it. */
async function filesIn(path: string, forced: Dialect | undefined, projects: Projects): Promise<string[]> {
  if (forced) return pathsBelow(path, ['**/*.md']);
  const markers = bundleMarkers().map(marker => `**/${marker}`);
  const files: string[] = [];
  for (const file of await pathsBelow(path, [...agentFileGlobs(), ...markers])) {
    if (bundleMarkedBy(file)) projects.addBundle(pathToFileURL(file).href);
    else files.push(file);
  }
  // Bundles are known by the paths of URIs.
  const { href } = pathToFileURL(path);
  const inFolder = folderPathOf(href);
  for (const { folder, marker } of projects.bundles) {
    if (!folder.startsWith(inFolder) && !inFolder.startsWith(folder)) continue;
    const bundled = await pathsBelow(fileURLToPath(uriOfPath(folder, href)), bundledFileGlobs(marker));
    files.push(...bundled.filter(file => pathOf(pathToFileURL(file).href).startsWith(inFolder)));
  }
  return files;
}

function readText(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length > largestFile) throw new Error(`it is larger than ${largestFile} bytes`);
    return text;
  } catch (error) {
    throw new CliFault(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function dialectNamed(id: string): Dialect {
  const dialect = dialectById(id);
  if (!dialect)
    throw new CliFault(
      `There is no dialect "${id}". It is one of: ${dialects.map(known => known.id).join(', ')}.`,
    );
  return dialect;
}
