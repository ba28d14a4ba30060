import { styleText } from 'node:util';
import type { Severity } from '../language/severity.ts';
import { type CheckedFile, checkFiles } from './checkFiles.ts';
import { collectionNote, collectionsIn } from './collections.ts';
import type { InvalidConfiguration } from './configurations.ts';
import { pathsShownIn } from './findSources.ts';
import { printable, printableLine } from './printable.ts';
import type { Sources } from './sources.ts';
import { type Counts, nothingFound, summaryOf } from './summary.ts';
import type { CommandResult, Format, Terminal } from './terminal.ts';

/** `agent-files check`: reports problems, and whether any of them is an error. */
export async function check(sources: Sources, format: Format, terminal: Terminal): Promise<CommandResult> {
  const { files: agents, unreadable, failures } = await checkFiles(sources);
  const configurations = sources.invalidConfigurations.map(invalid => asFile(invalid, sources.cwd));
  const files = [...configurations.sort((a, b) => (a.path < b.path ? -1 : 1)), ...agents];
  const counts = { files: agents.length, unreadable: unreadable.length, ignored: sources.ignored };
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ files, ...collectionsIn(sources) }, null, 2)}\n`
      : asText(files, counts, terminal) + collectionNote(sources),
  );
  const hasErrors = files.some(file => file.diagnostics.some(({ severity }) => severity === 'error'));
  return { hasErrors, unreadable, failures };
}

function asFile({ file, diagnostics }: InvalidConfiguration, cwd: string): CheckedFile {
  return {
    path: pathsShownIn(cwd)(file),
    dialect: 'configuration',
    diagnostics: diagnostics.map(({ message, range }) => ({
      rule: 'configuration',
      severity: 'error',
      message,
      range,
    })),
  };
}

const colorOf = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
const shortName = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

function asText(files: readonly CheckedFile[], counts: Counts, { colors }: Terminal): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(format, text) : text;
  const found = { error: 0, warning: 0, information: 0, hint: 0 };
  const lines: string[] = [];
  for (const { path, diagnostics } of files) {
    if (diagnostics.length === 0) continue;
    lines.push(style('underline', printableLine(path)));
    for (const { severity, message, rule, range } of diagnostics) {
      found[severity]++;
      const place = `${range.start.line + 1}:${range.start.character + 1}`.padStart(8);
      const label = style(colorOf[severity], shortName[severity].padEnd(7));
      lines.push(`${place}  ${label}  ${printable(message)}  ${style('dim', rule)}`);
    }
    lines.push('');
  }
  const problems = Object.entries(found)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${plural(severity as Severity, count)}`);
  if (files.length === 0 && counts.unreadable === 0) lines.push(nothingFound(counts));
  else {
    const outcome = problems.length === 0 ? ', nothing to report' : `: ${problems.join(', ')}`;
    lines.push(summaryOf(counts, 'agent file', outcome));
  }
  return `${lines.join('\n')}\n`;
}

function plural(severity: Severity, count: number): string {
  return severity === 'information' ? 'information' : count === 1 ? severity : `${severity}s`;
}
