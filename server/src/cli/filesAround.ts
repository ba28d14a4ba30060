import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { dialectById } from '../language/fileKinds.ts';
import { indexedFileOf } from '../language/snapshot.ts';
import type { IndexedFile, RelatedFiles } from '../language/workspaceIndex.ts';
import type { FoundFile, Sources } from './sources.ts';

/** So many files of one folder are read to find one that has the name of another. */
const mostFiles = 2_000;

/**
 * Adds the files to `related` that can have the name of a file which the user named alone: those of the folder that its
 * tool takes as one scope. `known` are the folders that were read before.
 */
export async function addFilesAround(
  sources: Sources,
  file: FoundFile,
  { scope, name, dialect }: IndexedFile,
  related: RelatedFiles,
  known = new Set<string>(),
): Promise<void> {
  if (!file.isNamed || name === null || !dialectById(dialect)?.duplicates) return;
  if (known.has(scope) || !existsSync(scope)) return;
  known.add(scope);
  const given = new Set(sources.files.map(({ uri }) => uri));
  const pattern = `**/*${extname(file.path)}`;
  const options = { cwd: scope, dot: true, followSymbolicLinks: false, expandDirectories: false };
  for (const path of globSync(pattern, options).slice(0, mostFiles)) {
    const uri = pathToFileURL(join(scope, path)).href;
    if (given.has(uri)) continue;
    try {
      const source = await sources.read({ uri, path, text: undefined, isNamed: true });
      if (source?.snapshot.dialect.id === dialect) related.add(indexedFileOf(source.snapshot));
    } catch {
      // A file that cannot be read hides no other.
    }
  }
}
