import { printable } from '../printable.ts';
import { levels, listedIn, type Report } from './report.ts';
import { plainSummary } from './text.ts';

/** More findings than these make a comment too long. */
const mostRows = 200;
const icons = {
  error: '🔴 error',
  warning: '🟡 warning',
  information: '🔵 information',
  hint: '⚪ hint',
} as const;

/** Markdown for a comment on a pull request, or a summary of a job. */
export function markdownReport(report: Report): string {
  const listed = listedIn(report, 'warning');
  const inOrder = levels.flatMap(level => listed.filter(({ diagnostic }) => diagnostic.severity === level));
  const rows = inOrder.slice(0, mostRows).map(({ file, diagnostic: { severity, message, rule, range } }) => {
    const place = `${report.fromRoot(file)}:${range.start.line + 1}`;
    return `| ${icons[severity]} | ${codeOf(place)} | ${cell(message)} | ${codeOf(rule)} |\n`;
  });
  const table =
    rows.length === 0
      ? ''
      : `\n| Severity | Place | Problem | Rule |\n| --- | --- | --- | --- |\n${rows.join('')}`;
  const more =
    inOrder.length > mostRows ? `\n${inOrder.length - mostRows} more findings are not listed.\n` : '';
  const problems =
    report.problems.length === 0 ? '' : `\n${report.problems.map(each => `- ${cell(each)}\n`).join('')}`;
  return `### Agent Files\n\n${cell(plainSummary(report))}\n${table}${more}${problems}`;
}

/** Text in a cell of a table. Nothing in it is HTML, notifies anybody or links to an issue; code in it stays code. */
export function cell(text: string): string {
  return printable(text)
    .split(/(`+[^`]*`+)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/[&<>@#[\]*_~\\]/g, found => `&#${found.charCodeAt(0)};`),
    )
    .join('')
    .replaceAll('|', '\\|');
}

/** Code in a cell. */
export function codeOf(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${printable(text).replaceAll('|', '\\|')}${space}${fence}`;
}
