import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import {
  ConfigurationTarget,
  commands,
  env,
  Range,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { closeAll, open, openAgent, openFile, setText, workspaceFile } from './support/agentEditor.ts';
import { clickInWebview, inWebviews, inWorkbench, press, screenshot } from './support/page.ts';
import { until } from './support/until.ts';

const parts = Array.from({ length: 60 }, (_, index) => `## Part ${index}\n\nText of part ${index}.\n`);
const agent = `---
name: previewed
description: Shows itself.
model: sonnet
tools: Read, Edit
---
First words.

${parts.join('\n')}`;

/** Evaluates an expression in the page of the preview, once it is filled. */
async function inPreview<T>(expression: string): Promise<T | undefined> {
  const isFilled = "document.querySelector('#preview:not([aria-busy])')";
  return (await inWebviews<T[]>(`${isFilled} ? [${expression}] : []`)).flat()[0];
}

/** How well each piece of code in a sentence stands out from its background, as WCAG reckons. */
const codeContrasts = `[...document.querySelectorAll('code')].filter(one => !one.closest('pre')).map(one => {
  const luminance = color => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map(part => (color.startsWith('color(') ? part : part / 255))
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isOpaque = color => !/[,/] ?0(\\.\\d+)?\\)$/.test(color);
  let behind = one;
  while (behind && !isOpaque(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
  const [high, low] = [getComputedStyle(one).color, getComputedStyle(behind ?? document.body).backgroundColor]
    .map(luminance).sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
})`;

/** Waits until what the selector finds in the preview contains `text`. */
async function previewShows(selector: string, text: string): Promise<void> {
  await until(`"${text}" in the preview's ${selector}`, async () =>
    (await inPreview<string>(`document.querySelector('${selector}')?.innerText`))?.includes(text),
  );
}

describe('"Preview Agent"', () => {
  afterEach(closeAll);

  it('shows the agent beside its text, without taking the focus', async () => {
    const editor = await open('.claude/agents/api-specialist.md');
    await commands.executeCommand('agentFiles.preview');
    await previewShows('h1', 'api-specialist');
    await previewShows('article', 'What you check');
    for (const tool of ['Read', 'Edit', 'Bash', 'Grep', 'Glob']) await previewShows('#settings', tool);
    assert.equal(window.activeTextEditor, editor);
    assert.equal(window.tabGroups.all.length, 2);
    assert.equal(window.tabGroups.all[1]?.activeTab?.label, 'Preview api-specialist');
    const tab = `document.querySelector('.tab[aria-label^="Preview api-specialist"]')`;
    // Where the icon stands differs with the release.
    await until('the icon of the tab', () =>
      inWorkbench<boolean>(
        `/icon\\.png/.test(${tab}.outerHTML + [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText).join())`,
      ),
    );
    await screenshot('preview');
  });

  it('follows edits without a reload or scrolling', async () => {
    const editor = await openAgent('previewed.md', agent);
    await commands.executeCommand('agentFiles.preview');
    await previewShows('article', 'Text of part 59.');
    await inPreview('(window.scrollTo(0, 700), (window.isSamePage = true))');
    assert.ok(await editor.edit(edit => edit.replace(new Range(1, 6, 1, 15), 'renamed')));
    assert.ok(await editor.edit(edit => edit.insert(editor.document.positionAt(9e9), '\n## The end\n')));
    await previewShows('h1', 'renamed');
    await previewShows('article', 'The end');
    assert.equal(await inPreview('window.scrollY'), 700);
    assert.equal(await inPreview('window.isSamePage'), true);
    await until('the new name on the tab', () =>
      window.tabGroups.all.some(({ activeTab }) => activeTab?.label === 'Preview renamed'),
    );
  });

  it('follows the active editor in one tab until it is locked', async () => {
    const labels = () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs.map(({ label }) => label))
        .filter(label => /Preview/.test(label));
    await open('.claude/agents/api-specialist.md');
    await commands.executeCommand('agentFiles.preview');
    await previewShows('h1', 'api-specialist');
    await window.showTextDocument(
      await workspace.openTextDocument(workspaceFile('README.md')),
      ViewColumn.One,
    );
    await window.showTextDocument(
      await workspace.openTextDocument(workspaceFile('.claude/agents/systems-programmer.md')),
      ViewColumn.One,
    );
    await previewShows('h1', 'systems-programmer');
    assert.deepEqual(labels(), ['Preview systems-programmer']);

    await commands.executeCommand('agentFiles.togglePreviewLock');
    await until('a locked preview', () => labels()[0] === '[Preview] systems-programmer');
    await window.showTextDocument(
      await workspace.openTextDocument(workspaceFile('.claude/agents/api-specialist.md')),
      ViewColumn.One,
    );
    await commands.executeCommand('agentFiles.previewToSide');
    await until(
      'two previews',
      () => labels().sort().join() === 'Preview api-specialist,[Preview] systems-programmer',
    );
  });

  it('opens once for the file of a menu', async () => {
    await open('.claude/agents/api-specialist.md');
    const other = workspaceFile('.claude/agents/systems-programmer.md');
    await commands.executeCommand('agentFiles.preview', other);
    await previewShows('h1', 'systems-programmer');
    await commands.executeCommand('agentFiles.preview', other);
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
  });

  it('opens the line of a problem by mouse and by keyboard', async () => {
    const { document } = await openAgent('previewed.md', agent.replace('model:', 'modle:'));
    const cursorOnProblem = () =>
      until('the cursor on the line of the problem', () => {
        const editor = window.activeTextEditor;
        return editor?.document === document && editor.selection.active.line === 3 && editor;
      });
    await commands.executeCommand('agentFiles.preview');
    await previewShows('#problems', 'modle');
    await clickInWebview('.problem');
    await cursorOnProblem();
    await commands.executeCommand('cursorMove', { to: 'down', by: 'line', value: 5 });
    await until('the cursor elsewhere', () => window.activeTextEditor?.selection.active.line !== 3);
    await commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await inPreview("(window.focus(), document.querySelector('.problem').focus())");
    await press('Enter');
    await cursorOnProblem();
  });

  it('applies a fix and copies the prompt by the buttons of the page', async () => {
    const { document } = await openAgent('previewed.md', agent.replace('model:', 'modle:'));
    await commands.executeCommand('agentFiles.preview');
    await previewShows('#problems', 'modle');
    await clickInWebview('[data-command=copyPrompt]');
    await until('the prompt on the clipboard', async () =>
      (await env.clipboard.readText()).startsWith('First words.'),
    );
    await clickInWebview('.fix');
    await until('the key by its right name', () => document.getText().includes('\nmodel: sonnet\n'));
    await until('no problem in the preview', async () => await inPreview("!document.querySelector('.fix')"));
  });

  it('shows text as text', async () => {
    const attack = '<img src=x onerror="document.body.remove()"> [x](javascript:alert(1))';
    await openAgent('previewed.md', agent.replace('First words.', attack));
    await commands.executeCommand('agentFiles.preview');
    await previewShows('article', attack);
    assert.equal(
      await inPreview("document.querySelectorAll('img, [onerror], [href^=javascript]').length"),
      0,
    );
    const policy = await inPreview<string>("document.querySelector('meta[http-equiv]').content");
    assert.match(policy ?? '', /^default-src 'none'; style-src [^;]+; script-src 'nonce-[0-9a-f]{32}';/);
    assert.doesNotMatch(policy ?? '', /unsafe/);
  });

  it('shows a file that does not load, is empty, is not an agent, or is deleted', async () => {
    const editor = await openAgent('previewed.md', agent.replace('description', 'descripton'));
    await commands.executeCommand('agentFiles.preview');
    await previewShows('.verdict', 'Claude Code will not load this file.');
    await screenshot('preview-not-loaded');
    await setText(editor.document, '');
    await previewShows('.verdict', 'This file is empty.');
    await closeAll();

    await open('README.md');
    await commands.executeCommand('agentFiles.preview');
    await previewShows('.verdict', 'This is not an agent file.');
    await screenshot('preview-not-an-agent');
    await closeAll();

    const gone = workspaceFile('.claude/agents/gone.md');
    writeFileSync(gone.fsPath, agent);
    await commands.executeCommand('agentFiles.preview', gone);
    await previewShows('h1', 'previewed');
    rmSync(gone.fsPath);
    await until('the notice', () =>
      inPreview("document.getElementById('notice').innerText.startsWith('gone.md was deleted')"),
    );
  });

  it('follows an untitled document when it is saved, and leaves no second preview', async () => {
    const file = workspaceFile('.claude/agents/named.md');
    const unsaved = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
    await window.showTextDocument(unsaved);
    await setText(unsaved, agent);
    await commands.executeCommand('agentFiles.preview');
    await previewShows('h1', 'previewed');
    await commands.executeCommand('workbench.action.files.save');
    const saved = await until('the file', () =>
      workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString()),
    );
    await setText(saved, agent.replace('previewed', 'saved'));
    await previewShows('h1', 'saved');
    const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    assert.deepEqual(labels, ['named.md', 'Preview saved']);
    assert.deepEqual(
      workspace.textDocuments.filter(({ isUntitled }) => isUntitled),
      [],
    );
  });

  it('follows the file when it or a folder above it is renamed', async () => {
    const rename = async (from: string, to: string) => {
      const edit = new WorkspaceEdit();
      edit.renameFile(workspaceFile(from), workspaceFile(to));
      assert.ok(await workspace.applyEdit(edit));
    };
    await openFile('.claude/skills/first/SKILL.md', agent.replace('name: previewed\n', ''));
    await commands.executeCommand('workbench.action.files.save');
    await commands.executeCommand('agentFiles.preview');
    await previewShows('h1', 'first');
    await rename('.claude/skills/first', '.claude/skills/second');
    await previewShows('h1', 'second');
    assert.equal(await inPreview("document.getElementById('notice').innerText"), '');
    await rename('.claude/skills/second/SKILL.md', '.claude/agents/third.md');
    await previewShows('.kind', 'Claude Code subagent');
    assert.equal(await inPreview("document.getElementById('notice').innerText"), '');
  });

  it('follows the theme', async () => {
    const settings = workspace.getConfiguration('workbench');
    await open('.claude/agents/service-engineer.md');
    await commands.executeCommand('agentFiles.preview');
    await previewShows('h1', 'service-engineer');
    await window.showTextDocument(window.activeTextEditor!.document, ViewColumn.One);
    try {
      for (const [theme, kind] of [
        ['Default High Contrast', 'vscode-high-contrast'],
        ['Default High Contrast Light', 'vscode-high-contrast-light'],
        ['Default Light Modern', 'vscode-light'],
        ['Default Dark Modern', 'vscode-dark'],
      ]) {
        await settings.update('colorTheme', theme, ConfigurationTarget.Global);
        await until(`the theme ${theme}`, () => inPreview(`document.body.classList.contains('${kind}')`));
        await screenshot(`preview-${kind}`);
        const contrasts = await inPreview<number[]>(codeContrasts);
        assert.ok(contrasts?.length);
        for (const contrast of contrasts) assert.ok(contrast >= 4.5, `${kind}: ${contrast}`);
      }
    } finally {
      await settings.update('colorTheme', undefined, ConfigurationTarget.Global);
    }
  });
});
