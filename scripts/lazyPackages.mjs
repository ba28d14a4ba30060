// Keeps what a server rarely needs out of its start: an esbuild plugin for bundles that run under Node.
// Such a package gets a bundle of its own, which is read and evaluated when something of it is first used. The source
// imports it as usual.
import { isAbsolute } from 'node:path';

/** The folder, beside the bundles, of the packages' own bundles. */
const folder = 'packages';

/** Where a package's own bundle lies, below the folder of the bundles. */
export function packageBundle(name) {
  return `${folder}/${name.replace(/\W+/g, '-')}.cjs`;
}

/**
 * Puts a stand-in in place of each of the packages, which loads it when it is used, and a bundle of its own in place
 * of each module that is imported dynamically and named in `modules` (path of the source → its bundle).
 */
export function loadWhenUsed({ packages, modules }) {
  return {
    name: 'load-when-used',
    setup(build) {
      const escaped = packages.map(name => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
      build.onResolve({ filter: new RegExp(`^(?:${escaped.join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'when-used',
      }));
      build.onLoad({ filter: /.*/, namespace: 'when-used' }, async ({ path }) => {
        const names = JSON.stringify(Object.keys(await import(path)));
        // The stand-in can be called, and has whatever the package has: one written for `require` may be a function
        // with functions on it. Only the names of its exports must be known before it is loaded.
        const contents = `
          let loaded;
          const load = () => (loaded ??= require('./${packageBundle(path)}'));
          const real = name => {
            if (name === '__esModule') return true;
            return name === 'default' && !load().__esModule ? load() : load()[name];
          };
          const standIn = () => {};
          for (const name of ${names}) {
            Object.defineProperty(standIn, name, { get: () => real(name), configurable: true, enumerable: true });
          }
          module.exports = new Proxy(standIn, {
            get: (_, name) => real(name),
            apply: (_, self, args) => Reflect.apply(load(), self, args),
          });`;
        return { contents, loader: 'js' };
      });
      build.onResolve({ filter: new RegExp(`^\\./${folder}/`) }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === 'resolving' || isAbsolute(path)) return undefined;
        const found = await build.resolve(path, { kind, resolveDir, pluginData: 'resolving' });
        const bundle = Object.entries(modules).find(([source]) => found.path.endsWith(`/${source}`))?.[1];
        return bundle && { path: `./${bundle}`, external: true };
      });
    },
  };
}
