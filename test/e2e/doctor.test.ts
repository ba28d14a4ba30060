import assert from 'node:assert/strict';
import { type CodeAction, commands, window } from 'vscode';
import { closeAll, diagnosticOf, openAgent } from './support/agentEditor.ts';
import { until } from './support/until.ts';

const agent = '---\nname: probe\ndescription: Probes.\ntools: Nope\n---\nProbe.\n';
const title = 'Why is this agent not used?';

describe('why an agent is not used', () => {
  afterEach(closeAll);

  it('is shown as a document, from a problem of the file', async () => {
    const { document } = await openAgent('probe.md', agent);
    const { range } = await diagnosticOf(document, 'useResolvableTools');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const { command } = actions.find(action => action.title === title && action.kind?.value === 'quickfix')!;
    await commands.executeCommand(command!.command, ...command!.arguments!);
    await until('the answer', () => window.activeTextEditor?.document.uri.scheme === 'agent-files-doctor');
    const shown = window.activeTextEditor!.document.getText();
    assert.ok(shown.startsWith(`# ${title}`), shown);
    assert.match(shown, /✗ \*\*can start\*\*/);
  });
});
