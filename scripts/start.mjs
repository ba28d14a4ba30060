// Builds the extension and opens it on a copy of the sample workspace, in an editor with a separate profile.
// usage: npm start [-- --editor desktop|server]
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { downloadDesktop, findDesktopCommand, hasDisplay } from './vscode/desktop.mjs';
import { editions } from './vscode/editions.mjs';
import { repository, sampleWorkspace } from './vscode/paths.mjs';
import { onInterrupt, spawnGroup, stopGroup } from './vscode/process.mjs';
import { createScratch, linkExtension, openAtStart } from './vscode/profile.mjs';
import { provisionServer } from './vscode/provision.mjs';
import { startServer } from './vscode/server.mjs';

const { values: args } = parseArgs({ options: { editor: { type: 'string' } } });
if (args.editor && !['desktop', 'server'].includes(args.editor)) {
  console.error(`Invalid value "${args.editor}" for --editor. Use desktop or server.`);
  process.exit(2);
}

console.log('Building the extension …');
const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: repository, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const desktop = args.editor === 'server' ? undefined : await findDesktop();
if (desktop) await openDesktop(desktop);
else if (args.editor === 'desktop') fail('No desktop VS Code is installed, and none could be downloaded.');
else await serve();

/** The desktop VS Code to start: `{ command, title }`, or undefined where there is none. */
async function findDesktop() {
  const installed = findDesktopCommand();
  if (installed) return { command: installed, title: `the desktop VS Code installed here (${installed})` };
  if (!hasDisplay()) {
    console.log('No display, so no desktop VS Code: the server build of VS Code is used instead.');
    return undefined;
  }
  console.log('No desktop VS Code is installed; trying to download one …');
  const downloaded = await downloadDesktop('newest');
  return (
    downloaded && { command: downloaded, title: `desktop VS Code ${editions.newest.vscode}, downloaded` }
  );
}

async function openDesktop({ command, title }) {
  const scratch = makeScratch();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const editor = spawnGroup(
    command,
    [
      ...['--new-window', '--wait', '--disable-workspace-trust', ...root],
      ...['--user-data-dir', scratch.userData, '--extensions-dir', scratch.extensions],
      `--extensionDevelopmentPath=${repository}`,
      scratch.workspace,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  const stop = async () => {
    await stopGroup(editor);
    scratch.removeProfile();
  };
  onInterrupt(stop);
  announce({ Editor: title, Workspace: scratch.workspace, 'Waits for': 'the window to be closed' });
  await once(editor, 'exit');
  scratch.removeProfile();
}

async function serve() {
  const install = await provisionServer('newest').catch(error => fail(error.message));
  const scratch = makeScratch();
  linkExtension(scratch);
  const server = await startServer(install, scratch);
  const stop = async () => {
    await server.stop();
    scratch.removeProfile();
  };
  onInterrupt(() => {
    console.log(`\nStopping. What you changed is kept in ${scratch.workspace}.`);
    return stop();
  });
  announce({
    Editor: `VS Code ${install.version}, server build`,
    Workspace: scratch.workspace,
    Address: server.address,
    'Waits for': 'a browser to open that address',
  });
  const reason = await server.exited;
  await stop();
  fail(`${reason}\n${server.output().slice(-2000)}`);
}

function makeScratch() {
  const scratch = createScratch(sampleWorkspace, {
    'markdown.preview.openMarkdownLinks': 'inEditor',
  });
  openAtStart(scratch, '.claude/agents/ingest-designer.md', 'agentFiles.preview');
  return scratch;
}

function announce(facts) {
  console.log('');
  for (const [label, fact] of Object.entries(facts)) console.log(`  ${`${label}:`.padEnd(11)} ${fact}`);
  console.log(`  ${'Stop with:'.padEnd(11)} Ctrl+C\n`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
