import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionItemKind, type MarkupContent } from 'vscode-languageserver-types';
import { checkApplied, checkCompletions, completions } from '../../support/completions.ts';

test('permission modes, with a line on each', () => {
  checkCompletions(
    '---\npermissionMode: ¦\n---\n',
    `default | Asks before the first use of each tool that needs permission.
     acceptEdits | Accepts file edits without asking.
     plan | Only reads and plans; changes nothing.
     auto | A classifier decides about each call instead of asking.
     dontAsk
     bypassPermissions`,
  );
});

test('models: aliases first, then the ids behind them', () => {
  checkCompletions('---\nmodel: ¦\n---\n', 'inherit\nsonnet\nopus\nhaiku\nfable\nbest\n…');
  checkApplied('---\nmodel: s¦on\n---\n', 'claude-sonnet-5-5', '---\nmodel: claude-sonnet-5-5\n---\n');
});

test('for a truth value the two words are offered, with what each does', () => {
  checkCompletions(
    '---\nbackground: ¦\n---\n',
    'true | Always in the background, where fewer tools are available.\nfalse',
  );
});

test('an undocumented value is not offered', () => checkCompletions('---\nisolation: ¦\n---\n', 'worktree'));

test('the space that a colon wants is added, and quotes are kept or closed', () => {
  checkApplied('---\nmemory:¦\n---\n', 'user', '---\nmemory: user\n---\n');
  checkApplied('---\nmemory:pr¦\n---\n', 'project', '---\nmemory: project\n---\n');
  checkApplied('---\nmemory: "pr¦"\n---\n', 'project', '---\nmemory: "project"\n---\n');
  checkApplied("---\nmemory: 'pr¦\nname: x\n---\n", 'project', "---\nmemory: 'project'\nname: x\n---\n");
  checkApplied('---\nmemory: p¦ # why\n---\n', 'project', '---\nmemory: project # why\n---\n');
});

test('a value can be taken on the line below its key', () => {
  checkApplied('---\nmemory:\n  u¦\n---\n', 'user', '---\nmemory:\n  user\n---\n');
});

test('colors come with a swatch', () => {
  const { items } = completions('---\ncolor: ¦\n---\n');
  assert.equal(items.length, 8);
  for (const { kind, documentation } of items) {
    assert.equal(kind, CompletionItemKind.Color);
    // VS Code looks for a color at the very end.
    assert.match((documentation as MarkupContent).value, /#[0-9a-f]{6}$/);
  }
});

test('a map can be begun on its key’s line', () => {
  checkApplied('---\nexperimental: ¦\n---\n', 'cacheTtl', '---\nexperimental: \n  cacheTtl: 5m\n---\n');
});

test('fields of free text offer nothing', () => {
  for (const key of ['name', 'description', 'initialPrompt', 'maxTurns', 'unknown'])
    checkCompletions(`---\n${key}: ¦\n---\n`, '');
});
