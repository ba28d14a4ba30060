import { collectionsIn } from '../collections.ts';
import { unifiedDiff } from '../fix/unifiedDiff.ts';
import { isAtLeast, lowestListed, type Report } from './report.ts';

/** The JSON output: all files, those without findings too. */
export function jsonReport(report: Report): string {
  const { files, fixed, isWritten, baseline, statistics } = report;
  const lowest = lowestListed(report, 'hint');
  const output = {
    files: files.map(({ path, dialect, diagnostics }) => ({
      path,
      dialect,
      diagnostics: diagnostics
        .filter(({ severity }) => isAtLeast(lowest, severity))
        .map(({ identities, fixes, ...diagnostic }) => diagnostic),
    })),
    ...collectionsIn(report),
    ...(fixed && {
      fixed: fixed.map(file => ({ path: file.file.path, ...(!isWritten && { diff: unifiedDiff(file) }) })),
    }),
    ...(baseline && { baseline }),
    ...(statistics && { statistics }),
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}
