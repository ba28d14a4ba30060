import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';
import { repository } from './paths.mjs';

/**
 * Bundles test/e2e for the extension host: the entry, which VS Code loads, and beside it one file per suite.
 * Returns the entry's path.
 */
export async function bundleSuite() {
  const outdir = join(repository, 'out', 'e2e');
  const suites = globSync('test/e2e/**/*.test.ts', { cwd: repository, absolute: true });
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: [
      { in: join(repository, 'test/e2e/index.ts'), out: 'index' },
      ...suites.map(file => ({ in: file, out: `suites/${basename(file, '.ts')}` })),
    ],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(outdir, 'index.cjs');
}
