import { CommanderError } from 'commander';
import type { ExitCode } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { parserOf, usageErrorOf } from './parser.ts';
import { printable } from './printable.ts';
import { CliError, type Terminal } from './terminal.ts';

/** Runs the command line and returns its exit code. Usage errors and unreadable files are reported on `err`. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = parserOf(commands, terminal, async (named, command) => {
    exitCode = await named.run(command, terminal);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (thrown) {
    const error =
      thrown instanceof CommanderError ? usageErrorOf(thrown, program, args, terminal.cwd) : thrown;
    if (error === undefined) return 0;
    if (!(error instanceof CliError)) throw error;
    // Each line may quote what was written.
    const message = error.message.split('\n').map(printable).join('\n');
    if (message !== '') terminal.err(message.endsWith('\n') ? message : `${message}\n`);
    return 2;
  }
}
