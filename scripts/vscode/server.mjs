import { delay, freePort, spawnGroup, stopGroup } from './process.mjs';

/** Without a gallery the editor never asks the internet for extensions. */
const noGallery = {
  serviceUrl: '',
  itemUrl: '',
  resourceUrlTemplate: '',
  controlUrl: '',
  recommendationsUrl: '',
};

/**
 * Starts the VS Code server that `provisionServer` returned, on a free port of 127.0.0.1, with the profile of
 * `scratch`. `args` are added to the server's arguments, `env` to this process's environment. Resolves when it answers:
 *
 * - `address`: what a browser opens to get the workspace of `scratch`; `addressWith(payload)`: the same with entries
 *   for VS Code, for example `{ openFile: uri }`;
 * - `remoteUri(path)`: the URI by which the page names a file of this machine;
 * - `exited`: resolves to a sentence when the server ends; `output()`: what it has printed so far; `stop()`;
 * - `group`: the id of the process group that it and all its children belong to.
 */
export async function startServer(install, scratch, { args = [], env = {} } = {}) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/?folder=${scratch.workspace}`;
  const ownArgs = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--server-data-dir', scratch.serverData, '--user-data-dir', scratch.userData],
    ...['--extensions-dir', scratch.extensions],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
  ];
  const child = spawnGroup(install.node, [install.serverMain, ...ownArgs, ...args], {
    env: { ...cleanEnvironment(), EXTENSIONS_GALLERY: JSON.stringify(noGallery), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += data));
  const exited = new Promise(resolve => {
    child.once('error', error => resolve(`The VS Code server did not start: ${error.message}`));
    child.once('exit', code => resolve(`The VS Code server ended with code ${code}.`));
  });
  const server = {
    address,
    addressWith: payload =>
      `${address}&payload=${encodeURIComponent(JSON.stringify(Object.entries(payload)))}`,
    remoteUri: path => `vscode-remote://127.0.0.1:${port}${path}`,
    exited,
    output: () => output,
    stop: () => stopGroup(child),
    group: child.pid,
  };
  await answering(server, 60_000);
  return server;
}

async function answering(server, timeoutMs) {
  let ended;
  server.exited.then(reason => (ended = reason));
  for (const started = Date.now(); Date.now() - started < timeoutMs; ) {
    if (ended) throw new Error(`${ended}\n${server.output()}`);
    try {
      if ((await fetch(server.address)).status < 500) return;
    } catch {
      // It does not listen yet.
    }
    await delay(100);
  }
  await server.stop();
  throw new Error(`The VS Code server did not answer within ${timeoutMs / 1000} s.\n${server.output()}`);
}

/** This process's environment without what another VS Code or Node debugger has put there. */
function cleanEnvironment() {
  const foreign = /^(VSCODE_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
