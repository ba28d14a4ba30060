// An esbuild plugin for Node bundles that loads packages on first use, to shorten the start.
// Each such package gets its own bundle. The source imports it as usual.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute, resolve } from 'node:path';
import esbuild from 'esbuild';

const { resolve: resolveOurs } = createRequire(import.meta.url);

/** For esbuild's `alias`: which modules of a package are bundled where it has several. */
export const bundledModules = {
  // The ES module of fdir, which tinyglobby uses, resolves picomatch at run time, outside the bundle.
  fdir: createRequire(resolveOurs('tinyglobby')).resolve('fdir'),
  // The module of yaml for Node refers to Node, and workers read the same bundle.
  yaml: resolve('node_modules/yaml/browser/index.js'),
};

/** The folder of the package bundles, next to the main bundles. */
const folder = 'packages';

/** Matches a reference to a package export in a bundle. */
const usedExport = /"lazy:([^"]+) ([^" ]+)"/g;

/**
 * Returns a factory for the plugin of one bundle; packages in its `needed` stay in the bundle. The plugin replaces each
 * export of the other packages by a proxy that loads the package bundle on first use, and each dynamically imported module
 * in `modules` (path of the source → its bundle) by its own bundle. Package bundles are built with `options` into `outdir`
 * and contain only the used exports.
 */
export function loadLazily({ packages, modules, outdir, options }) {
  const used = new Map();
  let building = Promise.resolve();

  /** Builds the packages of which `bundle` uses more exports than earlier bundles. */
  async function buildPackages(bundle) {
    for (const [, name, exported] of (await readFile(bundle, 'utf8')).matchAll(usedExport)) {
      const known = used.get(name) ?? { exports: new Set(), isBuilt: false };
      used.set(name, known);
      if (!known.exports.has(exported)) known.isBuilt = false;
      known.exports.add(exported);
    }
    for (const [name, known] of used) {
      if (known.isBuilt) continue;
      known.isBuilt = true;
      await esbuild.build({
        ...options,
        stdin: { contents: `export { ${[...known.exports].join(', ')} } from '${name}';`, resolveDir: '.' },
        outfile: `${outdir}/${packageBundle(name)}`,
      });
    }
  }

  return ({ needed = [] } = {}) => ({
    name: 'load-lazily',
    setup(build) {
      const lazy = packages.filter(name => !needed.includes(name));
      const escaped = lazy.map(name => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
      build.onResolve({ filter: new RegExp(`^(?:${escaped.join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'lazy',
        sideEffects: false,
      }));
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, async ({ path }) => {
        const exports = Object.keys(await import(path)).filter(name => /^[\w$]+$/.test(name));
        // The proxy can be called and constructed, and has all properties of the export.
        const contents = `
          let loaded;
          const standInFor = what => {
            const name = what.split(' ')[1];
            const real = () => (loaded ??= require('./${packageBundle(path)}'))[name];
            return new Proxy(function () {}, {
              get: (_, key) => real()[key],
              apply: (_, self, args) => Reflect.apply(real(), self, args),
              construct: (_, args) => Reflect.construct(real(), args),
            });
          };
          ${exports.map((name, index) => `const export${index} = /* @__PURE__ */ standInFor("lazy:${path} ${name}");`).join('\n')}
          export { ${exports.map((name, index) => `export${index} as ${name}`).join(', ')} };`;
        return { contents, loader: 'js' };
      });
      build.onResolve({ filter: new RegExp(`^\\./${folder}/`) }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === 'resolving' || isAbsolute(path)) return undefined;
        const found = await build.resolve(path, { kind, resolveDir, pluginData: 'resolving' });
        const bundle = Object.entries(modules).find(([source]) => found.path.endsWith(`/${source}`))?.[1];
        return bundle && { path: `./${bundle}`, external: true };
      });
      build.onEnd(async ({ errors }) => {
        if (errors.length > 0) return;
        building = building.then(() => buildPackages(build.initialOptions.outfile));
        await building;
      });
    },
  });
}

/** The path of a package bundle, relative to the main bundles. */
function packageBundle(name) {
  return `${folder}/${name.replace(/\W+/g, '-')}.js`;
}
