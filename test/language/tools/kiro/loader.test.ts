import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** What is said, the file's path, and the file with its diagnostics below the lines that they are about. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Kiro: tags, servers and permissions',
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
    'Kiro: permissions as files have them',
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
    'Kiro: tools of other products',
    '.kiro/agents/a.md',
    `
---
description: Reviews changes.
tools: ["Read", Edit, Bash, mcp__github__search, mcp__github, spec]
         ^^^^ information useKnownTool
                ^^^^ information useKnownTool
                      ^^^^ information useKnownTool
                            ^^^^^^^^^^^^^^^^^^^ information useMcpToolForm
                                                 ^^^^^^^^^^^ information useMcpToolForm
---
You review.
`,
  ],
  [
    'Kiro: keys of the JSON agents',
    '.kiro/agents/a.md',
    `
---
description: Reviews changes.
allowedTools: [read]
^^^^^^^^^^^^ hint noUnknownKey
toolsSettings: {}
^^^^^^^^^^^^^ hint noUnknownKey
prompt: x
^^^^^^ hint noUnknownKey
model: opus
       ^^^^ hint useKnownModel
---
You review.
`,
  ],
  [
    'Kiro: tools as text',
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
    'Kiro: keys that are known by hearsay',
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
    'Kiro steering: always, by default',
    '.kiro/steering/a.md',
    `
# Structure
`,
  ],
  [
    'Kiro steering: a file match wants a pattern',
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
    'Kiro steering: `auto` wants a name and a description',
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
    'Kiro steering: a pattern wants a file match',
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
    'Kiro steering: other words',
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
    'Kiro steering: the front matter must come first',
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
