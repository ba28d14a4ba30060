import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** What is said, the file's path, and the file with its diagnostics below the lines that they are about. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Factory: tools of other products are refused',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [Read, Write, Bash, WebFetch, NotebookEdit]
              ^^^^^ error useKnownTool
                     ^^^^ error useKnownTool
                           ^^^^^^^^ error useKnownTool
                                     ^^^^^^^^^^^^ error useKnownTool
---
You review.
`,
  ],
  [
    'Factory: ids are case-sensitive',
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
    'Factory: ids of MCP tools are open, and other names may be such',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [linear___create_issue, fetch, Graep]
                               ^^^^^ warning useKnownTool
                                      ^^^^^ warning useKnownTool
---
You review.
`,
  ],
  [
    'Factory: droids neither delegate nor ask',
    '.factory/droids/a.md',
    `
---
name: a
description: Reviews changes.
tools: [Task, AskUser, Read]
        ^^^^ warning noUnavailableTool
              ^^^^^^^ warning noUnavailableTool
---
You review.
`,
  ],
  [
    'Factory: a category stands alone',
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
    'Factory: a category, a model with its effort, and servers',
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
    'Factory: effort without a model is ignored',
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
    'Factory: names with commas',
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
    'Factory: names, prompts and front matter are demanded',
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
    'Factory: the name is demanded',
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
    'Factory: without front matter',
    '.factory/droids/a.md',
    `
You review.
^^^^^^^^^^^ error useFrontMatter
`,
  ],
  [
    'Factory: YAML faults',
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
    'Factory: folders below are not read',
    '.factory/droids/team/a.md',
    `
---
^^^ error useReadableFile
name: a
description: Reviews changes.
---
You review.
`,
  ],
  [
    'Factory: keys of Claude Code',
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
^^^^^ information noUnknownKey
---
You review.
`,
  ],
  [
    'Factory command: only `$ARGUMENTS` is filled in',
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
    'Factory command: sums of money',
    '.factory/commands/a.md',
    `
---
description: Reviews
---
It may cost $5, not more. $ARGUMENTS
`,
  ],
  [
    'Factory command: plain text',
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
