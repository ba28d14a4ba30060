import type { Dialect } from '../dialect/dialect.ts';
import { nameIn } from '../dialect/place.ts';
import { displaySeverityOf, type Said } from '../features/displaySeverity.ts';
import { titleOf } from '../features/title.ts';
import { outcomeOf, reasonsFor } from '../features/verdict.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FileSummary } from './model.ts';

/** Sums up a file. `problems` are its diagnostics. Cheap, since it is done for every file. */
export function summaryOf(snapshot: Snapshot, problems: readonly Said[]): FileSummary {
  const { document, dialect, loader, path } = snapshot;
  const outcome = outcomeOf(snapshot);
  const reasons = reasonsFor(snapshot, outcome).map(issue => ({ issue }));
  const severity = displaySeverityOf({ outcome, reasons }, problems);
  return {
    uri: document.uri,
    title: titleOf(snapshot),
    kind: dialect.defines ?? 'file',
    dialect: dialect.title,
    tool: loader.tool,
    outcome,
    severity,
    // Editors list no hints among the problems.
    problems: problems.filter(problem => problem.severity !== 'hint').length,
    ...(standsForFolder(dialect, path) && { isFolder: true }),
  };
}

/** Whether the folder's name, and not the file's, is what names it. */
function standsForFolder(dialect: Dialect, path: string): boolean {
  const [file = '', folder = ''] = path.split('/').slice(-2).reverse();
  return nameIn(dialect, path) === folder && file.replace(/\..*$/, '') !== folder;
}
