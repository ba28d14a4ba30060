import assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, type TextDocument, workspace } from 'vscode';
import { closeAll, diagnosticOf, noDiagnosticOf, open, openAgent } from './support/agentEditor.ts';

/** Our quick fixes for a diagnostic, as the light bulb offers them. */
async function fixesFor(document: TextDocument, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    'quickfix',
  );
  return actions.filter(action => action.diagnostics?.some(({ source }) => source === 'agent-files'));
}

async function apply(action: CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'there is no such fix');
  assert.ok(await workspace.applyEdit(action.edit), 'the fix could not be applied');
}

describe('a quick fix', () => {
  afterEach(closeAll);

  it('corrects a misspelt key', async () => {
    const { document } = await openAgent(
      'fixed.md',
      '---\nname: probe\ndescription: Probes.\nmodle: sonnet\n---\nProbe.\n',
    );
    const diagnostic = await diagnosticOf(document, 'noUnknownKey');
    const fixes = await fixesFor(document, diagnostic);
    await apply(fixes.find(({ title }) => title.includes('model')));
    assert.equal(document.getText(), '---\nname: probe\ndescription: Probes.\nmodel: sonnet\n---\nProbe.\n');
    await noDiagnosticOf(document, 'noUnknownKey');
  });

  it('quotes a description that YAML does not allow, and touches nothing else', async () => {
    const { document } = await open('.claude/agents/ingest-designer.md');
    const before = document.getText().split('\n');
    const diagnostic = await diagnosticOf(document, 'useQuotedValue');
    const [fix] = await fixesFor(document, diagnostic);
    await apply(fix);
    await noDiagnosticOf(document, 'useQuotedValue');
    const after = document.getText().split('\n');
    assert.deepEqual(after.slice(0, 2), before.slice(0, 2));
    assert.match(after[2] ?? '', /^description: ["'|>]/);
    assert.deepEqual(after.slice(-22), before.slice(-22));
  });
});
