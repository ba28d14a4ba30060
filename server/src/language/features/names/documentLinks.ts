import type { DocumentLink } from 'vscode-languageserver-types';
import { importsIn, resolveImport } from '../../document/imports.ts';
import { fileLinksIn } from '../../references/fileLinks.ts';
import type { Snapshot } from '../../snapshot.ts';

/**
 * The paths in a file's text that lead to other files: links, paths into the folders of a skill, and imports. Those to
 * missing files are left out. `uriOf` makes a URI of an absolute path with `/`.
 */
export function documentLinks(snapshot: Snapshot, uriOf: (path: string) => string): DocumentLink[] {
  const { document, dialect, workspace, load, path } = snapshot;
  const links = fileLinksIn(snapshot).flatMap(({ range, candidates }) => {
    const target = candidates.find(candidate => workspace.linked(candidate) === true);
    return target === undefined ? [] : [{ range: document.toRange(range), target: uriOf(target) }];
  });
  if (!dialect.body?.imports || !load.body) return links;
  const imports = importsIn(document.text, load.body).flatMap(({ range, path: written, isEvident }) => {
    const target = resolveImport(written, path);
    const isKnown = target !== undefined && workspace.imported.get(target) !== null;
    return isKnown && (isEvident || workspace.imported.has(target))
      ? [{ range: document.toRange(range), target: uriOf(target) }]
      : [];
  });
  return [...links, ...imports];
}
