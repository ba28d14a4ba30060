import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { closeAll, open, openAgent, setText, workspaceFile } from './support/agentEditor.ts';
import { screenshot, webviewTexts } from './support/page.ts';
import { until } from './support/until.ts';

/** Waits until the text of some webview contains all of `parts`, and returns that text. */
function previewWith(...parts: string[]): Promise<string> {
  return until(`a preview with ${parts.join(', ')}`, async () =>
    (await webviewTexts()).find(text => parts.every(part => text.includes(part))),
  );
}

describe('"Preview agent"', () => {
  afterEach(closeAll);

  it('shows the agent beside its text', async () => {
    await open('.claude/agents/api-specialist.md');
    await commands.executeCommand('agentFiles.preview');
    const text = await previewWith('api-specialist', 'What you check');
    for (const tool of ['Read', 'Edit', 'Bash', 'Grep', 'Glob']) assert.ok(text.includes(tool), tool);
    assert.equal(window.tabGroups.all.length, 2);
    await screenshot('preview');
  });

  it('follows the typing', async () => {
    const before = '---\nname: probe\ndescription: Probes.\n---\nFirst text.\n';
    const editor = await openAgent('previewed.md', before);
    await commands.executeCommand('agentFiles.preview');
    await previewWith('probe', 'First text.');
    await setText(editor, before.replace('First', 'Second').replace('name: probe', 'name: changed'));
    const text = await previewWith('changed', 'Second text.');
    assert.ok(!text.includes('First text.'));
  });

  it('opens for the file that a menu names, whatever editor is active', async () => {
    await open('.claude/agents/api-specialist.md');
    const other = workspaceFile('.claude/agents/systems-programmer.md');
    await commands.executeCommand('agentFiles.preview', other);
    await previewWith('systems-programmer', 'Who does what');
  });
});
