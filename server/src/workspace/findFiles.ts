import type { FileSystem } from './fileSystem.ts';
import { isConfigurationFile, isPluginManifest, type Projects } from './projects.ts';

/** The files below a folder, by kind. */
export interface FoundFiles {
  readonly configurations: readonly string[];
  /** Plugin manifests. */
  readonly manifests: readonly string[];
  /** Possible agent files. Which of them are depends on the plugins around them. */
  readonly others: readonly string[];
}

/** Finds the relevant files below a folder (URI). */
export async function findBelow(
  fileSystem: FileSystem,
  projects: Projects,
  folder: string,
): Promise<FoundFiles> {
  const configurations: string[] = [];
  const manifests: string[] = [];
  const others: string[] = [];
  for (const uri of await fileSystem.find(folder, projects.globs)) {
    if (isConfigurationFile(uri)) configurations.push(uri);
    else if (isPluginManifest(uri)) manifests.push(uri);
    else others.push(uri);
  }
  return { configurations, manifests, others };
}

/** Finds the agent files below a folder (URI), given the known plugins. */
export async function findAgentsBelow(
  fileSystem: FileSystem,
  projects: Projects,
  folder: string,
): Promise<string[]> {
  const { others } = await findBelow(fileSystem, projects, folder);
  return others.filter(uri => projects.mayBeAgentFile(uri));
}
