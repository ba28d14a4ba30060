import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Kiro: accepts tags, servers and permissions',
    '.kiro/agents/a.md',
    `
---
name: a
description: Reviews changes.
tools: [read, shell, "@github/search", "@mcp", "*"]
permissions:
  - capability: shell
    effect: allow
---
You review.
`,
  ],
  [
    'Kiro: accepts permissions in the undocumented form',
    '.kiro/agents/a.md',
    `
---
description: Reviews changes.
permissions:
  rules: []
---
You review.
`,
  ],
  [
    'Kiro: reports tools of other products',
    '.kiro/agents/a.md',
    `
---
description: Reviews changes.
tools: ["Read", Edit, Bash, mcp__github__search, mcp__github, spec]
         ^^^^ information useKnownTool
                            ^^^^^^^^^^^^^^^^^^^ information useMcpToolForm
---
You review.
`,
  ],
  [
    'Kiro: reports keys of the JSON agents',
    '.kiro/agents/a.md',
    `
---
description: Reviews changes.
allowedTools: [read]
^^^^^^^^^^^^ hint noUnknownKey
toolsSettings: {}
^^^^^^^^^^^^^ hint noUnknownKey
prompt: x
model: opus
       ^^^^ hint useKnownModel
---
You review.
`,
  ],
  [
    'Kiro: reports tools in a string',
    '.kiro/agents/a.md',
    `
---
description: Reviews changes.
tools: read, write
       ^^^^^^^^^^^ information useValidType
---
You review.
`,
  ],
  [
    'Kiro: reports keys known from secondhand sources as hints',
    '.kiro/agents/a.md',
    `
---
description: Reviews changes.
includeMcpJson: "yes"
                ^^^^^ hint useValidType
excludedTools: [shell]
---
You review.
`,
  ],
  [
    'Kiro steering: accepts a file without front matter',
    '.kiro/steering/a.md',
    `
# Structure
`,
  ],
  [
    'Kiro steering: requires a pattern for a file match',
    '.kiro/steering/a.md',
    `
---
inclusion: fileMatch
           ^^^^^^^^^ warning useRequiredKey
---
You review.
`,
  ],
  [
    'Kiro steering: requires a name and a description for `auto`',
    '.kiro/steering/a.md',
    `
---
inclusion: auto
           ^^^^ warning useRequiredKey
name: tests
---
You review.
`,
  ],
  [
    'Kiro steering: reports a pattern without a file match',
    '.kiro/steering/a.md',
    `
---
fileMatchPattern: "*.ts"
^^^^^^^^^^^^^^^^ warning noIgnoredKey
---
You review.
`,
  ],
  [
    'Kiro steering: reports unknown values of `inclusion`',
    '.kiro/steering/a.md',
    `
---
inclusion: conditional
           ^^^^^^^^^^^ warning useKnownValue
---
You review.
`,
  ],
  [
    'Kiro steering: reports front matter after the first line',
    '.kiro/steering/a.md',
    `

---
^^^ warning useFrontMatter
inclusion: manual
---
You review.
`,
  ],
];

for (const [title, path, annotated] of cases) {
  test(title, () => {
    checkDiagnostics(annotated.slice(1), { path });
  });
}
