import { styleText } from 'node:util';
import { diagnoseForAll } from '../language/features/targetDiagnostics.ts';
import type { Severity } from '../language/rules/rule.ts';
import type { Format, Sources, Terminal } from './sources.ts';

/** `agent-files check`: tells what is wrong, and whether any of it is an error. */
export function check(sources: Sources, format: Format, terminal: Terminal): 0 | 1 {
  const configurations = sources.faultyConfigurations.map(({ path, diagnostics }) => ({
    path,
    dialect: 'configuration',
    diagnostics: diagnostics.map(({ message, range }) => ({
      rule: 'configuration',
      severity: 'error' as const,
      message,
      range,
    })),
  }));
  const agents = sources.files.map(({ path, snapshot, rules, readings }) => ({
    path,
    dialect: snapshot.dialect.id,
    diagnostics: diagnoseForAll(snapshot, readings, rules).map(
      ({ rule, severity, message, range, targets }) => ({
        rule: rule.id,
        severity,
        message,
        range: snapshot.document.toRange(range),
        // What is no finding of the file's own tool, but of these.
        ...(targets && { target: targets.join(',') }),
      }),
    ),
  }));
  const files = [...configurations, ...agents];
  terminal.out(format === 'json' ? `${JSON.stringify({ files }, null, 2)}\n` : asText(files, terminal));
  return files.some(file => file.diagnostics.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

interface CheckedFile {
  readonly path: string;
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

const colorOf = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
const shortName = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

function asText(files: readonly CheckedFile[], { colors }: Terminal): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(format, text) : text;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const lines: string[] = [];
  for (const { path, diagnostics } of files) {
    if (diagnostics.length === 0) continue;
    lines.push(style('underline', path));
    for (const { severity, message, rule, range } of diagnostics) {
      counts[severity]++;
      const place = `${range.start.line + 1}:${range.start.character + 1}`.padStart(8);
      const label = style(colorOf[severity], shortName[severity].padEnd(7));
      lines.push(`${place}  ${label}  ${message}  ${style('dim', rule)}`);
    }
    lines.push('');
  }
  const problems = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${plural(severity as Severity, count)}`);
  const scope = `${files.length} agent ${files.length === 1 ? 'file' : 'files'}`;
  lines.push(problems.length === 0 ? `${scope}, nothing to report.` : `${scope}: ${problems.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}

function plural(severity: Severity, count: number): string {
  return severity === 'information' ? 'information' : count === 1 ? severity : `${severity}s`;
}
