// Bundles every test/**/*.test.ts outside test/e2e and runs them with node:test.
// usage: test-unit.mjs [part of a file name …]
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';
import { testReporters } from './testReporters.mjs';

const wanted = process.argv.slice(2).filter(arg => !arg.startsWith('-'));
const tests = globSync('test/**/*.test.ts', { ignore: ['test/e2e/**'] })
  .filter(file => wanted.length === 0 || wanted.some(part => file.includes(part)))
  .sort();
if (tests.length === 0) {
  console.error(`No test file matches ${wanted.join(' ') || 'test/**/*.test.ts'}.`);
  process.exit(2);
}
const outdir = `out/test-${process.pid}`;
await esbuild.build({
  entryPoints: tests,
  outdir,
  outbase: 'test',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const built = globSync(`${outdir}/**/*.test.mjs`).sort();
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...testReporters(), ...built], {
  stdio: 'inherit',
});
rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);
