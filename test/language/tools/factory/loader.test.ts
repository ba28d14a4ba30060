import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDiagnostics, snapshotOf } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Factory: reports tools of other products, which are skipped',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [Read, Write, Bash, WebFetch, NotebookEdit]
              ^^^^^ warning useKnownTool
---
You review.
`,
  ],
  [
    'Factory: reports a list without any tool of its own as one that leaves no tool',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [Bash, Write]
        ^^^^ error useKnownTool
---
You review.
`,
  ],
  [
    'Factory: reports tool IDs in the wrong case',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: ["read", Execute, TodoWrite]
         ^^^^ warning useKnownTool
---
You review.
`,
  ],
  [
    'Factory: accepts IDs of MCP tools and reports other forms',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [linear___create_issue, mcp__linear__create_issue, Graep]
                               ^^^^^^^^^^^^^^^^^^^^^^^^^ warning useMcpToolForm
                                                          ^^^^^ warning useKnownTool
---
You review.
`,
  ],
  [
    'Factory: reports tools that droids never get',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [Task, AskUser, Read]
        ^^^^ warning noUnavailableTool
---
You review.
`,
  ],
  [
    'Factory: reports a category in a list',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [read-only, Execute]
        ^^^^^^^^^ warning useKnownTool
---
You review.
`,
  ],
  [
    'Factory: accepts a category, a model with its effort, and servers',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: read-only
model: claude-sonnet-4-5-20250929
reasoningEffort: high
mcpServers: linear, github
---
You review.
`,
  ],
  [
    'Factory: reports an effort without a model',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
model: inherit
reasoningEffort: high
^^^^^^^^^^^^^^^ warning noIgnoredKey
---
You review.
`,
  ],
  [
    'Factory: accepts any name and comma-separated tools',
    '.factory/droids/a.md',
    `
---
name: Code/Reviewer 测试
description: Reviews changes.
tools: Read, Grep
---
You review.
`,
  ],
  [
    'Factory: reports a model, another product’s key and a missing prompt',
    '.factory/droids/a.md',
    `
---
name: a
model: sonnet
       ^^^^^^ warning useKnownModel
model_display_name: Mine
^^^^^^^^^^^^^^^^^^ warning noUnknownKey
---
^^^ warning useBody

`,
  ],
  [
    'Factory: uses the file’s name where there is none',
    '.factory/droids/a.md',
    `
---
^^^ information useName
description: Reviews changes.
---
You review.
`,
  ],
  [
    'Factory: warns of a file without front matter, even a README, which it loads',
    '.factory/droids/README.md',
    `
You review.
^^^^^^^^^^^ warning useFrontMatter
`,
  ],
  [
    'Factory: reports a wrong type that takes a limit away with all of the front matter',
    '.factory/droids/a.md',
    `
---
name: a
description: 5
             ^ error useValidDescription
tools: [Read]
---
You review.
`,
  ],
  [
    'Factory: warns of a wrong type in a droid without limits',
    '.factory/droids/a.md',
    `
---
name: a
description: [Reviews, changes]
             ^^^^^^^^^^^^^^^^^^ warning useValidDescription
---
You review.
`,
  ],
  [
    'Factory: reports a list item without a value, which takes the limit away',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [Read, ~]
              ^ error noEmptyValue
---
You review.
`,
  ],
  [
    'Factory: reports a limit below a blank line, where it finds no front matter',
    '.factory/droids/a.md',
    `

^ error useFrontMatter
---
name: a
description: Reviews changes.
tools: Read
---
You review.
`,
  ],
  [
    'Factory: reads invalid YAML line by line',
    '.factory/droids/a.md',
    `
---
name: a
description: Use it: always
                 ^^^ information useQuotedValue
tools: Read, Grep
---
You review.
`,
  ],
  [
    'Factory: reports brackets that the line-by-line reading does not take for a list',
    '.factory/droids/a.md',
    `
---
name: a
description: Use it: always
                 ^^^ error useQuotedValue
tools: [Read, Grep]
---
You review.
`,
  ],
  [
    'Factory: reports a value of several lines in invalid YAML',
    '.factory/droids/a.md',
    `
---
name: a: b
      ^^ warning useQuotedValue
description: |
  Reviews changes.
---
You review.
`,
  ],
  [
    'Factory: reports files in subfolders, which are not read',
    '.factory/droids/team/a.md',
    `
---
^^^ warning useReadableFile
name: a
description: Reviews changes.
---
You review.
`,
  ],
  [
    'Factory: reports keys of Claude Code',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
effort: high
^^^^^^ information noUnknownKey
permissionMode: plan
^^^^^^^^^^^^^^ error noIneffectiveLimit
disallowedTools: Bash
^^^^^^^^^^^^^^^ error noIneffectiveLimit
color: red
^^^^^ hint noUnknownKey
---
You review.
`,
  ],
  [
    'Factory command: reports placeholders other than `$ARGUMENTS`',
    '.factory/commands/a.md',
    `
---
description: Reviews
argument-hint: [branch]
allowed-tools: Read
^^^^^^^^^^^^^ information noIgnoredKey
---
Compare $1 with $2, for $5.00.
        ^^ hint noUnknownPlaceholder
                ^^ hint noUnknownPlaceholder
\`\`\`sh
echo $1
\`\`\`
`,
  ],
  [
    'Factory command: does not report amounts of money',
    '.factory/commands/a.md',
    `
---
description: Reviews
---
It may cost $5, not more. $ARGUMENTS
`,
  ],
  [
    'Factory command: accepts plain text',
    '.factory/commands/a.md',
    `
Review it.
`,
  ],
];

for (const [title, path, annotated] of cases) {
  test(title, () => {
    checkDiagnostics(annotated.slice(1), { path });
  });
}

test('of two keys of one name the first is reported, which has no effect', () => {
  const text = '---\nname: one\nname: two\ndescription: d\n---\nYou are a.\n';
  const { load } = snapshotOf(text, { path: '.factory/droids/a.md' });
  const [issue] = load.issues.filter(({ code }) => code === 'yaml.duplicateKey');
  assert.equal(text.slice(issue!.range.start).split('\n', 1)[0], 'name: one');
  assert.equal(load.name, 'two');
});

test('a Markdown file that is treated as JSON is said not to be JSON', () => {
  const { load } = snapshotOf('---\nname: a: b\n---\n', { dialect: 'claude-plugin-hooks', path: 'a.md' });
  assert.deepEqual(
    load.issues.map(({ problem }) => problem),
    ['File is not JSON'],
  );
});
