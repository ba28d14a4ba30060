import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench } from './workbench.mjs';

const title = 'Preview Agent';
let workbench;
before(async () => {
  workbench = await openWorkbench('api-specialist.md');
});
after(() => workbench?.close());

test('"Preview Agent" is in the title bar of an agent file and shows it', async () => {
  const button = await workbench.find(`.editor-actions .action-label[aria-label^="${title}"]`);
  await button.click();
  await workbench.preview('What you check');
});

test('"Preview Agent" is in the context menu of its tab', async () => {
  const tab = await workbench.find('.tab', 'api-specialist.md');
  assert.ok((await workbench.contextMenuOf(tab)).includes(title));
});

test('"Preview Agent" is in the context menu of the explorer, for agent files only', async () => {
  const agent = await workbench.find('.explorer-folders-view .monaco-list-row', 'systems-programmer.md');
  assert.ok((await workbench.contextMenuOf(agent)).includes(title));
  const readme = await workbench.find('.explorer-folders-view .monaco-list-row', 'README.md');
  assert.ok(!(await workbench.contextMenuOf(readme)).includes(title));
});
