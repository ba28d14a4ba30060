import assert from 'node:assert/strict';
import { planRename } from '../../server/src/language/features/names/rename.ts';
import { renameTargetAt } from '../../server/src/language/features/names/renameTarget.ts';
import { applyChanges } from '../../server/src/language/rules/edits/outcome.ts';
import { type MarkedProject, readProject } from './marks.ts';
import { filesIn } from './projectFiles.ts';

const root = 'file:///project/';

/** A project after what is at its cursor got another name, as the same kind of text; or why it is refused. */
export function renamed(marked: string, to: string, isLikelyToo = false): string {
  const project = readProject(marked);
  const found = renameTargetAt(project.snapshot, project.offset);
  assert.ok(found, 'nothing can be renamed here');
  return renamedFile(
    marked.replace('¦', ''),
    project,
    { uri: found.file.uri, from: found.name, to },
    isLikelyToo,
  );
}

/** The same for a file by its URI. */
export function renamedFile(
  text: string,
  { snapshots }: Pick<MarkedProject, 'snapshots'>,
  { uri, from, to }: { readonly uri: string; readonly from: string; readonly to: string },
  isLikelyToo = false,
): string {
  const target = snapshots.find(({ document }) => document.uri === uri)!;
  const plan = planRename({ target, from, to, others: snapshots });
  if ('refused' in plan) return `refused: ${plan.refused}`;
  const files = filesIn(text);
  for (const { document, certain, likely } of plan.edits) {
    const path = decodeURIComponent(document.uri.slice(root.length));
    files.set(path, applyChanges(document.text, isLikelyToo ? [...certain, ...likely] : certain));
  }
  const move = plan.move && {
    from: decodeURIComponent(plan.move.from.slice(root.length)),
    to: decodeURIComponent(plan.move.to.slice(root.length)),
  };
  const moved = (path: string): string =>
    move && (path === move.from || path.startsWith(`${move.from}/`))
      ? move.to + path.slice(move.from.length)
      : path;
  return [...files].map(([path, content]) => `=== ${moved(path)}\n${content}`).join('');
}
