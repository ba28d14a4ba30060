import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { ConfigurationTarget, extensions, languages, workspace } from 'vscode';
import {
  closeAll,
  diagnosticOf,
  diagnosticsOf,
  noDiagnosticOf,
  open,
  openAgent,
  ruleOf,
  setText,
  workspaceFile,
} from './support/agentEditor.ts';
import { screenshot } from './support/page.ts';
import { until } from './support/until.ts';

const good = '---\nname: probe\ndescription: Probes things.\nmodel: sonnet\n---\nProbe.\n';
const bad = good.replace('model', 'modle');

describe('opening an agent file', () => {
  afterEach(closeAll);

  it('activates the extension', async () => {
    await open('.claude/agents/api-specialist.md');
    const extension = extensions.getExtension('agent-files.agent-files');
    assert.ok(extension, 'the extension is not installed');
    await until('activation', () => extension.isActive);
  });

  it('shows a diagnostic, and removes it after an edit', async () => {
    const editor = await openAgent('probe.md', bad);
    const diagnostic = await diagnosticOf(editor.document, 'noUnknownKey');
    assert.equal(editor.document.getText(diagnostic.range), 'modle');
    await screenshot('diagnostic');
    await setText(editor.document, good);
    await noDiagnosticOf(editor.document, 'noUnknownKey');
  });

  it('shows it in any language mode', async () => {
    const editor = await openAgent('probe.md', bad);
    await languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await diagnosticOf(editor.document, 'noUnknownKey');
    await languages.setTextDocumentLanguage(editor.document, 'markdown');
    await diagnosticOf(editor.document, 'noUnknownKey');
  });

  it('shows it in a subfolder', async () => {
    const editor = await openAgent('team/review/probe.md', bad);
    await diagnosticOf(editor.document, 'noUnknownKey');
  });
});

describe('an agent file that is not open', () => {
  const uri = () => workspaceFile('.claude/agents/unopened.md');
  const rules = () =>
    languages
      .getDiagnostics(uri())
      .filter(({ source }) => source === 'agent-files')
      .map(ruleOf);
  afterEach(() => rmSync(uri().fsPath, { force: true }));

  it('is checked when it is created, changed and deleted', async () => {
    await open('.claude/agents/api-specialist.md');
    writeFileSync(uri().fsPath, bad);
    await until('a diagnostic of the new file', () => rules().includes('noUnknownKey'));
    writeFileSync(uri().fsPath, good);
    await until('no diagnostic of the changed file', () => rules().length === 0);
    writeFileSync(uri().fsPath, bad);
    await until('a diagnostic of the file that changed again', () => rules().includes('noUnknownKey'));
    rmSync(uri().fsPath);
    await until('no diagnostic of the deleted file', () => rules().length === 0);
  });
});

describe('a file that is not an agent', () => {
  afterEach(closeAll);

  it('has no diagnostics', async () => {
    const agent = await openAgent('probe.md', bad);
    await diagnosticOf(agent.document, 'noUnknownKey');
    writeFileSync(workspaceFile('notes.md').fsPath, bad);
    const issues = await open('notes.md');
    // The server answers in order: once the agent's next diagnostics are there, the notes' would be, too.
    await setText(agent.document, bad.replace('modle', 'modell'));
    await until('the next diagnostics', () =>
      diagnosticsOf(agent.document).some(({ range }) => agent.document.getText(range) === 'modell'),
    );
    assert.deepEqual(diagnosticsOf(issues.document), []);
  });
});

describe('the setting agentFiles.rules', () => {
  const rules = (value: object | undefined) =>
    workspace.getConfiguration('agentFiles').update('rules', value, ConfigurationTarget.Workspace);
  afterEach(async () => {
    await rules(undefined);
    await closeAll();
  });

  it('turns a rule off and on without a restart', async () => {
    const { document } = await openAgent('probe.md', bad);
    await diagnosticOf(document, 'noUnknownKey');
    await rules({ noUnknownKey: 'off' });
    await noDiagnosticOf(document, 'noUnknownKey');
    await rules({ noUnknownKey: 'hint' });
    await diagnosticOf(document, 'noUnknownKey');
  });
});
