import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { screenshotsFolder } from '../../../scripts/vscode/paths.mjs';
import { openWorkbench } from './workbench.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench('api-specialist.md');
});
after(() => workbench?.close());

const row = text => workbench.find('.pane-body .monaco-list-row', text);
const picture = name => workbench.page.screenshot({ path: join(screenshotsFolder, `${name}.png`) });

/** Sets the color theme of the window, and waits for it. */
async function useTheme(name, kind) {
  mkdirSync(join(workbench.scratch.workspace, '.vscode'), { recursive: true });
  const settings = JSON.stringify({ 'workbench.colorTheme': name });
  writeFileSync(join(workbench.scratch.workspace, '.vscode', 'settings.json'), settings);
  await workbench.find(`.monaco-workbench.${kind}`);
}

test('the view lists agents by tool and folder, with what they may do', async () => {
  await workbench.command('View: Show Agent Files');
  await row('Claude Code');
  const agent = await row('api-specialist');
  assert.match(await agent.innerText(), /tokens/);
  await workbench.find('.pane-body .message', /\d+ agents/);
  await picture('agents-view-light');
  await useTheme('Default Dark Modern', 'vs-dark');
  await picture('agents-view-dark');
});

test('the context menu of a file opens, previews and reveals it', async () => {
  const entries = await workbench.contextMenuOf(await row('api-specialist'));
  for (const entry of ['Preview Agent', 'Open to the Side', 'Reveal in Explorer View'])
    assert.ok(entries.includes(entry), entries.join());
});

test('a new file appears in the view', async () => {
  const file = join(workbench.scratch.workspace, '.claude', 'agents', 'newcomer.md');
  writeFileSync(file, '---\nname: newcomer\ndescription: Helps with what is new.\n---\nYou help.\n');
  await row('newcomer');
});

test('a filter shows a part of the files until it is cleared', async () => {
  await workbench.command('Agent Files: Filter Agents View');
  // What is typed before the list is there is lost.
  await workbench.find('.quick-input-list .monaco-list-row', 'With Problems');
  await workbench.page.keyboard.type('With Problems');
  await workbench.page.keyboard.press('Enter');
  const hidden = workbench.page
    .locator('.pane-body .monaco-list-row')
    .filter({ hasText: /newcomer|api-specialist/ });
  await hidden.first().waitFor({ state: 'detached' });
  await row('ingest-designer');
  await workbench.find('.pane-body .message', 'Filter: With Problems');
  await picture('agents-view-filtered');
  await workbench.command('Agent Files: Clear Filter of Agents View');
  await row('newcomer');
});
