import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, DiagnosticSeverity, workspace } from 'vscode';
import { closeAll, diagnosticOf, noDiagnosticOf, openAgent } from './support/agentEditor.ts';
import { screenshot, webviewTexts } from './support/page.ts';
import { until } from './support/until.ts';

const agent = '---\nname: probe\ndescription: Probes.\nmodel: sonnet\ncolor: green\n---\nProbe.\n';
const targets = (value: readonly string[] | undefined) =>
  workspace.getConfiguration('agentFiles').update('targets', value, ConfigurationTarget.Workspace);

describe('the setting agentFiles.targets', () => {
  afterEach(async () => {
    await targets(undefined);
    await closeAll();
  });

  it('checks a file for other tools, in the Problems view and in the preview', async () => {
    const { document } = await openAgent('probe.md', agent);
    await targets(['opencode', 'gemini', 'qwen']);
    const { message, severity } = await diagnosticOf(document, 'useKnownColor');
    assert.match(message, /^Unknown color 'green'\. OpenCode /);
    assert.equal(severity, DiagnosticSeverity.Warning);
    await commands.executeCommand('agentFiles.preview');
    await until('the verdicts of other tools in the preview', async () =>
      (await webviewTexts()).some(text => /In other tools[\s\S]*OpenCode will not load this file/.test(text)),
    );
    await screenshot('other-tools');
    await targets([]);
    await noDiagnosticOf(document, 'useKnownColor');
    await until('no verdicts of other tools', async () =>
      (await webviewTexts()).every(text => !text.includes('In other tools')),
    );
  });
});
