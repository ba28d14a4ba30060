// The released tools: npm packages in a cache folder outside of the repository.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { RecordError } from './recordError.mjs';

/** The folder that holds a release of a tool. `AGENT_FILES_RECORD_CACHE` names another cache. */
export function folderOf(tool, release) {
  const cache =
    process.env.AGENT_FILES_RECORD_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'agent-files-record');
  return join(cache, `${tool.id}-${release}`);
}

/** Installs a release with npm. No script of a package is run. */
export function install(tool, release) {
  const folder = folderOf(tool, release);
  const packages = tool.packages.map(name => `${name}@${release}`);
  console.log(`Installing ${packages.join(' ')} in ${folder}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status, error } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...packages],
    { cwd: folder, stdio: 'inherit' },
  );
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new RecordError(`npm could not install ${packages.join(' ')}${error ? `: ${error.message}` : ''}.`);
}

/** The file that is run; fails with what to do where the release is not installed. */
export function programOf(tool, release) {
  const file = tool.program(folderOf(tool, release));
  if (existsSync(file)) return file;
  throw new RecordError(
    `${tool.title} ${release} is not installed (no ${file}). Install it: npm run record -- --tool ${tool.id}${
      release === tool.release ? '' : ` --release ${release}`
    } --install`,
  );
}
