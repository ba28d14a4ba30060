import assert from 'node:assert/strict';
import { type CompletionItem, type CompletionList, commands } from 'vscode';
import { closeAll, openAgent, openFile } from './support/agentEditor.ts';
import { statusSays } from './support/languageStatus.ts';
import { inWorkbench, screenshot, shownLabels, type } from './support/page.ts';
import { until } from './support/until.ts';

/** What the editor's completion list would hold at the caret: our items together with VS Code's own. */
async function completionsAt(textWithCaret: string): Promise<string[]> {
  const editor = await openAgent('completed.md', textWithCaret);
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items.map(labelOf);
}

/** Where the window says that the caret is. */
const caret = "document.querySelector('[id=\"status.editor.selection\"]')?.textContent ?? ''";

const labelOf = ({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label);

describe('the merged completion list', () => {
  afterEach(closeAll);

  const cases: { at: string; text: string; has: string[]; hasNot?: string[] }[] = [
    {
      at: 'a key',
      text: '---\nname: probe\n¦\n---\nProbe.\n',
      has: ['description', 'model', 'tools', 'permissionMode', 'color', 'effort'],
      hasNot: ['name'],
    },
    {
      at: 'a key that is half typed',
      text: '---\nname: probe\nco¦\n---\nProbe.\n',
      has: ['color'],
    },
    {
      at: 'the value of model',
      text: '---\nname: probe\ndescription: Probes.\nmodel: ¦\n---\nProbe.\n',
      has: ['sonnet', 'opus', 'haiku', 'inherit'],
    },
    {
      at: 'the value of model, without a space before it',
      text: '---\nname: probe\ndescription: Probes.\nmodel:¦\n---\nProbe.\n',
      has: ['sonnet', 'opus', 'fable'],
    },
    {
      at: 'the value of permissionMode',
      text: '---\nname: probe\ndescription: Probes.\npermissionMode: ¦\n---\nProbe.\n',
      has: ['plan', 'acceptEdits', 'dontAsk'],
    },
    {
      at: 'the value of color',
      text: '---\nname: probe\ndescription: Probes.\ncolor: ¦\n---\nProbe.\n',
      has: ['green', 'purple'],
    },
    {
      at: 'the first of the tools',
      text: '---\nname: probe\ndescription: Probes.\ntools: ¦\n---\nProbe.\n',
      has: ['Read', 'Bash', 'Grep'],
    },
    {
      at: 'a further tool of a comma string',
      text: '---\nname: probe\ndescription: Probes.\ntools: Read, ¦\n---\nProbe.\n',
      has: ['Bash', 'Grep'],
      hasNot: ['Read'],
    },
    {
      at: 'a tool of a flow list',
      text: '---\nname: probe\ndescription: Probes.\ntools: [Read, ¦]\n---\nProbe.\n',
      has: ['Bash', 'Grep'],
    },
    {
      at: 'a tool of a block list',
      text: '---\nname: probe\ndescription: Probes.\ntools:\n  - Read\n  - ¦\n---\nProbe.\n',
      has: ['Bash', 'Grep'],
    },
  ];
  for (const { at, text, has, hasNot = [] } of cases) {
    it(`lists everything once at ${at}`, async () => {
      const labels = await until('completions', async () => {
        const found = await completionsAt(text);
        return has.every(label => found.includes(label)) && found;
      }).catch(async () => completionsAt(text));
      const repeated = labels.filter((label, index) => labels.indexOf(label) !== index);
      assert.deepEqual(repeated, [], `repeated among ${labels.join(', ')}`);
      assert.deepEqual(
        has.filter(label => !labels.includes(label)),
        [],
        `missing among ${labels.join(', ')}`,
      );
      assert.deepEqual(
        hasNot.filter(label => labels.includes(label)),
        [],
      );
    });
  }

  for (const [line, label] of [
    ['memory: ', 'local'],
    ['tools: Read, ', 'Bash'],
    ['tools: [', 'Bash'],
  ] as const) {
    it(`lists everything when ${JSON.stringify(line)} is typed`, async () => {
      const begun = `---\nname: probe\ndescription: Probes.\n${line.slice(0, -1)}¦\n---\nProbe.\n`;
      await openAgent('completed.md', begun);
      await until('the caret on the line', async () => (await inWorkbench<string>(caret)).includes('Ln 4,'));
      await type(line.slice(-1));
      await until(`${label} in the list`, async () => (await shownLabels()).includes(label));
    });
  }

  it('is shown when a key is started, also where VS Code suggests nothing in Markdown', async () => {
    const { document } = await openFile(
      '.opencode/agent/completed.md',
      '---\ndescription: Probes.\n¦\n---\nProbe.\n',
    );
    assert.equal(document.languageId, 'markdown');
    await statusSays('loads as completed');
    await until('the caret on the line', async () => (await inWorkbench<string>(caret)).includes('Ln 3,'));
    await type('m');
    await until('mode in the list', async () => (await shownLabels()).includes('mode'));
  });

  it('is shown while typing, and an item can be accepted', async () => {
    const editor = await openAgent(
      'completed.md',
      '---\nname: probe\ndescription: Probes.\neffo¦\n---\nProbe.\n',
    );
    await commands.executeCommand('editor.action.triggerSuggest');
    const row = 'document.querySelector(".suggest-widget.visible .monaco-list-row.focused")';
    await until('the completion list', async () =>
      (await inWorkbench<string>(`${row}?.textContent ?? ''`)).includes('effort'),
    );
    await screenshot('completion');
    await commands.executeCommand('acceptSelectedSuggestion');
    await until('the key in the text', () => /^effort: \S*$/m.test(editor.document.getText()));
  });
});
