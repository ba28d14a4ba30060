import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  agentFileGlobs,
  bundledFileGlobs,
  bundleMarkedBy,
  bundleMarkers,
  dialects,
} from '../language/dialects/index.ts';
import { targetNames } from '../language/features/targets.ts';
import { pathsBelow } from '../nodeFileSystem.ts';
import { Projects } from '../projects.ts';
import { folderPathOf, pathOf, uriOfPath } from '../uris.ts';
import { Configurations } from './configurations.ts';
import { Sources, type Wanted } from './sources.ts';
import { CliFault, type Terminal } from './terminal.ts';

/**
 * Finds the files that are meant. A folder means the agent files in it; a file that is named and is none, by its path,
 * is a fault without `dialect`. With `stdinPath` standard input is what stands in that file.
 */
export async function findSources(
  paths: readonly string[],
  stdinPath: string | undefined,
  wanted: Wanted,
  terminal: Terminal,
): Promise<Sources> {
  const { cwd } = terminal;
  for (const target of wanted.targets) mustBeOneOf(targetNames(), 'target', target);
  if (wanted.dialect !== undefined)
    mustBeOneOf(
      dialects.map(({ id }) => id),
      'dialect',
      wanted.dialect,
    );
  const named = new Map<string, string | undefined>();
  if (stdinPath !== undefined) named.set(resolve(cwd, stdinPath), await readAll(terminal.stdin));
  const found = new Set<string>();
  const projects = new Projects();
  const configurations = new Configurations(projects);
  const roots = paths.length === 0 && named.size === 0 ? ['.'] : paths;
  for (const root of roots) {
    const path = resolve(cwd, root);
    if (!isFolder(path, root)) named.set(path, undefined);
    else {
      configurations.readAbove(resolve(path, 'any'));
      for (const file of await filesIn(path, wanted, projects)) found.add(file);
    }
  }
  for (const file of named.keys()) {
    configurations.readAbove(file);
    if (wanted.dialect === undefined && !projects.mayBeAgentFile(pathToFileURL(file).href))
      throw new CliFault(
        `${shownPath(cwd, file)} is no agent file by its path. Name what it is with --dialect.`,
      );
  }
  const files = [...new Set([...named.keys(), ...found])]
    .map(file => ({ file, path: shownPath(cwd, file), text: named.get(file) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return new Sources(cwd, files, wanted, configurations);
}

function mustBeOneOf(known: readonly string[], what: string, name: string): void {
  if (!known.includes(name))
    throw new CliFault(`There is no ${what} "${name}". It is one of: ${known.join(', ')}.`);
}

/** How a path is told: relative to the current folder, with `/`. */
export function shownPath(cwd: string, file: string): string {
  return relative(cwd, file).split(sep).join('/') || file;
}

function isFolder(path: string, written: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CliFault(`There is no file or folder ${written}.`);
  return found.isDirectory();
}

/** The agent files in a folder, those of the bundles in it included, and of one around it. */
async function filesIn(path: string, { dialect }: Wanted, projects: Projects): Promise<string[]> {
  if (dialect !== undefined) return pathsBelow(path, ['**/*.md']);
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
