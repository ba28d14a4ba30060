import { styleText } from 'node:util';
import { rules } from '../../language/rules/index.ts';
import type { Severity } from '../../language/severity.ts';
import { someOf } from '../../language/wordList.ts';
import type { CheckedDiagnostic as Diagnostic } from '../checkFiles.ts';
import { collectionNote } from '../collections.ts';
import { printableDiff, unifiedDiff } from '../fix/unifiedDiff.ts';
import { printable, printableLine } from '../printable.ts';
import { statisticsText } from '../statistics.ts';
import { nothingFound, summaryOf } from '../summary.ts';
import { isAtLeast, levels, lowestListed, type Report } from './report.ts';

/** The lowest severity that the text output lists where none is given. */
const defaultLevel: Severity = 'warning';

const colorOf = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
const shortName = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

/**
 * The text output: what the fixes change; the findings of each file, the gravest first; how many there are of each rule;
 * what to do next; and a summary as the last line.
 */
export function textReport(report: Report): string {
  const style: Style = (format, text) => (report.colors ? styleText(format, text) : text);
  const { files, isQuiet, statistics } = report;
  const level = lowestListed(report, defaultLevel);
  const isShown = ({ severity }: Diagnostic): boolean => isAtLeast(level, severity);
  const all = counted(report);
  const lines: string[] = fixedLines(report, style);
  for (const { path, diagnostics } of files) {
    const shown = bySeverity(diagnostics.filter(isShown));
    if (shown.length === 0) continue;
    lines.push(style('underline', printableLine(path)));
    for (const { severity, message, rule, range } of shown) {
      const place = `${range.start.line + 1}:${range.start.character + 1}`.padStart(8);
      const label = style(colorOf[severity], shortName[severity].padEnd(7));
      lines.push(`${place}  ${label}  ${printable(message)}  ${style('dim', rule)}`);
    }
    lines.push('');
  }
  const table = tableOf(all, style);
  if (table.length > 0) lines.push(...table, '');
  const next = isQuiet
    ? []
    : nextSteps(
        report,
        all.filter(isShown),
        all.filter(each => !isShown(each)),
        level,
      );
  if (next.length > 0) lines.push(...next, '');
  if (statistics) lines.push(...statisticsText(statistics).split('\n'));
  if (!isQuiet || all.length > 0) lines.push(plainSummary(report));
  const text = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  return isQuiet ? text : text + collectionNote(report);
}

/** The summary: the number of files and of findings. */
export function plainSummary(report: Report): string {
  const { files, counts, baseline } = report;
  const all = counted(report);
  if (files.length === 0 && counts.unreadable === 0) return nothingFound(counts);
  const known = baseline && baseline.known > 0 ? ` (and ${numberOf(baseline.known)} in the baseline)` : '';
  return summaryOf(
    counts,
    'agent file',
    (all.length === 0 ? ', nothing to report' : `: ${countsText(all)}`) + known,
  );
}

/** The findings that count: all, or only those that make the run fail. */
function counted({ files, isQuiet, failing }: Report): Diagnostic[] {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  return isQuiet ? all.filter(({ severity }) => failing.includes(severity)) : all;
}

/** What the fixes changed, or would change. */
function fixedLines({ fixed, isWritten, isQuiet }: Report, style: Style): string[] {
  if (!fixed || fixed.length === 0) return [];
  const count = `${numberOf(fixed.length)} ${fixed.length === 1 ? 'file' : 'files'}`;
  if (!isWritten)
    return [
      ...fixed
        .flatMap(file => printableDiff(unifiedDiff(file)).replace(/\n$/, '').split('\n'))
        .map(line => diffLine(line, style)),
      '',
      `${count} would be fixed. To write ${fixed.length === 1 ? 'it' : 'them'}, use --fix.`,
      '',
    ];
  return isQuiet ? [] : [...fixed.map(({ file }) => `Fixed ${printable(file.path)}`), ''];
}

function diffLine(line: string, style: Style): string {
  if (line.startsWith('+')) return style('green', line);
  return line.startsWith('-') ? style('red', line) : line;
}

function bySeverity(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity));
}

/** One line for each rule and severity: how many findings, and what to do. */
function tableOf(all: readonly Diagnostic[], style: Style): string[] {
  const rows = new Map<string, { readonly severity: Severity; readonly rule: string; count: number }>();
  for (const { severity, rule } of all) {
    const key = `${severity} ${rule}`;
    const row = rows.get(key) ?? { severity, rule, count: 0 };
    row.count++;
    rows.set(key, row);
  }
  const width = Math.max(...[...rows.values()].map(({ rule }) => rule.length));
  return [...rows.values()]
    .sort(
      (a, b) =>
        levels.indexOf(a.severity) - levels.indexOf(b.severity) ||
        b.count - a.count ||
        (a.rule < b.rule ? -1 : 1),
    )
    .map(({ severity, rule, count }) => {
      const label = style(colorOf[severity], shortName[severity].padEnd(7));
      const title = rules.find(({ id }) => id === rule)?.title ?? 'Correct the configuration file';
      return `${label}  ${numberOf(count).padStart(6)}  ${rule.padEnd(width)}  ${style('dim', title)}`;
    });
}

/** What can be done about the findings, a line each. */
function nextSteps(
  { customKeys, isFixable, baseline }: Report,
  shown: readonly Diagnostic[],
  hidden: readonly Diagnostic[],
  level: Severity,
): string[] {
  const worst = bySeverity(shown).find(({ rule }) => rules.some(({ id }) => id === rule));
  return [
    ...(isFixable ? ['To apply the safe fixes, add --fix; to see them first, --fix-dry-run.'] : []),
    ...(worst ? [`To read more of a rule: agent-files explain ${worst.rule}`] : []),
    ...(baseline && baseline.gone > 0
      ? [`Gone from the baseline: ${numberOf(baseline.gone)}. To remove them from it, add --update-baseline.`]
      : []),
    ...customKeysLine(customKeys),
    ...hiddenLine(hidden, level),
  ];
}

/** With fewer files than this, the configuration is not mentioned again. */
const fewestFiles = 2;
const mostKeys = 8;

/** "Declare `version` and `author` under `fields` in .agentfilesrc (1,512 files)". */
function customKeysLine(customKeys: Report['customKeys']): string[] {
  const often = [...customKeys]
    .filter(([, files]) => files.length >= fewestFiles)
    .sort(([a, inA], [b, inB]) => inB.length - inA.length || (a < b ? -1 : 1));
  if (often.length === 0) return [];
  const files = new Set(often.flatMap(([, inFiles]) => inFiles));
  const keys = someOf(
    often.map(([key]) => printable(key)),
    mostKeys,
  );
  return [`Custom keys: declare ${keys} under \`fields\` in .agentfilesrc (${numberOf(files.size)} files).`];
}

function hiddenLine(hidden: readonly Diagnostic[], level: Severity): string[] {
  if (hidden.length === 0) return [];
  const lowest = hidden.some(({ severity }) => severity === 'hint')
    ? 'hint'
    : levels[levels.indexOf(level) + 1]!;
  return [`Not listed: ${countsText(hidden)}. To list them, add --level ${lowest}.`];
}

/** "2 errors, 1 warning". */
function countsText(diagnostics: readonly Diagnostic[]): string {
  return levels
    .map(severity => [severity, diagnostics.filter(each => each.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${numberOf(count)} ${plural(severity, count)}`)
    .join(', ');
}

function plural(severity: Severity, count: number): string {
  return severity === 'information' ? 'information' : count === 1 ? severity : `${severity}s`;
}

/** With a comma before each three digits. `toLocaleString` would load the data of all languages. */
function numberOf(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
