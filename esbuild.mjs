// Builds everything that ships into dist/, and with --watch keeps it built.
import { readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { writeCompileCaches } from './scripts/compileCache.mjs';
import { bundledModules, loadLazily } from './scripts/lazyPackages.mjs';
import { collectNotices } from './scripts/notices.mjs';

const { values: args } = parseArgs({ options: { watch: { type: 'boolean', default: false } } });

/** Packages of which a session with one agent file needs nothing at its start. */
const lazyPackages = [
  'zod',
  'gray-matter',
  'js-yaml',
  'jsonc-parser',
  'smol-toml',
  'tinyglobby',
  'minisearch',
  'diff',
  'chokidar',
];
/** Modules that are imported dynamically, with the bundles that they are built into. */
const lazyModules = { 'server/src/language/preview/index.ts': 'previewRenderer.js' };

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What of a rule only documentation and tests read, as its file has it, and what ships instead. */
const ofRulePages = [
  [/^ {2}why:[\s\S]*?(?=^ {2}sources: )/m, "  why: '',\n"],
  [/^ {2}sources: \[[\s\S]*?\],\n/m, '  sources: [],\n'],
  [/^ {2}examples: \{\n[\s\S]*?^ {2}\},\n/m, '  examples: { invalid: [], valid: [] },\n'],
];

/** Leaves the text of the rules' pages out of what ships. */
const withoutRulePages = {
  name: 'without rule pages',
  setup(build) {
    build.onLoad({ filter: /[\\/]language[\\/]rules[\\/](?:no|use)[A-Z]\w*\.ts$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [part, instead] of ofRulePages) {
        if (!part.test(contents)) throw new Error(`${path}: there is no ${part} to leave out.`);
        contents = contents.replace(part, instead);
      }
      return { contents, loader: 'ts' };
    });
  },
};

/** Loads Node's module for child processes, which costs the start 6 ms, only where the argument parser starts one. */
const withoutChildProcesses = {
  name: 'without child processes',
  setup(build) {
    build.onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const part = "const childProcess = require('node:child_process');";
      if (!text.includes(part)) throw new Error(`${path}: there is no ${part} to replace.`);
      const lazy =
        "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };";
      return { contents: text.replace(part, lazy), loader: 'js' };
    });
  },
};

const shared = {
  define: { agentFilesVersion: JSON.stringify(version) },
  bundle: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  minifyWhitespace: true,
  minifySyntax: true,
  minifyIdentifiers: true,
};
/** For CommonJS bundles that workers read with importScripts(), where all scripts share one scope. */
const inWorkersToo = { banner: { js: '(()=>{' }, footer: { js: '})();' } };
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  alias: bundledModules,
  // What runs in Node and in browser workers has a module for each of them.
  conditions: ['module', 'browser'],
  // An import() of one of our own bundles is a require(), which works in code from the compile cache too.
  supported: { 'dynamic-import': false },
};
const notices = collectNotices();
const lazily = loadLazily({
  packages: lazyPackages,
  modules: lazyModules,
  outdir: 'dist',
  options: { ...node, ...inWorkersToo, sourcemap: false, metafile: true, plugins: [notices.plugin] },
});
/** For bundles that are started often, and must start quickly. */
const quick = { ...node, ...inWorkersToo, plugins: [lazily(), withoutRulePages] };

/**
 * What is built from what. `vscode` is the extension host's own module. What web servers deliver to workers ends with .js,
 * because they know no type for .cjs.
 */
const builds = [
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.js',
    external: ['vscode'],
  },
  { ...quick, entryPoints: ['server/src/start/main.ts'], outfile: 'dist/server.main.js' },
  {
    ...shared,
    entryPoints: ['server/src/start/worker.ts'],
    outfile: 'dist/server.worker.js',
    format: 'iife',
  },
  {
    ...node,
    // The command line looks for files whenever it is run.
    plugins: [lazily({ needed: ['tinyglobby'] }), withoutRulePages, withoutChildProcesses],
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.main.cjs',
  },
  {
    ...node,
    entryPoints: ['server/src/start/server.ts', 'server/src/start/cli.ts'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    banner: { js: '#!/usr/bin/env node' },
  },
  ...Object.entries(lazyModules).map(([source, bundle]) => ({
    ...quick,
    entryPoints: [source],
    outfile: `dist/${bundle}`,
  })),
  {
    ...shared,
    // The library: one file for browsers, workers and every runtime of JavaScript.
    plugins: [withoutRulePages],
    alias: bundledModules,
    entryPoints: ['server/src/language/api.ts'],
    outfile: 'dist/core.mjs',
    platform: 'browser',
    format: 'esm',
    sourcemap: false,
  },
  {
    ...node,
    entryPoints: ['server/src/docs/main.ts'],
    outfile: 'dist/docs.cjs',
  },
  {
    ...shared,
    entryPoints: ['client/src/preview/webview/preview.ts', 'client/src/preview/webview/preview.css'],
    outdir: 'dist',
    format: 'iife',
  },
];

rmSync('dist', { recursive: true, force: true });
if (args.watch) {
  await Promise.all(builds.map(async build => (await esbuild.context(build)).watch()));
  console.log('Watching; stop with Ctrl+C.');
} else {
  await Promise.all(
    builds.map(build =>
      esbuild.build({ ...build, metafile: true, plugins: [...(build.plugins ?? []), notices.plugin] }),
    ),
  );
  notices.write('dist/THIRD-PARTY-NOTICES.txt');
  await writeCompileCaches();
}
