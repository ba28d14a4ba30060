import { printable, printableLine } from '../printable.ts';
import { listedIn, type Report } from './report.ts';
import { plainSummary } from './text.ts';

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Commands of GitHub Actions, which show the findings at their lines, and the summary. */
export function githubReport(report: Report): string {
  const lines = listedIn(report, 'warning').map(({ file, diagnostic }) => {
    const { rule, severity, message, range } = diagnostic;
    const isOneLine = range.start.line === range.end.line;
    const properties = {
      file: report.fromRoot(file),
      line: range.start.line + 1,
      endLine: range.end.line + 1,
      // Columns are of one line only.
      ...(isOneLine && {
        col: range.start.character + 1,
        endColumn: Math.max(range.end.character, range.start.character + 1),
      }),
      title: rule,
    };
    const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
    return `::${commands[severity]} ${written.join(',')}::${data(message)}\n`;
  });
  return `${lines.join('')}${report.problems.map(problem => `::error::${data(problem)}\n`).join('')}${printableLine(plainSummary(report))}\n`;
}

function data(text: string): string {
  return printable(text.replaceAll('\r\n', ' ')).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
