import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { launchChromium } from '../../../scripts/vscode/browser.mjs';
import { repository, screenshotsFolder } from '../../../scripts/vscode/paths.mjs';
import { spawnGroup, stopGroup } from '../../../scripts/vscode/process.mjs';
import { drive, newPage, outputMatching } from './workbench.mjs';

test('npm start serves an editor with the extension, and Ctrl+C stops it', async () => {
  const start = spawnGroup(process.execPath, ['scripts/start.mjs', '--editor', 'server'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await launchChromium();
  try {
    const pattern = /Workspace: +(\S+)\n[\s\S]*Address: +(\S+)\n[\s\S]*Ctrl\+C/;
    const [, workspace, address] = await outputMatching(start, pattern);
    assert.ok(!workspace.startsWith(repository), 'the repository itself would be edited');
    const page = await newPage(browser);
    await page.goto(address);
    const { find, preview } = drive(page);
    await find('.tab', 'ingest-designer.md');
    await preview('What you hand over');
    await page.screenshot({ path: join(screenshotsFolder, 'npm-start.png') });
    const editor = page.url();
    start.kill('SIGINT');
    await once(start, 'exit');
    await assert.rejects(fetch(editor));
    assert.ok(existsSync(workspace), 'what was changed is kept');
  } finally {
    await browser.close();
    await stopGroup(start, 15_000);
  }
});
