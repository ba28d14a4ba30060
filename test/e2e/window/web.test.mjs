import assert from 'node:assert/strict';
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium } from '../../../scripts/vscode/browser.mjs';
import { repository, sampleWorkspace } from '../../../scripts/vscode/paths.mjs';
import { freePort, spawnGroup, stopGroup } from '../../../scripts/vscode/process.mjs';
import { createScratch } from '../../../scripts/vscode/profile.mjs';
import { provisionServer } from '../../../scripts/vscode/provision.mjs';
import { drive, newPage } from './workbench.mjs';

// In VS Code for the Web the client runs in a worker and the server in a worker of that; there is no Node and no disk.
// The extension must then come from an http address. The server build offers one of the page's own origin, which its
// content policy wants, through the proxy that code-server puts before VS Code.

const closing = [];
let page;
before(async () => {
  const scratch = createScratch(sampleWorkspace);
  closing.push(() => scratch.remove());
  mkdirSync(join(scratch.workspace, '.gemini/agents'), { recursive: true });
  writeFileSync(
    join(scratch.workspace, '.gemini/agents/marked.md'),
    '\uFEFF---\nname: marked\ndescription: Marks.\n---\nYou mark.\n',
  );
  const files = await serveRepository();
  closing.push(() => files.close());
  const address = await startCodeServer(scratch);
  const browser = await launchChromium();
  closing.push(() => browser.close());
  page = await newPage(browser);
  await page.addInitScript(developFrom, {
    scheme: 'http',
    authority: new URL(address).host,
    path: `/proxy/${files.address().port}`,
  });
  await page.goto(`${address}/?folder=${scratch.workspace}`);
});
after(async () => {
  for (const close of closing.reverse()) await close();
});

test('the extension has diagnostics and the preview in a worker', async () => {
  const { open, find, command, preview } = drive(page);
  await open('ingest-designer.md');
  await find('.monaco-editor .squiggly-warning');
  // A file that no editor has open, read through VS Code.
  await command('Problems: Focus on Problems View');
  await find('.markers-panel .monaco-list-row', 'service-engineer-web.md');
  // Its byte order mark is all that is wrong with it, and must come through.
  await find('.markers-panel .monaco-list-row', 'marked.md');
  await open('ingest-designer.md');
  await command('Agent Files: Preview Agent');
  await preview('What you hand over');
});

/** code-server with a proxy to every port of this machine; returns its address once it answers. */
async function startCodeServer(scratch) {
  const install = await provisionServer('newest');
  const entry = resolve(install.serverMain, '../../../../out/node/entry.js');
  const port = await freePort();
  const child = spawnGroup(
    install.node,
    [
      entry,
      ...[
        '--bind-addr',
        `127.0.0.1:${port}`,
        '--auth',
        'none',
        '--config',
        join(scratch.userData, 'config.yaml'),
      ],
      ...['--user-data-dir', scratch.userData, '--extensions-dir', scratch.extensions],
      ...[
        '--disable-telemetry',
        '--disable-update-check',
        '--disable-workspace-trust',
        '--ignore-last-opened',
      ],
    ],
    { stdio: 'ignore', env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' } },
  );
  closing.push(() => stopGroup(child));
  const address = `http://127.0.0.1:${port}`;
  for (;;) {
    assert.equal(child.exitCode, null, 'code-server ended');
    if (await fetch(`${address}/healthz`).catch(() => undefined)) return address;
  }
}

/** Serves what the packed extension has. */
async function serveRepository() {
  const types = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };
  const server = createServer((request, response) => {
    const file = join(repository, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const isOffered = /^(package\.json|dist|syntaxes)/.test(file.slice(repository.length + sep.length));
    if (!isOffered || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return server;
}

/** Runs in the page: adds the extension to the configuration that the workbench reads from its document. */
function developFrom(extension) {
  const { getAttribute } = Element.prototype;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [extension] };
    return JSON.stringify(configuration);
  };
}
