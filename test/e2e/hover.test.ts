import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString } from 'vscode';
import { closeAll, openAgent } from './support/agentEditor.ts';
import { inWorkbench, screenshot } from './support/page.ts';
import { until } from './support/until.ts';

const text =
  '---\nname: probe\ndescription: Probes.\nmodel: sonnet\ntools: Read, Bash\ncolor: green\npermissionMode: plan\n---\nProbe.\n';

/** The texts of all hovers at the first occurrence of `word`: ours together with VS Code's own. */
async function hoversAt(word: string): Promise<string[]> {
  const { document } = await openAgent('hovered.md', text);
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(text.indexOf(word) + 1),
  );
  return hovers.flatMap(hover =>
    hover.contents.map(content => (content as MarkdownString).value ?? String(content)),
  );
}

describe('hovering', () => {
  afterEach(closeAll);

  for (const [word, expected] of [
    ['model', /alias|model/i],
    ['tools', /tool/i],
    ['color', /colou?r/i],
    ['sonnet', /sonnet/i],
    ['Bash', /command/i],
    ['plan', /plan/i],
  ] as const) {
    it(`explains ${word}, and repeats nothing`, async () => {
      const hovers = await until('a hover', async () => {
        const found = await hoversAt(word);
        return found.length > 0 && found;
      });
      assert.match(hovers.join('\n'), expected);
      const sentences = hovers.flatMap(hover => hover.split(/(?<=[.!?])\s+|\n+/)).map(part => part.trim());
      const repeated = sentences.filter(
        (sentence, index) => sentence.length > 12 && sentences.indexOf(sentence) !== index,
      );
      assert.deepEqual(repeated, []);
    });
  }

  it('shows the hover in the window', async () => {
    const editor = await openAgent('hovered.md', text.replace('color', '¦color'));
    await until('the hover in the window', async () => {
      await commands.executeCommand('editor.action.showHover');
      return /colou?r/i.test(await inWorkbench<string>(visibleHover));
    });
    assert.ok(editor);
    await screenshot('hover');
  });
});

const visibleHover =
  '[...document.querySelectorAll(".monaco-hover:not(.hidden)")].map(hover => hover.innerText).join("\\n")';
