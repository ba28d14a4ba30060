import assert from 'node:assert/strict';
import { extensions } from 'vscode';
import { closeAll, diagnosticOf, noDiagnosticOf, open, openAgent, setText } from './support/agentEditor.ts';
import { screenshot } from './support/page.ts';
import { until } from './support/until.ts';

const good = '---\nname: probe\ndescription: Probes things.\nmodel: sonnet\n---\nProbe.\n';

describe('opening an agent file', () => {
  afterEach(closeAll);

  it('activates the extension', async () => {
    await open('.claude/agents/api-specialist.md');
    const extension = extensions.getExtension('agent-files.agent-files');
    assert.ok(extension, 'the extension is not installed');
    await until('activation', () => extension.isActive);
  });

  it('shows a diagnostic, which goes away after an edit', async () => {
    const editor = await openAgent('probe.md', good.replace('model', 'modle'));
    const diagnostic = await diagnosticOf(editor.document, 'noUnknownKey');
    assert.equal(editor.document.getText(diagnostic.range), 'modle');
    await screenshot('diagnostic');
    await setText(editor, good);
    await noDiagnosticOf(editor.document, 'noUnknownKey');
  });
});
