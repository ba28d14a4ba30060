import assert from 'node:assert/strict';
import { type CodeAction, commands, type Diagnostic, type TextDocument, workspace } from 'vscode';
import { closeAll, diagnosticOf, noDiagnosticOf, open, openAgent } from './support/agentEditor.ts';

/** The quick fix of that title, among those that the light bulb offers at a diagnostic. */
async function fixFor(document: TextDocument, diagnostic: Diagnostic, title: string): Promise<CodeAction> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    'quickfix',
  );
  const action = actions.find(candidate => candidate.title === title);
  assert.ok(action?.edit, `there is no such fix among ${actions.map(each => each.title).join(', ')}`);
  return action;
}

async function apply({ edit }: CodeAction): Promise<void> {
  assert.ok(edit && (await workspace.applyEdit(edit)), 'the fix could not be applied');
}

describe('a quick fix', () => {
  afterEach(closeAll);

  it('corrects a misspelled key', async () => {
    const { document } = await openAgent(
      'fixed.md',
      '---\nname: probe\ndescription: Probes.\nmodle: sonnet\n---\nProbe.\n',
    );
    const diagnostic = await diagnosticOf(document, 'noUnknownKey');
    await apply(await fixFor(document, diagnostic, "Change 'modle' to 'model'"));
    assert.equal(document.getText(), '---\nname: probe\ndescription: Probes.\nmodel: sonnet\n---\nProbe.\n');
    await noDiagnosticOf(document, 'noUnknownKey');
  });

  it('quotes a description that is invalid YAML, and changes nothing else', async () => {
    const { document } = await open('.claude/agents/ingest-designer.md');
    const before = document.getText().split('\n');
    const diagnostic = await diagnosticOf(document, 'useQuotedValue');
    await apply(await fixFor(document, diagnostic, "Quote the value of 'description'"));
    await noDiagnosticOf(document, 'useQuotedValue');
    const after = document.getText().split('\n');
    assert.deepEqual(after.slice(0, 2), before.slice(0, 2));
    assert.match(after[2] ?? '', /^description: ["']Use this agent when:/);
    assert.deepEqual(after.slice(-22), before.slice(-22));
  });
});
