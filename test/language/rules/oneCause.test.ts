import { test } from 'node:test';
import { checkDiagnostics, checkFix } from '../../support/diagnostics.ts';

test('a glob without quotes is named as the fault, not the line above it', () => {
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

test('a rule whose parenthesis is not closed is closed, and not widened to the whole tool', () => {
  checkFix(
    '---\ndescription: Commits.\nallowed-tools: Read, Bash(git *\n---\nCommit.\n',
    '---\ndescription: Commits.\nallowed-tools: Read, Bash(git *)\n---\nCommit.\n',
    { path: '.claude/commands/commit.md' },
  );
});

test('a name that is refused for its colon need not be quoted too', () => {
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
