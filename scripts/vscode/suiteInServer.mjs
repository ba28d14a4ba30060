import { format } from 'node:util';
import { startBridge } from './bridge.mjs';
import { launchChromium } from './browser.mjs';
import { repository } from './paths.mjs';
import { delay, onInterrupt } from './process.mjs';
import { startServer } from './server.mjs';

/**
 * Runs the bundled suite in the extension host of the VS Code server, with its workbench in a headless Chromium.
 * `suite` is `{ bundle, timeoutMs, verbose, env }`. Returns how it ended: `{ code }` as the extension host reports
 * it, or `{ code, reason }` when it did not get that far.
 */
export async function runSuiteInServer(install, scratch, suite) {
  const window = {};
  const bridge = await startBridge(() => window.page);
  let server;
  const stopAll = async () => {
    await window.browser?.close().catch(() => {});
    bridge.stop();
    await server?.stop();
  };
  const release = onInterrupt(stopAll);
  const ended = new AbortController();
  try {
    server = await startServer(install, scratch, {
      env: { ...suite.env, AGENT_FILES_E2E_BRIDGE: bridge.address },
      // A built VS Code ignores extensionDevelopmentPath and extensionTestsPath without this one.
      args: ['--enable-smoke-test-driver'],
    });
    const address = server.addressWith({
      extensionDevelopmentPath: server.remoteUri(repository),
      extensionTestsPath: server.remoteUri(suite.bundle),
      skipWelcome: 'true',
    });
    const seconds = suite.timeoutMs / 1000;
    const exit = await Promise.race([
      openUntilExit(window, address, suite.verbose),
      server.exited.then(reason => ({ code: 125, reason })),
      delay(suite.timeoutMs, ended.signal).then(() => ({
        code: 124,
        reason: `The suite did not end within ${seconds} s.`,
      })),
    ]);
    if (exit.reason) console.log(server.output().slice(-4000));
    return exit;
  } finally {
    release();
    ended.abort();
    await stopAll();
  }
}

/**
 * Opens the workbench in a browser, both of which it puts into `window`, and resolves when VS Code reports the
 * suite's exit code. It reports by calling two functions of the page: one with what the suite prints, one at the end.
 */
async function openUntilExit(window, address, verbose) {
  window.browser = await launchChromium();
  const context = await window.browser.newContext({ viewport: { width: 1280, height: 800 } });
  window.page = await context.newPage();
  await window.page.exposeFunction('codeAutomationLog', (_type, args) => {
    if (verbose) console.log(`    ${format(...args)}`);
  });
  let report;
  const exit = new Promise(resolve => {
    report = code => resolve({ code });
  });
  await window.page.exposeFunction('codeAutomationExit', report);
  await window.page.goto(address);
  return exit;
}
