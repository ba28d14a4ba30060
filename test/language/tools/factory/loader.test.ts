import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Factory: reports tools of other products',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [Read, Write, Bash, WebFetch, NotebookEdit]
              ^^^^^ error useKnownTool
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
         ^^^^ error useKnownTool
---
You review.
`,
  ],
  [
    'Factory: accepts IDs of MCP tools and warns about names that could be such',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [linear___create_issue, fetch, Graep]
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
        ^^^^^^^^^ error useKnownTool
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
mcpServers: []
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
    'Factory: reports comma-separated names',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: Read, Grep
       ^^^^^^^^^^ warning useValidType
---
You review.
`,
  ],
  [
    'Factory: reports an invalid name, a model and a missing prompt',
    '.factory/droids/a.md',
    `
---
name: Code Reviewer
      ^^^^^^^^^^^^^ error useValidName
model: sonnet
       ^^^^^^ warning useKnownModel
model_display_name: Mine
^^^^^^^^^^^^^^^^^^ warning noUnknownKey
---
^^^ error useBody

`,
  ],
  [
    'Factory: requires a name',
    '.factory/droids/a.md',
    `
---
^^^ error useName
description: Reviews changes.
---
You review.
`,
  ],
  [
    'Factory: reports missing front matter',
    '.factory/droids/a.md',
    `
You review.
^^^^^^^^^^^ error useFrontMatter
`,
  ],
  [
    'Factory: reports invalid YAML',
    '.factory/droids/a.md',
    `
---
name: a
description: Use it: always
                 ^^^ error useValidYaml
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
^^^^^^^^^^^^^^ warning noIneffectiveLimit
disallowedTools: Bash
^^^^^^^^^^^^^^^ warning noIneffectiveLimit
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
