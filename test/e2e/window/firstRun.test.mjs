import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { screenshotsFolder } from '../../../scripts/vscode/paths.mjs';
import { openWorkbench } from './workbench.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench('api-specialist.md');
});
after(() => workbench?.close());

const picture = name => workbench.page.screenshot({ path: join(screenshotsFolder, `${name}.png`) });
const inWorkspace = (...path) => join(workbench.scratch.workspace, ...path);

/** Waits for the step of a series of questions, by what it asks. */
async function step(placeholder) {
  await workbench.page.waitForFunction(
    wanted => {
      const widget = document.querySelector('.quick-input-widget');
      const input = widget?.querySelector('.quick-input-filter input');
      return [input?.placeholder, widget?.innerText].some(text => text?.includes(wanted));
    },
    placeholder,
    { timeout: 30_000 },
  );
}

test('"New Agent…" asks for tool, name, purpose, rights and model, and opens what it wrote with its preview', async () => {
  const { page } = workbench;
  await workbench.command('Agent Files: New Agent…');
  await step('Which tool');
  await picture('new-agent-tool');
  await page.keyboard.type('Claude Code');
  await page.keyboard.press('Enter');
  await step('The name of the agent');
  await page.keyboard.type('api-specialist');
  await workbench.find('.quick-input-message', /already/);
  await picture('new-agent-taken');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('reviewer');
  await page.keyboard.press('Enter');
  await step('What it does');
  await page.keyboard.type('Reviews changes for bugs: use it before each release.');
  await page.keyboard.press('Enter');
  await step('What may it do');
  await picture('new-agent-rights');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Change Files' }).click();
  await page.keyboard.press('Enter');
  await step('Which model');
  await page.keyboard.type('haiku');
  await page.keyboard.press('Enter');
  await workbench.find('.tab', 'reviewer.md');
  await workbench.preview('Reviews changes for bugs');
  await picture('new-agent-written');
  const text = readFileSync(inWorkspace('.claude', 'agents', 'reviewer.md'), 'utf8');
  assert.match(
    text,
    /^---\nname: reviewer\ndescription: 'Reviews changes for bugs: use it.*'\ntools: .*Bash.*\nmodel: haiku\n---\n/,
  );
  assert.doesNotMatch(text, /Edit|Write/);
});

test('a line above the name says who delegates, and lists the references', async () => {
  const command = inWorkspace('.claude', 'commands', 'all.md');
  await workbench.open('reviewer.md');
  mkdirSync(inWorkspace('.claude', 'commands'), { recursive: true });
  writeFileSync(command, 'Run Task(subagent_type="reviewer", prompt="go").\n');
  const lens = await workbench.find('.codelens-decoration a', 'delegates here');
  assert.match(await lens.innerText(), /1 reference/);
  await picture('code-lens');
  await lens.click();
  await workbench.find('.peekview-widget, .tab.active', /all\.md|reviewer/);
});

test('"Add Check to CI" writes a workflow, and leaves one that exists', async () => {
  const file = inWorkspace('.github', 'workflows', 'agent-files.yml');
  // The list of references takes the focus from the palette when it opens late.
  await workbench.command('View: Close All Editors');
  await workbench.command('Agent Files: Add Check to CI');
  await workbench.find('.tab.active', 'agent-files.yml');
  assert.ok(existsSync(file));
  writeFileSync(file, 'name: Mine\n');
  await workbench.command('Agent Files: Add Check to CI');
  await workbench.find('.notification-list-item', 'left as it is');
  assert.equal(readFileSync(file, 'utf8'), 'name: Mine\n');
});

test('the walkthrough shows its steps', async () => {
  await workbench.command('View: Close All Editors');
  await workbench.command('Notifications: Clear All Notifications');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command('Agent Files: Open Walkthrough');
  await workbench.find('.getting-started-step', 'See what is wrong');
  await workbench.find('.getting-started-step', 'Check in continuous integration');
  await workbench.find('.getting-started-media');
  await picture('walkthrough');
});
