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
 * Puts getters in place of each of the packages, one for each name that it exports, and a bundle of its own in place
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
        const getters = Object.keys(await import(path)).map(
          name => `get ${JSON.stringify(name)}() { return real(${JSON.stringify(name)}); }`,
        );
        const contents = `
          let loaded;
          const real = name => {
            loaded ??= require('./${packageBundle(path)}');
            return name === 'default' && !loaded.__esModule ? loaded : loaded[name];
          };
          module.exports = { __esModule: true, ${getters.join(', ')} };`;
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
