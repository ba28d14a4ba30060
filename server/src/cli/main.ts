import { realpathSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { runCli } from './cli.ts';

// Whoever reads may leave early, as `head` does. What is left unsaid then is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error);
});

/** Ends with the code of faults: 1 would say that the files are wrong. */
function fail(error: unknown): never {
  process.stderr.write(`agent-files has failed: ${error instanceof Error ? error.stack : error}\n`);
  process.exit(2);
}

/** Runs the command line in this process. */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  return runCli(args, {
    cwd: workingFolder(args),
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    // To look at it is to open it.
    get stdin() {
      return process.stdin;
    },
    colors: await takesColors(),
  });
}

/**
 * The current folder as the shell names it: of `~/.claude/agents`, a link to a folder among dotfiles, the path says what
 * lies there, and that of the folder does not. Where an argument leads out of the folder it is the folder itself, from
 * which `..` leads elsewhere.
 */
function workingFolder(args: readonly string[]): string {
  const folder = process.cwd();
  const named = process.env.PWD;
  if (named === undefined || named === folder || args.some(arg => /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(arg)))
    return folder;
  try {
    return isAbsolute(named) && realpathSync(named) === realpathSync(folder) ? named : folder;
  } catch {
    return folder;
  }
}

/** Goes by FORCE_COLOR, NO_COLOR and what kind of terminal it is. */
async function takesColors(): Promise<boolean> {
  if (!process.stdout.isTTY && process.env.FORCE_COLOR === undefined) return false;
  // Node loads its terminals and its network with it.
  const { WriteStream } = await import('node:tty');
  return WriteStream.prototype.getColorDepth() > 1;
}

main().then(code => {
  process.exitCode = code;
}, fail);
