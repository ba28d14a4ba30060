import { ConfigurationTarget, ViewColumn, window, workspace } from 'vscode';
import { closeAll, open, openAgent, openFile } from './support/agentEditor.ts';
import { statusIsSilent, statusSays } from './support/languageStatus.ts';
import { inWorkbench, screenshot } from './support/page.ts';
import { until } from './support/until.ts';

const agent = '---\nname: probe\ndescription: Probes.\n---\nProbe.\n';
const associations = (value: object | undefined) =>
  workspace.getConfiguration('agentFiles').update('associations', value, ConfigurationTarget.Workspace);

/** Waits until the title bars that have "Preview Agent" are those of these tabs, in any order. */
async function offeredFor(...names: readonly string[]): Promise<void> {
  const groups = "[...document.querySelectorAll('.editor-group-container')]";
  const button = '.editor-actions .action-label[aria-label^="Preview Agent"]';
  const expected = [...names].sort().join();
  let last = '';
  await until(`"Preview Agent" above ${expected || 'no file'}`, async () => {
    const offered = await inWorkbench<string[]>(
      `${groups}.filter(group => group.querySelector('${button}')).map(group => group.querySelector('.tab.active')?.getAttribute('data-resource-name') ?? '')`,
    );
    last = offered.sort().join();
    return last === expected;
  }).catch(error => {
    throw new Error(`${error.message} It was above ${last || 'no file'}.`);
  });
}

describe('"Preview Agent" in the title bar', () => {
  afterEach(async () => {
    await associations(undefined);
    await closeAll();
  });

  it('is shown for an agent of a plugin, which only its manifest names', async () => {
    await openFile('plug/agents/probe.md', agent);
    await statusIsSilent();
    await offeredFor();
    await openFile('plug/.claude-plugin/plugin.json', '{"name": "plug"}\n');
    await workspace.saveAll();
    await open('plug/agents/probe.md');
    await statusSays('Claude Code plugin agent');
    await offeredFor('probe.md');
    await screenshot('title-bar-plugin');
  });

  it('follows the association of a file', async () => {
    await openFile('docs/helpers/probe.md', agent);
    await offeredFor();
    await associations({ 'docs/helpers/*.md': 'opencode-agent' });
    await statusSays('OpenCode agent');
    await offeredFor('probe.md');
    await associations(undefined);
    await statusIsSilent();
    await offeredFor();
  });

  it('depends on the file of each editor', async () => {
    const { document } = await openAgent('probe.md', agent);
    await offeredFor('probe.md');
    await openFile('docs/notes.md', 'Notes.\n');
    await offeredFor();
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
    await offeredFor('probe.md');
  });

  it('is absent for a file with the path of an agent that the project excludes', async () => {
    const { document } = await openFile('web/.agentfilesrc', 'ignore: [".claude/agents/notes.md"]\n');
    await document.save();
    await openFile('web/.claude/agents/notes.md', agent);
    await offeredFor();
    await openFile('web/.claude/agents/probe.md', agent);
    await offeredFor('probe.md');
  });
});
