import type { BoundedFileSystem, FoundFile } from './fileSystem.ts';
import { isIgnoreFile } from './gitIgnore.ts';
import { isConfigurationFile, isPluginManifest, type Projects } from './projects.ts';

/** The files below a folder, by kind. */
export interface FoundFiles {
  readonly configurations: readonly string[];
  /** Plugin manifests, which are among `others` too. */
  readonly manifests: readonly string[];
  /** Files that say what git ignores. */
  readonly ignoreFiles: readonly string[];
  /** Possible agent files. Which of them are depends on the plugins around them. */
  readonly others: readonly FoundFile[];
}

/** Finds the relevant files below a folder (URI). */
export async function findBelow(
  fileSystem: BoundedFileSystem,
  projects: Projects,
  folder: string,
): Promise<FoundFiles> {
  const configurations: string[] = [];
  const manifests: string[] = [];
  const ignoreFiles: string[] = [];
  const others: FoundFile[] = [];
  for (const file of await fileSystem.find(folder, projects.globs)) {
    if (isConfigurationFile(file.uri)) configurations.push(file.uri);
    else if (isIgnoreFile(file.uri)) ignoreFiles.push(file.uri);
    else {
      // A manifest is a file of its tool too.
      if (isPluginManifest(file.uri)) manifests.push(file.uri);
      others.push(file);
    }
  }
  return { configurations, manifests, ignoreFiles, others };
}

/** Finds the agent files below a folder (URI), given the known plugins. */
export async function findAgentsBelow(
  fileSystem: BoundedFileSystem,
  projects: Projects,
  folder: string,
): Promise<string[]> {
  const { others } = await findBelow(fileSystem, projects, folder);
  return eachOnce(others, uri => projects.mayBeAgentFile(uri));
}

/**
 * The URIs of the files that are wanted, each file once: at its own place if it is wanted there, else behind the first
 * of the links to it.
 */
export function eachOnce(found: readonly FoundFile[], isWanted: (uri: string) => boolean): string[] {
  const wanted = found.filter(({ uri }) => isWanted(uri));
  const taken = new Set(wanted.filter(({ real }) => real === undefined).map(({ uri }) => uri));
  return wanted.flatMap(({ uri, real }) => {
    if (real === undefined) return [uri];
    if (taken.has(real)) return [];
    taken.add(real);
    return [uri];
  });
}
