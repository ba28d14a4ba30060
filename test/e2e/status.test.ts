import { writeFileSync } from 'node:fs';
import { commands } from 'vscode';
import { closeAll, open, openAgent, setText, workspaceFile } from './support/agentEditor.ts';
import { statusIsSilent, statusSays } from './support/languageStatus.ts';
import { screenshot } from './support/page.ts';

const good = '---\nname: probe\ndescription: Probes things.\n---\nProbe.\n';

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
    await statusIsSilent();
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
