// Builds everything that ships into dist/, and with --watch keeps it built.
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';

const { values: args } = parseArgs({ options: { watch: { type: 'boolean', default: false } } });

const shared = {
  bundle: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
};
// A CommonJS bundle has no import.meta, which one of the libraries asks for.
const importMetaUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: importMetaUrl },
};
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** What is built from what. `vscode` is the extension host's own module. */
const builds = [
  {
    ...node,
    entryPoints: ['client/src/extension.node.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['server/src/main.node.ts'],
    outfile: 'dist/server.cjs',
    banner: { js: `#!/usr/bin/env node\n${importMetaUrl}` },
  },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: `#!/usr/bin/env node\n${importMetaUrl}` },
  },
  {
    ...node,
    entryPoints: ['server/src/docs/main.ts'],
    outfile: 'dist/docs.cjs',
  },
  {
    ...browser,
    entryPoints: ['client/src/extension.browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...browser,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: 'dist/server.browser.js',
    format: 'iife',
    // gray-matter makes a Buffer of each text, which nobody looks at.
    banner: { js: 'globalThis.Buffer ??= { from: text => text };' },
  },
  {
    ...browser,
    entryPoints: ['client/src/preview/webview/preview.ts', 'client/src/preview/webview/preview.css'],
    outdir: 'dist',
    format: 'iife',
  },
].filter(build => build.entryPoints.every(entry => existsSync(entry)));

rmSync('dist', { recursive: true, force: true });
if (args.watch) {
  await Promise.all(builds.map(async build => (await esbuild.context(build)).watch()));
  console.log('Watching; stop with Ctrl+C.');
} else {
  await Promise.all(builds.map(build => esbuild.build(build)));
}
