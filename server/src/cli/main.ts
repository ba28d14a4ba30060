import { WriteStream } from 'node:tty';
import { runCli } from './cli.ts';

// Whoever reads may leave early, as `head` does. What is left unsaid then is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Runs the command line in this process. */
async function main(): Promise<number> {
  return runCli(process.argv.slice(2), {
    cwd: process.cwd(),
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    // To look at it is to open it.
    get stdin() {
      return process.stdin;
    },
    // FORCE_COLOR, NO_COLOR and what kind of terminal it is.
    colors:
      (process.stdout.isTTY || process.env.FORCE_COLOR !== undefined) &&
      WriteStream.prototype.getColorDepth() > 1,
  });
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // Code 1 would say that the files are wrong.
    process.exitCode = 2;
    process.stderr.write(`agent-files has failed: ${error instanceof Error ? error.stack : error}\n`);
  },
);
