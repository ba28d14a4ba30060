import { writeFileSync } from 'node:fs';
import { commands } from 'vscode';
import { closeAll, open, openAgent, setText, workspaceFile } from './support/agentEditor.ts';
import { inWorkbench, screenshot } from './support/page.ts';
import { until } from './support/until.ts';

const good = '---\nname: probe\ndescription: Probes things.\n---\nProbe.\n';

/** What a screen reader says of the language status, which sums up all of its items. */
const spokenStatus = () =>
  inWorkbench<string>(
    "[...document.querySelectorAll('.statusbar-item[id=\"status.languageStatus\"] [aria-label]')].map(item => item.getAttribute('aria-label')).join('; ')",
  );

async function statusSays(text: string): Promise<void> {
  let last = '';
  await until(`"${text}" in the language status`, async () => {
    last = await spokenStatus();
    return last.includes(text);
  }).catch(error => {
    throw new Error(`${error.message} It was "${last}".`);
  });
}

describe('the language status', () => {
  afterEach(closeAll);

  it('says what the tool makes of the file, while it is typed', async () => {
    const { document } = await openAgent('status.md', good);
    await statusSays('loads as probe');
    await setText(document, good.replace('description: Probes things.', 'description: ""'));
    await statusSays('will not load');
    await screenshot('status');
    await setText(document, good.replace('---\nProbe', 'permissionMode: paln\n---\nProbe'));
    await statusSays('loads with changes');
  });

  it('follows the active editor, and is absent beside other files', async () => {
    await openAgent('status.md', good);
    await statusSays('loads as probe');
    writeFileSync(workspaceFile('status-notes.md').fsPath, good);
    await open('status-notes.md');
    await until('no status of ours', async () => !(await spokenStatus()).includes('Agent file'));
    await openAgent('status.md', good.replace('probe', 'other'));
    await statusSays('loads as other');
  });

  it('comes back with the server', async () => {
    await openAgent('status.md', good);
    await statusSays('loads as probe');
    await commands.executeCommand('agentFiles.restartServer');
    await statusSays('loads as probe');
  });
});
