import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { checkDiagnostics, checkFix, snapshotOf } from '../../support/diagnostics.ts';

test('reports an unquoted glob, and not the line above it', () => {
  const steering = { path: '.kiro/steering/tests.md' };
  checkDiagnostics(
    `---
inclusion: fileMatch
fileMatchPattern: **/*.test.ts
                  ^^^^^^^^^^^^ warning useValidYaml
---
How we test.
`,
    steering,
  );
  checkFix(
    '---\ninclusion: fileMatch\nfileMatchPattern: **/*.test.ts\n---\nHow we test.\n',
    '---\ninclusion: fileMatch\nfileMatchPattern: "**/*.test.ts"\n---\nHow we test.\n',
    steering,
  );
});

test('closes an open parenthesis of a rule instead of widening it to the whole tool', () => {
  checkFix(
    '---\ndescription: Commits.\nallowed-tools: Read, Bash(git *\n---\nCommit.\n',
    '---\ndescription: Commits.\nallowed-tools: Read, Bash(git *)\n---\nCommit.\n',
    { path: '.claude/commands/commit.md' },
  );
});

test('reports an invalid name with a colon once, without asking for quotes', () => {
  checkDiagnostics(
    `---
name: Helper: v2
      ^^^^^^^^^^ error useValidName
description: Helps.
---
You help.
`,
    { path: '.claude/agents/helper.md' },
  );
});

test('a value that the own tool reads as written is information, which names the tools that do not', () => {
  const messagesOf = (text: string, path: string) =>
    diagnose(snapshotOf(text, { path })).map(({ severity, message }) => `${severity}: ${message}`);
  const [said, ...others] = messagesOf(
    '---\nname: tester\ndescription: Use for tests. Examples: a unit test.\n---\nYou test.\n',
    '.claude/agents/tester.md',
  );
  assert.deepEqual(others, []);
  assert.match(said!, /^information: .*Claude Code .*as written; .*Copilot CLI.*Gemini CLI.* do not load/);
  assert.doesNotMatch(said!, /OpenCode|Qwen|Qoder/);
  assert.match(
    messagesOf('---\npaths: **/*.ts\n---\nUse tabs.\n', '.claude/rules/tabs.md').join('\n'),
    /^hint: .*Claude Code .*as written\. Put/,
  );
});
