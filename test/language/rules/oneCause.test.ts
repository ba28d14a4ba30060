import { test } from 'node:test';
import { checkDiagnostics, checkFix } from '../../support/diagnostics.ts';

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
