import { fstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { runCli } from './cli.ts';
import { CliError } from './terminal.ts';

// Ignores EPIPE: the reader may close the output early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error);
});

/** Exits with code 2, since 1 means problems in the files. */
function fail(error: unknown): never {
  process.stderr.write(`agent-files failed: ${error instanceof Error ? error.stack : error}\n`);
  process.exit(2);
}

/** Runs the command line in this process. */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  return runCli(args, {
    cwd: workingFolder(args),
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    // A getter, because accessing `process.stdin` opens it.
    get stdin() {
      mustBeOpen(0);
      return process.stdin;
    },
    colors: await supportsColors(),
    progress: progressLine(),
    clear: () => {
      if (isTerminal(1)) process.stdout.write('\u001B[2J\u001B[3J\u001B[H');
    },
    interrupted: () =>
      new Promise(done => {
        process.once('SIGINT', done);
      }),
    readRulesPage: () => readFileSync(join(__dirname, '../docs/rules.md'), 'utf8'),
    readPageStyle: () => readFileSync(join(__dirname, 'preview.css'), 'utf8'),
  });
}

/** Runs shorter than this many milliseconds show no progress, which then is shown as often. */
const progressInterval = 500;

/** Returns a function that keeps a line with the progress on a terminal, and removes it when all is done. */
function progressLine(): (done: number, all: number) => void {
  let next = performance.now() + progressInterval;
  let isShown = false;
  return (done, all) => {
    const now = performance.now();
    if (all === 0 ? !isShown : now < next) return;
    next = now + progressInterval;
    if (!isShown && !isTerminal(2)) return;
    isShown = all > 0;
    process.stderr.write(isShown ? `\r\u001B[KChecked ${done} of ${all} files` : '\r\u001B[K');
  };
}

/** Whether a person looks at a standard stream. Node's own answer loads its terminal and network code. */
function isTerminal(stream: number): boolean {
  if (process.env.CI !== undefined || process.env.TERM === 'dumb') return false;
  return fstatSync(stream).isCharacterDevice() && process[stream === 1 ? 'stdout' : 'stderr'].isTTY === true;
}

/** Throws when standard input is closed, for which Node opens the null device, or a folder, which Node reads as empty. */
function mustBeOpen(standardInput: number): void {
  const found = fstatSync(standardInput);
  if (found.isDirectory()) throw new CliError('Standard input is a folder.');
  if (found.isCharacterDevice() && process.platform !== 'win32' && found.rdev === statSync(devNull).rdev)
    throw new CliError('Standard input is closed.');
}

/**
 * The current folder as the shell reports it. If `~/.claude/agents` is a link into a dotfiles folder, only the path of the
 * link identifies its files. With `..` in an argument it is the resolved folder, as for any other program.
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

/** Respects FORCE_COLOR, NO_COLOR and the kind of terminal. */
async function supportsColors(): Promise<boolean> {
  if (!process.stdout.isTTY && process.env.FORCE_COLOR === undefined) return false;
  // Loaded on demand: it loads Node's terminal and network code.
  const { WriteStream } = await import('node:tty');
  return WriteStream.prototype.getColorDepth() > 1;
}

main().then(code => {
  process.exitCode = code;
}, fail);
