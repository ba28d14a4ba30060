// Runs test/e2e inside the extension host of a real VS Code.
// usage: test-e2e.mjs [--vscode newest|oldest] [--editor desktop|server] [--grep regexp] [--timeout seconds] [--verbose]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuite } from './vscode/bundleSuite.mjs';
import { downloadDesktop } from './vscode/desktop.mjs';
import { editions } from './vscode/editions.mjs';
import { repository, sampleWorkspace } from './vscode/paths.mjs';
import { createScratch } from './vscode/profile.mjs';
import { provisionServer } from './vscode/provision.mjs';
import { forget, judge } from './vscode/report.mjs';
import { runSuiteInDesktop } from './vscode/suiteInDesktop.mjs';
import { runSuiteInServer } from './vscode/suiteInServer.mjs';

const { values: args } = parseArgs({
  options: {
    vscode: { type: 'string', default: 'newest' },
    editor: { type: 'string' },
    grep: { type: 'string' },
    timeout: { type: 'string', default: '600' },
    verbose: { type: 'boolean', default: false },
  },
});
if (!(args.vscode in editions))
  throw new Error(`Invalid value "${args.vscode}" for --vscode. Use newest or oldest.`);
if (args.editor && !['desktop', 'server'].includes(args.editor))
  throw new Error(`Invalid value "${args.editor}" for --editor. Use desktop or server.`);

const report = join(repository, 'out', `e2e-${args.vscode}.json`);
forget(report);
const suite = {
  bundle: await bundleSuite(),
  timeoutMs: Number(args.timeout) * 1000,
  verbose: args.verbose,
  env: { AGENT_FILES_E2E_REPORT: report, AGENT_FILES_E2E_GREP: args.grep ?? '' },
};
const run = await prepareEditor();
const scratch = createScratch(sampleWorkspace);
let exit;
try {
  exit = await run(scratch);
} catch (error) {
  exit = { code: 2, reason: error.stack };
} finally {
  scratch.remove();
}
const { passed, failed, skipped, green } = judge(report, exit);
console.log(
  `VS Code ${editions[args.vscode].vscode}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
);
process.exit(green ? 0 : 1);

/** Picks an editor, logs which, and returns a function that runs the suite in it. */
async function prepareEditor() {
  const desktop = args.editor === 'server' ? undefined : await downloadDesktop(args.vscode);
  if (desktop) {
    console.log(`Editor: desktop VS Code ${editions[args.vscode].vscode} (${desktop})`);
    return scratch => runSuiteInDesktop(desktop, scratch, suite);
  }
  if (args.editor === 'desktop') throw new Error('The desktop VS Code is not available on this machine.');
  const server = await provisionServer(args.vscode);
  console.log(`Editor: VS Code ${server.version}, server build with a headless Chromium`);
  return scratch => runSuiteInServer(server, scratch, suite);
}
