import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** What is said, the file's path, and the file with its diagnostics below the lines that they are about. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Cursor: a tool list has no effect',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: Read, Grep
^^^^^ warning noIneffectiveTools
---
You review.
`,
  ],
  [
    'Cursor: nor has a list of what is forbidden',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
disallowedTools: [Bash]
^^^^^^^^^^^^^^^ warning noIneffectiveTools
---
You review.
`,
  ],
  [
    'Cursor: plan mode is `readonly`',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
permissionMode: plan
^^^^^^^^^^^^^^ warning noIneffectiveLimit
---
You review.
`,
  ],
  [
    'Cursor: other permission modes limit nothing, and are only unknown here',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
permissionMode: default
^^^^^^^^^^^^^^ hint noUnknownKey
---
You review.
`,
  ],
  [
    'Cursor: types are as documented, by hearsay',
    '.cursor/agents/a.md',
    `
---
name: Code Reviewer
      ^^^^^^^^^^^^^ hint useValidName
description: Reviews changes.
readonly: "true"
          ^^^^^^ hint useValidType
is_background: yes
               ^^^ hint useBoolean
---
You review.
`,
  ],
  [
    'Cursor: keys of other products',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
background: true
^^^^^^^^^^ hint noUnknownKey
effort: high
^^^^^^ hint noUnknownKey
readOnly: true
^^^^^^^^ warning noIneffectiveLimit
maturity: stable
^^^^^^^^ hint noUnknownKey
---
You review.
`,
  ],
  [
    'Cursor: short model names of Claude',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
model: sonnet
       ^^^^^^ hint useKnownModel
---
You review.
`,
  ],
  [
    'Cursor: its own way to write the effort',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
model: claude-opus-5[effort=high]
readonly: true
is_background: false
---
You review.
`,
  ],
  [
    'Cursor: everything is optional',
    '.cursor/agents/a.md',
    `
You review.
`,
  ],
  [
    'Cursor: a README is no agent',
    '.cursor/agents/README.md',
    `
# Our agents
`,
  ],
  [
    'Cursor: broken YAML is one finding, and hides no other',
    '.cursor/agents/a.md',
    `
---
name: reviewer
description: Use it: always
                 ^^^ warning useValidYaml
tools: Read
^^^^^ warning noIneffectiveTools
---
You review.
`,
  ],
  [
    'Cursor rule: unquoted globs are right',
    '.cursor/rules/a.mdc',
    `
---
description: TypeScript
globs: **/*.ts
alwaysApply: false
---
Use types.
`,
  ],
  [
    'Cursor rule: several unquoted globs are right',
    '.cursor/rules/a.mdc',
    `
---
description: Scripts
globs: **/*.sh, **/*.{yml,yaml}, Makefile
alwaysApply: false
---
Mind it.
`,
  ],
  [
    'Cursor rule: what Cursor writes for a rule of no files',
    '.cursor/rules/a.mdc',
    `
---
description: 
globs: 
alwaysApply: true
---
Mind it.
`,
  ],
  [
    'Cursor rule: globs in quotes or in a list',
    '.cursor/rules/a.mdc',
    `
---
globs: ["**/*.ts", "**/*.tsx"]
---
Mind it.
`,
  ],
  [
    'Cursor rule: how other lines of text are read nobody knows',
    '.cursor/rules/a.mdc',
    `
---
description: Use it: always
                 ^^^ hint useValidYaml
globs: *.ts
---
Mind it.
`,
  ],
  [
    'Cursor rule: what is text to nobody stays a fault',
    '.cursor/rules/a.mdc',
    `
---
description: 'it's tested
                 ^^^^^^^^ warning useValidYaml
globs: *.ts
---
Mind it.
`,
  ],
  [
    'Cursor rule: `glob` brings no file along',
    '.cursor/rules/a.mdc',
    `
---
glob: "*.ts"
^^^^ warning noUnknownKey
alwaysApply: "true"
             ^^^^^^ information useValidType
---
Mind it.
`,
  ],
  [
    'Cursor rule: globs beside `alwaysApply` choose nothing',
    '.cursor/rules/a.mdc',
    `
---
globs: *.ts
^^^^^ hint noIgnoredKey
alwaysApply: true
---
Mind it.
`,
  ],
  [
    'Cursor rule: no front matter, or an example of one further down',
    '.cursor/rules/a.mdc',
    `
# Rules

\`\`\`
---
name: x
---
\`\`\`
`,
  ],
  [
    'Cursor command: plain text',
    '.cursor/commands/a.md',
    `
Review the branch.
`,
  ],
  [
    'Cursor command: front matter is text',
    '.cursor/commands/a.md',
    `
---
description: Reviews
^^^^^^^^^^^ hint noUnknownKey
model: fast
---
Review.
`,
  ],
];

for (const [title, path, annotated] of cases) {
  test(title, () => {
    checkDiagnostics(annotated.slice(1), { path });
  });
}
