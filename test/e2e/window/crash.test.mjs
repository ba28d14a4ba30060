import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { delay } from '../../../scripts/vscode/process.mjs';
import { openWorkbench } from './workbench.mjs';

const warning = '.monaco-editor .squiggly-warning';

let workbench;
before(async () => {
  workbench = await openWorkbench('ingest-designer.md');
});
after(() => workbench?.close());

test('a server that keeps crashing is reported, and can be restarted from there', async () => {
  const crashed = new Set();
  while (crashed.size < 4) {
    const pid = await serverOtherThan(crashed);
    await workbench.find(warning);
    crashed.add(pid);
    // Mostly a look at every frame sees that the diagnostics are gone in between; where the next server is quicker
    // than that, it is at work long before this stops waiting.
    const gone = workbench.page.waitForFunction(selector => !document.querySelector(selector), warning, {
      polling: 'raf',
      timeout: 5_000,
    });
    process.kill(pid, 'SIGKILL');
    await gone.catch(() => {});
  }
  const message = await workbench.find('.notification-toast', 'language server crashed 4 times');
  await message.getByText('Restart Server').click();
  await serverOtherThan(crashed);
  await workbench.find(warning);
});

/** Waits for a language server of this workbench that is not among `known`. */
async function serverOtherThan(known) {
  for (let tries = 0; tries < 300; tries++) {
    const table = execFileSync('ps', ['-e', '-o', 'pid=,pgid=,args='], { encoding: 'utf8' });
    const pids = table
      .split('\n')
      .map(line => /^\s*(\d+)\s+(\d+)\s+.*dist\/server\.cjs/.exec(line))
      .filter(row => Number(row?.[2]) === workbench.server.group)
      .map(row => Number(row[1]));
    const fresh = pids.find(pid => !known.has(pid));
    if (fresh) return fresh;
    await delay(50);
  }
  return assert.fail('No language server was started.');
}
