import { styleText } from 'node:util';
import { rules } from '../language/rules/index.ts';
import type { Severity } from '../language/severity.ts';
import { someOf } from '../language/wordList.ts';
import type { CheckedFile } from './checkFiles.ts';
import { printable, printableLine } from './printable.ts';
import { type Counts, nothingFound, summaryOf } from './summary.ts';
import type { Terminal } from './terminal.ts';

/** The severities, the gravest first. */
export const levels: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What the text output of `check` is made of. */
export interface Report {
  readonly files: readonly CheckedFile[];
  readonly counts: Counts;
  /** The lowest severity to list. */
  readonly level: Severity;
  /** The files in which the tool merely ignores some keys, by key. */
  readonly customKeys: ReadonlyMap<string, readonly string[]>;
}

type Diagnostic = CheckedFile['diagnostics'][number];

const colorOf = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
const shortName = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

/**
 * The text output: the findings of each file, the gravest first; how many there are of each rule; what helps with many
 * of them; and a summary as the last line.
 */
export function textReport(report: Report, { colors }: Pick<Terminal, 'colors'>): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(format, text) : text;
  const { files, counts, level, customKeys } = report;
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const isShown = ({ severity }: Diagnostic): boolean => levels.indexOf(severity) <= levels.indexOf(level);
  const lines: string[] = [];
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
  const suggestions = [
    ...customKeysLine(customKeys),
    ...hiddenLine(
      all.filter(each => !isShown(each)),
      level,
    ),
  ];
  if (suggestions.length > 0) lines.push(...suggestions, '');
  if (files.length === 0 && counts.unreadable === 0) lines.push(nothingFound(counts));
  else {
    const found = all.length === 0 ? ', nothing to report' : `: ${counted(all)}`;
    lines.push(summaryOf(counts, 'agent file', found));
  }
  return `${lines.join('\n')}\n`;
}

function bySeverity(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity));
}

/** One line for each rule and severity: how many findings, and what to do. */
function tableOf(
  all: readonly Diagnostic[],
  style: (format: Parameters<typeof styleText>[0], text: string) => string,
): string[] {
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
  return [`Not listed: ${counted(hidden)}. To list them, add --level ${lowest}.`];
}

/** "2 errors, 1 warning". */
function counted(diagnostics: readonly Diagnostic[]): string {
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
