import { runTests } from '@vscode/test-electron';
import { chromium } from 'playwright-core';
import { startBridge } from './bridge.mjs';
import { repository } from './paths.mjs';
import { freePort } from './process.mjs';

/**
 * Runs the bundled suite in a desktop VS Code. The bridge reaches the window over its remote debugging port.
 * Takes and returns what `runSuiteInServer` does; `executable` is the desktop VS Code's path.
 */
export async function runSuiteInDesktop(executable, scratch, suite) {
  const debugPort = await freePort();
  let browser;
  const bridge = await startBridge(async () => {
    browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
    const pages = browser.contexts().flatMap(context => context.pages());
    return pages.find(page => page.url().includes('workbench'));
  });
  let timer;
  const timeout = new Promise(resolve => {
    const reason = `The suite did not end within ${suite.timeoutMs / 1000} s.`;
    timer = setTimeout(() => resolve({ code: 124, reason }), suite.timeoutMs);
  });
  const run = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: repository,
    extensionTestsPath: suite.bundle,
    extensionTestsEnv: { ...suite.env, AGENT_FILES_E2E_BRIDGE: bridge.address },
    launchArgs: [
      scratch.workspace,
      `--user-data-dir=${scratch.userData}`,
      `--extensions-dir=${scratch.extensions}`,
      `--remote-debugging-port=${debugPort}`,
      '--disable-extensions',
    ],
  });
  try {
    return await Promise.race([
      run.then(code => ({ code })).catch(error => ({ code: error.code ?? 1 })),
      timeout,
    ]);
  } finally {
    clearTimeout(timer);
    bridge.stop();
    await browser?.close().catch(() => {});
  }
}
