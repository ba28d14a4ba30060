import { importedPaths } from '../document/imports.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * The paths of the files that a document brings in, also through other files, in the order in which the tool reads them:
 * each once, after the file that imports it. Empty for a kind of file that imports nothing.
 */
export function importedFilesOf({ document, dialect, load, path, workspace }: Snapshot): string[] {
  const { body } = dialect;
  if (body?.importsFrom !== 'file' || !load.body || !load.loads) return [];
  const seen = new Set([path]);
  const found: string[] = [];
  const add = (paths: readonly string[], depth: number): void => {
    if (depth > (body.importDepth ?? 1)) return;
    for (const target of paths) {
      const further = workspace.imported.get(target);
      if (!further || seen.has(target) || body.canImport?.(target) === false) continue;
      seen.add(target);
      found.push(target);
      add(further, depth + 1);
    }
  };
  add(importedPaths(document.text, load.body, path), 1);
  return found;
}
