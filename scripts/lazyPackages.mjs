// Keeps what a server rarely needs out of its start: an esbuild plugin for bundles that run under Node.
// Such a package gets a bundle of its own, which is read and evaluated when something of it is first used. The source
// imports it as usual.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import esbuild from 'esbuild';

const { resolve: resolveOurs } = createRequire(import.meta.url);

/**
 * For esbuild's `alias`. The module form of fdir, which tinyglobby finds files with, looks for picomatch at run time,
 * in whatever folders Node would find one for a bundle; its CommonJS form has it in the bundle.
 */
export const fdirWithinBundle = { fdir: createRequire(resolveOurs('tinyglobby')).resolve('fdir') };

/** The folder, beside the bundles, of the packages' own bundles. */
const folder = 'packages';

/** How a bundle names an export of a package that it uses. */
const usedExport = /"when-used:([^"]+) ([^" ]+)"/g;

/**
 * Gives the plugin for a bundle; that for one which always needs some of the packages leaves these in it. It puts a
 * stand-in in place of each export of the packages, which loads the package's own bundle when it is used, and a bundle
 * of its own in place of each module that is imported dynamically and named in `modules` (path of the source → its
 * bundle). The packages' bundles are built with `options`, into `outdir`, and hold what is used of the packages and
 * nothing else.
 */
export function loadWhenUsed({ packages, modules, outdir, options }) {
  const used = new Map();
  let building = Promise.resolve();

  /** Builds the packages of which `bundle` uses more than the bundles before it did. */
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
    name: 'load-when-used',
    setup(build) {
      const rare = packages.filter(name => !needed.includes(name));
      const escaped = rare.map(name => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
      build.onResolve({ filter: new RegExp(`^(?:${escaped.join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'when-used',
        sideEffects: false,
      }));
      build.onLoad({ filter: /.*/, namespace: 'when-used' }, async ({ path }) => {
        const exports = Object.keys(await import(path)).filter(name => /^[\w$]+$/.test(name));
        // A stand-in can be called and constructed, and has whatever the real thing has.
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
          ${exports.map((name, index) => `const export${index} = /* @__PURE__ */ standInFor("when-used:${path} ${name}");`).join('\n')}
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

/** Where a package's own bundle lies, below the folder of the bundles. */
function packageBundle(name) {
  return `${folder}/${name.replace(/\W+/g, '-')}.cjs`;
}
