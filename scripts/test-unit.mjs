// Builds, bundles the tests outside the editor and runs them with node:test.
// usage: test-unit.mjs [--stress] [part of a file name …]
// Stress tests (*.stress.test.ts: large, hostile and random texts) run only with --stress, and then alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
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
// The tests of the command line and of the servers run what is built.
if (!args.built) {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** Puts the name of its file before the name of each test. */
const testsSayTheirFile = {
  name: 'tests say their file',
  setup(build) {
    build.onResolve({ filter: /^node:test$/ }, ({ importer, namespace }) =>
      namespace === 'named-test' || !importer.endsWith('.test.ts')
        ? { path: 'node:test', external: true }
        : { path: relative('test', importer).replace(/\.test\.ts$/, ''), namespace: 'named-test' },
    );
    build.onLoad({ filter: /./, namespace: 'named-test' }, ({ path }) => ({
      contents: `
        import { test as nodeTest, suite as nodeSuite } from 'node:test';
        export { after } from 'node:test';
        export const test = (name, ...rest) => nodeTest(\`${path}: \${name}\`, ...rest);
        export const suite = (name, ...rest) => nodeSuite(\`${path}: \${name}\`, ...rest);`,
    }));
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
  plugins: [testsSayTheirFile],
});
const built = globSync(`${outdir}/shard*.mjs`).sort();
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...testReporters(), ...built], {
  stdio: 'inherit',
});
rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);

/** Writes one module per processor that imports its share of the tests; a process per test file costs more. */
function writeShards() {
  const size = file => statSync(file).size;
  const shards = Array.from({ length: Math.min(availableParallelism(), tests.length) }, () => ({
    files: [],
    size: 0,
  }));
  for (const file of [...tests].sort((a, b) => size(b) - size(a))) {
    const smallest = shards.reduce((a, b) => (b.size < a.size ? b : a));
    smallest.files.push(file);
    smallest.size += size(file);
  }
  mkdirSync(outdir, { recursive: true });
  return shards.map(({ files }, index) => {
    const entry = join(outdir, `shard${index}.ts`);
    writeFileSync(entry, files.map(file => `import '../../${file}';\n`).join(''));
    return entry;
  });
}
