// The folders and the environment that a tool is run in: new, and without anything of the person who records.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fillPlaceholders } from './placeholders.mjs';

/** Folders that are there still; they go with this process. */
const roots = new Set();
process.on('exit', () => {
  for (const root of roots) removeFolder(root);
});

/** Makes new folders for a project (a git repository), a home, a plugin and files outside of all. */
export function createSandbox() {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'agent-files-record-'));
  roots.add(root);
  const folders = Object.fromEntries(
    ['project', 'home', 'plugin', 'ext'].map(name => [name, join(root, name)]),
  );
  const bin = join(root, 'bin');
  const temporary = join(root, 'tmp');
  for (const folder of [...Object.values(folders), bin, temporary]) mkdirSync(folder);
  for (const name of ['probe', 'probe2']) {
    writeFileSync(join(bin, name), '#!/bin/sh\n');
    chmodSync(join(bin, name), 0o755);
  }
  const env = {
    HOME: folders.home,
    PATH: [bin, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    TMPDIR: temporary,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    NO_COLOR: '1',
  };
  const initialize = folder => execFileSync('git', ['init', '-q', folder], { env });
  initialize(folders.project);

  return {
    root,
    folders,
    env,
    /** Makes a folder a git repository. */
    initialize,
    /** Writes files, named by a path in the project or from a placeholder; `LINK:` and a target make a link. */
    write(layout) {
      for (const [name, text] of Object.entries(layout)) {
        const file = this.path(name);
        mkdirSync(dirname(file), { recursive: true });
        const filled = fillPlaceholders(text, folders);
        if (filled.startsWith('LINK:')) symlinkSync(filled.slice('LINK:'.length), file);
        else writeFileSync(file, bytesOf(filled));
      }
    },
    /** The absolute path of a file that is named by a path in the project or from a placeholder. */
    path(name) {
      return /^<\w+>/.test(name) ? fillPlaceholders(name, folders) : join(folders.project, name);
    },
    delete(name) {
      rmSync(this.path(name), { force: true });
    },
    remove() {
      removeFolder(root);
      roots.delete(root);
    },
  };
}

function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * The bytes of a text in UTF-8. `\xe9` in it stands for that byte, which is not valid UTF-8 there; after `base64:`
 * stand the bytes themselves.
 */
export function bytesOf(text) {
  if (text.startsWith('base64:')) return Buffer.from(text.slice('base64:'.length), 'base64');
  return Buffer.concat(
    text
      .split(/(\\x[0-9a-f]{2})/)
      .map(part => (/^\\x[0-9a-f]{2}$/.test(part) ? Buffer.from(part.slice(2), 'hex') : Buffer.from(part))),
  );
}
