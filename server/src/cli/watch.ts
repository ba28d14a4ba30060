import { resolve, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { printable } from './printable.ts';
import { CliError, type Terminal } from './terminal.ts';

/** Changes within this many milliseconds are one. */
const quietTime = 100;

/**
 * Runs something now, and again whenever a file below the paths changes, until the user ends it. Files in `ignored`, which
 * the run itself writes, do not count.
 */
export async function watch(
  paths: readonly string[],
  ignored: readonly string[],
  run: () => Promise<unknown>,
  terminal: Terminal,
): Promise<void> {
  const roots = (paths.length === 0 ? ['.'] : paths).map(path => resolve(terminal.cwd, path));
  const written = new Set(ignored.map(path => resolve(terminal.cwd, path)));
  const isIgnored = (path: string): boolean =>
    written.has(path) ||
    path.endsWith('.tmp') ||
    path.split(sep).some(part => part === '.git' || part === 'node_modules');
  const watcher = watchFiles(roots, { ignored: isIgnored, ignoreInitial: true });
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const runNow = async (): Promise<void> => {
    terminal.clear?.();
    try {
      await run();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      terminal.err(`${error.message.split('\n').map(printable).join('\n')}\n`);
    }
    terminal.err('Watching for changes. To stop, press Ctrl+C.\n');
  };
  const ready = new Promise<void>(done => watcher.once('ready', done));
  const failed = new Promise<never>((_, reject) => {
    watcher.on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(runNow);
        running.catch(reject);
      }, quietTime);
    });
    watcher.on('error', reject);
  });
  try {
    await Promise.race([ready, failed]);
    await runNow();
    await Promise.race([terminal.interrupted?.(), failed]);
    await running;
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
}
