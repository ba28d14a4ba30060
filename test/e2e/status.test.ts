import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands } from 'vscode';
import { closeAll, open, openAgent, setText, workspaceFile } from './support/agentEditor.ts';
import { statusIsSilent, statusSays } from './support/languageStatus.ts';
import { click, inWorkbench, screenshot } from './support/page.ts';
import { until } from './support/until.ts';

const good = '---\nname: probe\ndescription: Probes things.\n---\nProbe.\n';

describe('the language status', () => {
  afterEach(closeAll);

  it('says how the tool loads the file, while it is edited', async () => {
    const { document } = await openAgent('status.md', good);
    await statusSays('loads as probe');
    await setText(document, good.replace('description: Probes things.', 'description: ""'));
    await statusSays('will not load');
    await screenshot('status');
    await setText(document, good.replace('---\nProbe', 'permissionMode: paln\n---\nProbe'));
    await statusSays('loads with changes');
  });

  for (const [what, text] of [
    ['a long name', good.replace('probe', 'an-agent-with-a-name-that-goes-on-and-on-and-on-and-on')],
    ['a problem with a long message', good.replace('---\nProbe', 'tools: Bash(git:*)\n---\nProbe')],
  ] as const) {
    it(`has room for "Preview Agent" on the line of an agent with ${what}`, async () => {
      await openAgent('status.md', text);
      await statusSays('loads ');
      await click('[id="status.languageStatus"]');
      const edges = await until('the line', () =>
        inWorkbench<[number, number] | null>(
          `(link => link && [link, link.closest('.monaco-hover')].map(one => one.getBoundingClientRect().right))(
            [...document.querySelectorAll('.hover-language-status a')].find(one => one.textContent === 'Preview Agent'))`,
        ),
      );
      // Older releases keep it open while the mouse is there.
      await click('.editor-instance .view-lines');
      await until('no list', () =>
        inWorkbench<boolean>("document.querySelector('.hover-language-status') === null"),
      );
      assert.ok(edges[0] <= edges[1], `it ends at ${edges[0]}, and what is to be seen at ${edges[1]}`);
    });
  }

  it('follows the active editor, and is absent for other files', async () => {
    await openAgent('status.md', good);
    await statusSays('loads as probe');
    writeFileSync(workspaceFile('status-notes.md').fsPath, good);
    await open('status-notes.md');
    await statusIsSilent();
    await openAgent('status.md', good.replace('probe', 'other'));
    await statusSays('loads as other');
  });

  it('is restored when the server restarts', async () => {
    await openAgent('status.md', good);
    await statusSays('loads as probe');
    await commands.executeCommand('agentFiles.restartServer');
    await statusSays('loads as probe');
  });
});
