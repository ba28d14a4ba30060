// The table of shapes of `npm run bench`, or alone: node bench/shapes.mjs [part of "action, shape"] [dialect,…]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const parts = 500;
const bar = 6;
/** Below this many milliseconds a ratio says nothing. */
const least = 40;

/** Prints the worst ratio of each shape over all actions and dialects, and returns the shapes that miss the bar. */
export async function benchShapes(wanted = '', ids = undefined) {
  const scratch = mkdtempSync(join(tmpdir(), 'agent-files-shapes-'));
  const outfile = join(scratch, 'shapes.cjs');
  await esbuild.build({
    entryPoints: ['bench/shapes.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  const { default: built } = await import(pathToFileURL(resolve(outfile)).href);
  const { actions, dialects, measure, shapes } = built;
  const missed = [];
  console.log(
    `\nShapes at ${parts} and ${4 * parts} parts, the worst dialect, milliseconds\n${'what'.padEnd(40)} ${'n'.padStart(7)} ${'4 n'.padStart(8)} ${'ratio'.padStart(7)} ${'bar'.padStart(5)}`,
  );
  for (const action of Object.keys(actions)) {
    for (const shape of Object.keys(shapes)) {
      const what = `${action}, ${shape}`;
      if (!what.includes(wanted)) continue;
      let worst = { small: 0, large: 0, ratio: 0, id: '' };
      for (const dialect of dialects.filter(({ id }) => !ids || ids.includes(id))) {
        // Other tools are checked for whatever the file's own is.
        if (action === 'targets' && dialect.id !== 'claude-subagent') continue;
        const run = n => Math.min(...[1, 2].map(() => measure(action, shape, n, dialect)));
        const [small, large] = [run(parts), run(4 * parts)];
        const ratio = large < least ? 1 : large / Math.max(small, 1);
        if (ratio > worst.ratio || (ratio === worst.ratio && large > worst.large))
          worst = { small, large, ratio, id: dialect.id };
      }
      const isMet = worst.ratio <= bar;
      if (!isMet) missed.push(what);
      console.log(
        `${what.padEnd(40)} ${worst.small.toFixed(1).padStart(7)} ${worst.large.toFixed(1).padStart(8)} ${`${worst.ratio.toFixed(1)}x`.padStart(7)} ${`${bar}x`.padStart(5)}  ${isMet ? 'met' : `MISSED (${worst.id})`}`,
      );
    }
  }
  rmSync(scratch, { recursive: true, force: true });
  return missed;
}

if (process.argv[1] === resolve('bench/shapes.mjs')) {
  const [, , wanted, ids] = process.argv;
  const missed = await benchShapes(wanted, ids?.split(','));
  process.exitCode = missed.length === 0 ? 0 : 1;
}
