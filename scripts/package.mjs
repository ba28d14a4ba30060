// Packages the extension as agent-files-VERSION.vsix or the given file. vsce is fetched on demand, because it would more
// than double the development dependencies.
// usage: package.mjs [file]
import { spawnSync } from 'node:child_process';
import { repository } from './vscode/paths.mjs';

const target = process.argv[2];

// The latest release line that runs on Node 20.
const vsce = '@vscode/vsce@3.9.2';

run(process.execPath, ['esbuild.mjs']);
run('npm', [
  ...['exec', '--yes', '--ignore-scripts', `--package=${vsce}`, '--'],
  ...['vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
  ...(target ? ['--out', target] : []),
]);

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
