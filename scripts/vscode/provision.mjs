// Provisions the VS Code server build into .vscode-test/, where it stays for the next start.
// usage: provision.mjs [newest|oldest …]
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { editions } from './editions.mjs';
import { editorsFolder } from './paths.mjs';

/**
 * Makes sure that the VS Code server of `edition` is installed, and returns what it takes to run it:
 * `{ version, node, serverMain }` (the VS Code version and the paths of a Node binary and of the server's script).
 *
 * The server comes from the npm registry with every version pinned and no install script run, so it needs no
 * compiler. It is installed beside its final place and moved there when complete: a half-done install is never used.
 */
export async function provisionServer(edition, log = console.log) {
  assertPlatform();
  const pinned = editions[edition];
  const home = join(editorsFolder, `server-${pinned.vscode}`);
  if (!isComplete(home, pinned)) {
    const took = await install(pinned, home, log);
    log(`VS Code ${pinned.vscode} is installed (${took} s); the next start reuses it.`);
  }
  const modules = join(home, 'node_modules');
  return {
    version: pinned.vscode,
    node: usesOwnNode(pinned) ? process.execPath : join(modules, nodePackage(), 'bin', 'node'),
    serverMain: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

async function install(pinned, home, log) {
  const started = Date.now();
  const partial = `${home}.partial-${process.pid}`;
  log(`Installing the VS Code ${pinned.vscode} server from npm into ${home} (once; about a minute) …`);
  removeAbandoned();
  mkdirSync(partial, { recursive: true });
  try {
    writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
    const packages = [`code-server@${pinned.codeServer}`];
    if (!usesOwnNode(pinned)) packages.push(`${nodePackage()}@${pinned.node}`);
    await npmInstall(['--save-exact', ...packages], partial, `1 of 2: ${packages.join(', ')}`, log);
    // The server inside the package has dependencies of its own, pinned by the shrinkwrap that it ships.
    const server = join(partial, 'node_modules', 'code-server', 'lib', 'vscode');
    await npmInstall(['--omit=dev'], server, "2 of 2: the server's own libraries", log);
    writeFileSync(join(partial, stampName), JSON.stringify(pinned));
    if (isComplete(home, pinned)) return secondsSince(started); // Another process was quicker.
    rmSync(home, { recursive: true, force: true });
    renameSync(partial, home);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return secondsSince(started);
}

/** Removes what installs that were killed have left behind. */
function removeAbandoned() {
  if (!existsSync(editorsFolder)) return;
  for (const name of readdirSync(editorsFolder)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) rmSync(join(editorsFolder, name), { recursive: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs `npm install` in `cwd`, says every few seconds that it is still at it, and shows its output if it fails. */
function npmInstall(args, cwd, step, log) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const started = Date.now();
  log(`  ${step}`);
  const ticker = setInterval(() => log(`  … ${secondsSince(started)} s`), 10_000);
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['install', ...quiet, ...args], {
      cwd,
      env: withoutNpmRun(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', data => (output += data));
    npm.once('error', reject);
    npm.once('close', code => {
      if (code === 0) resolve();
      else reject(new Error(`npm install failed with code ${code} in ${cwd}:\n${output.slice(-4000)}`));
    });
  }).finally(() => clearInterval(ticker));
}

/** The environment without what `npm run` adds to it, which would tell the nested npm to work in this project. */
function withoutNpmRun(env) {
  const foreign = /^(npm_package_|npm_lifecycle_|npm_config_(local_)?prefix$|npm_command$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

const stampName = 'complete.json';

function isComplete(home, pinned) {
  const stamp = join(home, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === JSON.stringify(pinned);
}

/** Whether the Node that runs this script is of the release line that the server was built for. */
function usesOwnNode(pinned) {
  return process.versions.node.split('.')[0] === pinned.node.split('.')[0];
}

function nodePackage() {
  return `node-linux-${process.arch}`;
}

function assertPlatform() {
  if (process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)) return;
  throw new Error(
    `The VS Code server build runs on Linux (x64, arm64) only, and this is ${process.platform} ${process.arch}. ` +
      'Install the desktop VS Code instead, or go online so that it can be downloaded.',
  );
}

function secondsSince(started) {
  return Math.round((Date.now() - started) / 1000);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['newest'];
  for (const edition of wanted) {
    if (!(edition in editions)) throw new Error(`Unknown edition "${edition}". Use newest or oldest.`);
    const { version, serverMain } = await provisionServer(edition);
    console.log(`VS Code ${version}: ${serverMain}`);
  }
}
