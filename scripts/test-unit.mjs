// Builds, bundles the tests outside the editor and runs them with node:test.
// usage: test-unit.mjs [--stress] [part of a file name …]
// Stress tests (*.stress.test.ts: large, hostile and random texts) run only with --stress, and then alone.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';
import { testReporters } from './testReporters.mjs';

const { values: args, positionals: wanted } = parseArgs({
  options: { stress: { type: 'boolean', default: false }, built: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const tests = globSync('test/**/*.test.ts', { ignore: ['test/e2e/**'] })
  .filter(file => file.endsWith('.stress.test.ts') === args.stress)
  .filter(file => wanted.length === 0 || wanted.some(part => file.includes(part)))
  .sort();
if (tests.length === 0) {
  console.error(`No test file matches ${wanted.join(' ') || 'test/**/*.test.ts'}.`);
  process.exit(2);
}
// Some tests of the command line and of the server run what is built.
const building = args.built ? undefined : spawn(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });

/** Lets tests import `scripts/unitTests.mjs` as node:test. */
const unitTests = {
  name: 'unit tests',
  setup(build) {
    const path = resolve('scripts/unitTests.mjs');
    build.onResolve({ filter: /^node:test$/ }, ({ importer }) =>
      importer === path ? { path: 'node:test', external: true } : { path },
    );
  },
};

const outdir = `out/test-${process.pid}`;
await esbuild.build({
  entryPoints: writeShards(),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [unitTests],
});
if (building && building.exitCode === null) await once(building, 'exit');
if (building && building.exitCode !== 0) process.exit(1);
const built = globSync(`${outdir}/shard*.mjs`).sort();
// By default, node:test leaves one processor idle.
const concurrency = `--test-concurrency=${built.length}`;
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', concurrency, ...testReporters(), ...built],
  { stdio: 'inherit' },
);
rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);

/** Writes one module per processor that imports its share of the tests; a process per test file costs more. */
function writeShards() {
  const shards = Array.from({ length: Math.min(availableParallelism(), tests.length) }, () => ({
    files: [],
    cost: 0,
  }));
  for (const file of [...tests].sort((a, b) => costOf(b) - costOf(a))) {
    const cheapest = shards.reduce((a, b) => (b.cost < a.cost ? b : a));
    cheapest.files.push(file);
    cheapest.cost += costOf(file);
  }
  mkdirSync(outdir, { recursive: true });
  return shards.map(({ files }, index) => {
    const entry = join(outdir, `shard${index}.ts`);
    const lines = files.map(file => {
      const name = relative('test', file).replace(/\.test\.ts$/, '');
      return `await register('${name}', () => import('../../${file}'));\n`;
    });
    writeFileSync(entry, `import { register } from '../../scripts/unitTests.mjs';\n${lines.join('')}`);
    return entry;
  });
}

/** How long a file takes, roughly: by its size, and more where each of its tests starts a process. */
function costOf(file) {
  return statSync(file).size * (/^test\/(?:lsp|cli|browser)\//.test(file) ? 20 : 1);
}
