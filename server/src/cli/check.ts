import type { Severity } from '../language/severity.ts';
import { type CheckedFile, checkFiles } from './checkFiles.ts';
import { collectionNote, collectionsIn } from './collections.ts';
import type { InvalidConfiguration } from './configurations.ts';
import { pathsShownIn } from './findSources.ts';
import type { Sources } from './sources.ts';
import type { CommandResult, Format, Terminal } from './terminal.ts';
import { levels, textReport } from './textReport.ts';

/** The lowest severity that the text output lists where none is given. */
const defaultLevel: Severity = 'warning';

/**
 * `agent-files check`: reports problems, and whether any of them is an error. `level` is the lowest severity to list; the
 * JSON output is complete without it.
 */
export async function check(
  sources: Sources,
  format: Format,
  terminal: Terminal,
  level?: Severity,
): Promise<CommandResult> {
  const { files: agents, unreadable, failures, customKeys } = await checkFiles(sources);
  const configurations = sources.invalidConfigurations.map(invalid => asFile(invalid, sources.cwd));
  const files = [...configurations.sort((a, b) => (a.path < b.path ? -1 : 1)), ...agents];
  const counts = { files: agents.length, unreadable: unreadable.length, ignored: sources.ignored };
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ files: files.map(file => downTo(level ?? 'hint', file)), ...collectionsIn(sources) }, null, 2)}\n`
      : textReport({ files, counts, level: level ?? defaultLevel, customKeys }, terminal) +
          collectionNote(sources),
  );
  const hasErrors = files.some(file => file.diagnostics.some(({ severity }) => severity === 'error'));
  return { hasErrors, unreadable, failures };
}

/** The file with its diagnostics of at least one severity. */
function downTo(level: Severity, file: CheckedFile): CheckedFile {
  const lowest = levels.indexOf(level);
  return {
    ...file,
    diagnostics: file.diagnostics.filter(({ severity }) => levels.indexOf(severity) <= lowest),
  };
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
