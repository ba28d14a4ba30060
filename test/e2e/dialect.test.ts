import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationTarget, commands, type TextEditor, workspace } from 'vscode';
import {
  closeAll,
  diagnosticOf,
  diagnosticsOf,
  open,
  openAgent,
  workspaceFile,
} from './support/agentEditor.ts';
import { statusIsSilent, statusSays } from './support/languageStatus.ts';
import { inWorkbench, press, type } from './support/page.ts';
import { until } from './support/until.ts';

const agent = '---\nname: probe\ndescription: Probes.\ncolor: green\n---\nProbe.\n';
const settings = () => workspace.getConfiguration('agentFiles');
const associations = (value: object | undefined) =>
  settings().update('associations', value, ConfigurationTarget.Workspace);

async function openDocument(path: string): Promise<TextEditor> {
  const file = workspaceFile(path).fsPath;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, agent);
  return open(path);
}

/** Waits for a quick pick of that title, types into it, and takes the first item. */
async function pick(title: string, text: string): Promise<void> {
  const shown =
    "document.querySelector('.quick-input-widget:not([style*=\"display: none\"])')?.innerText ?? ''";
  await until(`the quick pick "${title}"`, async () => (await inWorkbench<string>(shown)).includes(title));
  await type(text);
  await until(`"${text}" in it`, async () =>
    (
      await inWorkbench<string>(
        "document.querySelector('.quick-input-list .monaco-list-row.focused')?.innerText ?? ''",
      )
    ).includes(text),
  );
  await press('Enter');
}

describe('the dialect of a file', () => {
  afterEach(async () => {
    await associations(undefined);
    await closeAll();
  });

  it('is shown, and can be chosen for a file in any folder', async () => {
    await openAgent('probe.md', agent);
    await statusSays('Dialect: Claude Code subagent. Detected by its path');
    const { document } = await openDocument('docs/agents/probe.md');
    await statusIsSilent();
    assert.deepEqual(diagnosticsOf(document), []);
    const done = commands.executeCommand('agentFiles.chooseDialect');
    await pick('Dialect of This Agent File', 'OpenCode agent');
    await pick('For Which Files?', 'This File');
    await done;
    assert.deepEqual(settings().get('associations'), { 'docs/agents/probe.md': 'opencode-agent' });
    await statusSays('Dialect: OpenCode agent. Set by agentFiles.associations');
    await diagnosticOf(document, 'useKnownColor');
  });

  it('can be chosen for a folder, and reset to that of the path', async () => {
    const { document } = await openDocument('docs/agents/probe.md');
    const chosen = commands.executeCommand('agentFiles.chooseDialect');
    await pick('Dialect of This Agent File', 'kilo-agent');
    await pick('For Which Files?', 'Its Folder');
    await chosen;
    assert.deepEqual(settings().get('associations'), { 'docs/agents/**/*.md': 'kilo-agent' });
    await statusSays('Dialect: Kilo agent');
    await diagnosticOf(document, 'useKnownColor');
    const forgotten = commands.executeCommand('agentFiles.chooseDialect');
    await pick('Dialect of This Agent File', 'Detect by Path and Keys');
    await forgotten;
    await statusIsSilent();
    await until('no diagnostics', () => diagnosticsOf(document).length === 0);
    assert.deepEqual(settings().get('associations'), {});
  });

  it('follows the setting, also for files with a dialect by path', async () => {
    await openAgent('probe.md', agent);
    await statusSays('loads as probe');
    await associations({ '.claude/agents/probe.md': 'opencode-agent' });
    await statusSays('will not load');
    await associations({ '.claude/agents/probe.md': 'claude-subagent' });
    await statusSays('loads as probe');
  });
});
