import { after, before, test } from 'node:test';
import { openWorkbench } from './workbench.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench('api-specialist.md');
});
after(() => workbench?.close());

test('the preview is restored when the window is reloaded', async () => {
  await workbench.command('Agent Files: Preview Agent');
  await workbench.preview('What you check');
  const reloaded = workbench.page.waitForEvent('load');
  await workbench.command('Developer: Reload Window');
  await reloaded;
  await workbench.find('.tab', 'Preview api-specialist');
  await workbench.preview('What you check');
});
