import type { FileSystem } from './fileSystem.ts';
import { type Bundle, bundledFileGlobs } from './language/dialects/index.ts';
import { isBundleMarker, isConfigurationFile, type Projects, surroundingGlobs } from './projects.ts';
import { folderPathOf, uriOfPath } from './uris.ts';

/** The files below some folders (URIs), by what they mean. */
export interface FoundFiles {
  readonly configurations: readonly string[];
  /** Those that make a folder a bundle. */
  readonly markers: readonly string[];
  /** Those that may be agent files by their own paths. */
  readonly agents: readonly string[];
}

/** What is below the folders (URIs). One walk through them finds all that needs no knowledge of the bundles. */
export async function findBelow(
  fileSystem: FileSystem,
  projects: Projects,
  folders: readonly string[],
): Promise<FoundFiles> {
  const globs = [...projects.globs, ...surroundingGlobs()];
  const found = await Promise.all(folders.map(folder => fileSystem.find(folder, globs)));
  const configurations: string[] = [];
  const markers: string[] = [];
  const agents: string[] = [];
  for (const uri of new Set(found.flat())) {
    if (isConfigurationFile(uri)) configurations.push(uri);
    else if (isBundleMarker(uri)) markers.push(uri);
    else agents.push(uri);
  }
  return { configurations, markers, agents };
}

/** The agent files of the known bundles that lie below the folders (URIs), or around them. */
export async function findBundled(
  fileSystem: FileSystem,
  projects: Projects,
  folders: readonly string[],
): Promise<string[]> {
  const found = folders.flatMap(folder => {
    const path = folderPathOf(folder);
    const related = projects.bundles.filter(
      bundle => bundle.folder.startsWith(path) || path.startsWith(bundle.folder),
    );
    return related.map(bundle => findInBundle(fileSystem, bundle, folder));
  });
  return (await Promise.all(found)).flat();
}

/** The agent files of a bundle; `near` is a URI on the same file system. */
export function findInBundle(
  fileSystem: FileSystem,
  { folder, marker }: Bundle,
  near: string,
): Promise<string[]> {
  return fileSystem.find(uriOfPath(folder.slice(0, -1), near), bundledFileGlobs(marker));
}
