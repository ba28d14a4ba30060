// Runs test/e2e/window, which drives the window of the VS Code server build from outside: what would end a test inside
// the extension host (a reload, crashes), what only a pointer reaches (menus), and npm start.
// usage: test-window.mjs [part of a file name …]
import { spawnSync } from 'node:child_process';
import { globSync } from 'tinyglobby';
import { testReporters } from './testReporters.mjs';
import { findChromium, howToGetChromium } from './vscode/browser.mjs';
import { repository } from './vscode/paths.mjs';
import { provisionServer } from './vscode/provision.mjs';

if (process.platform !== 'linux') {
  console.log('The VS Code server build runs on Linux only, so its window is not tested here.');
  process.exit(0);
}
if (!findChromium()) {
  console.error(howToGetChromium);
  process.exit(1);
}
const wanted = process.argv.slice(2);
const tests = globSync('test/e2e/window/*.test.mjs', { cwd: repository })
  .filter(file => wanted.length === 0 || wanted.some(part => file.includes(part)))
  .sort();
if (tests.length === 0) {
  console.error(`No test file matches ${wanted.join(' ')}.`);
  process.exit(2);
}
const { version } = await provisionServer('newest');
console.log(`Editor: VS Code ${version}, server build with a headless Chromium`);
// Sequential, because each test starts its own editor and browser.
const run = spawnSync(
  process.execPath,
  [
    '--test',
    '--test-concurrency=1',
    '--test-timeout=180000',
    '--test-force-exit',
    ...testReporters(),
    ...tests,
  ],
  { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exit(run.status ?? 1);
