import type { FileSystem } from './fileSystem.ts';
import { isConfigurationFile, isPluginManifest, type Projects } from './projects.ts';

/** The files below a folder, by what they mean. */
export interface FoundFiles {
  readonly configurations: readonly string[];
  /** Those that make a folder a bundle. */
  readonly manifests: readonly string[];
  /** Those that may be agent files. Which of them are, can be told when the bundles are known that they lie in. */
  readonly others: readonly string[];
}

/** What is below a folder (URI). */
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

/** The agent files below a folder (URI), going by what is known of the bundles there. */
export async function findAgentsBelow(
  fileSystem: FileSystem,
  projects: Projects,
  folder: string,
): Promise<string[]> {
  const { others } = await findBelow(fileSystem, projects, folder);
  return others.filter(uri => projects.mayBeAgentFile(uri));
}
