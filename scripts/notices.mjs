// Collects the licenses of the packages that are bundled, for what ships.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a package within a path of an input of esbuild. */
const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Returns a plugin for all bundles, and a function that writes what it has collected. The bundles need `metafile`. */
export function collectNotices() {
  const folders = new Set();
  const plugin = {
    name: 'collect notices',
    setup(build) {
      build.onEnd(({ metafile }) => {
        for (const { inputs } of Object.values(metafile?.outputs ?? {}))
          for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
            const folder = packageFolder.exec(input)?.[0];
            if (folder && bytesInOutput > 0) folders.add(folder);
          }
      });
    },
  };
  return { plugin, write: file => writeFileSync(file, noticesOf([...folders])) };
}

function noticesOf(folders) {
  const notices = new Map(folders.map(noticeOf));
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `This extension contains the following packages.\n\n${sorted.join('\n')}`;
}

/** The name and version of a package, with its license. A package without one must not be bundled. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  if (!license) throw new Error(`${name} names no license.`);
  const title = `${name} ${version} (${license})`;
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return [title, `${title}\n${'-'.repeat(title.length)}\n${text}`];
}
