import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionItemKind, type MarkupContent } from 'vscode-languageserver-types';
import { checkApplied, checkCompletions, completions } from '../../support/completions.ts';

test('completion lists permission modes with a description', () => {
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

test('completion lists model aliases, then model ids', () => {
  checkCompletions('---\nmodel: ¦\n---\n', 'inherit\nsonnet\nopus\nhaiku\nfable\nbest\n…');
  checkApplied('---\nmodel: s¦on\n---\n', 'claude-sonnet-5-5', '---\nmodel: claude-sonnet-5-5\n---\n');
});

test('completion of a boolean lists both values with their effects', () => {
  checkCompletions(
    '---\nbackground: ¦\n---\n',
    'true | Always in the background, where fewer tools are available.\nfalse',
  );
});

test('completion omits undocumented values', () => checkCompletions('---\nisolation: ¦\n---\n', 'worktree'));

test('a completed value adds the space after the colon, and keeps or closes quotes', () => {
  checkApplied('---\nmemory:¦\n---\n', 'user', '---\nmemory: user\n---\n');
  checkApplied('---\nmemory:pr¦\n---\n', 'project', '---\nmemory: project\n---\n');
  checkApplied('---\nmemory: "pr¦"\n---\n', 'project', '---\nmemory: "project"\n---\n');
  checkApplied("---\nmemory: 'pr¦\nname: x\n---\n", 'project', "---\nmemory: 'project'\nname: x\n---\n");
  checkApplied('---\nmemory: p¦ # why\n---\n', 'project', '---\nmemory: project # why\n---\n');
});

test('a value can be completed on the line below its key', () => {
  checkApplied('---\nmemory:\n  u¦\n---\n', 'user', '---\nmemory:\n  user\n---\n');
});

test('completion items of colors have a swatch', () => {
  const { items } = completions('---\ncolor: ¦\n---\n');
  assert.equal(items.length, 8);
  for (const { kind, documentation } of items) {
    assert.equal(kind, CompletionItemKind.Color);
    // VS Code looks for a color at the very end.
    assert.match((documentation as MarkupContent).value, /#[0-9a-f]{6}$/);
  }
});

test('a mapping can be completed on the line of its key', () => {
  checkApplied('---\nexperimental: ¦\n---\n', 'cacheTtl', '---\nexperimental: \n  cacheTtl: 5m\n---\n');
});

test('completion is empty in fields of free text', () => {
  for (const key of ['name', 'description', 'initialPrompt', 'maxTurns', 'unknown'])
    checkCompletions(`---\n${key}: ¦\n---\n`, '');
});
