import { printableLine } from '../printable.ts';
import type { Sources } from '../sources.ts';
import { CliError, type CommandResult, type Terminal } from '../terminal.ts';
import type { ExitCode } from './command.ts';

/** Prints the warnings of a run, and throws its errors; otherwise returns its exit code. */
export function finished(
  sources: Pick<Sources, 'errors' | 'warnings'>,
  { hasErrors, unreadable, failures }: CommandResult,
  terminal: Terminal,
): ExitCode {
  for (const warning of sources.warnings) terminal.err(`${printableLine(warning)}\n`);
  const errors = [...sources.errors, ...unreadable, ...failures];
  if (errors.length > 0) throw new CliError(errors.map(printableLine).join('\n'));
  return hasErrors ? 1 : 0;
}
