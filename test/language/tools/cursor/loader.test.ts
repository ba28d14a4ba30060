import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Cursor: reports a tool list, which has no effect',
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
    'Cursor: reports a list of disallowed tools, which has no effect',
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
    'Cursor: reports plan mode, which is `readonly` here',
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
    'Cursor: reports other permission modes as an unknown key only',
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
    'Cursor: reports values of other types as hints, since the source is secondhand',
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
    'Cursor: reports keys of other products',
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
    'Cursor: reports Claude’s short model names',
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
    'Cursor: accepts the effort as part of the model',
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
    'Cursor: accepts a file without front matter',
    '.cursor/agents/a.md',
    `
You review.
`,
  ],
  [
    'Cursor: does not report a README',
    '.cursor/agents/README.md',
    `
# Our agents
`,
  ],
  [
    'Cursor: reports invalid YAML once and other problems too',
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
    'Cursor rule: accepts an unquoted glob',
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
    'Cursor rule: accepts several unquoted globs',
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
    'Cursor rule: accepts the empty values that Cursor writes',
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
    'Cursor rule: accepts globs in quotes or in a list',
    '.cursor/rules/a.mdc',
    `
---
globs: ["**/*.ts", "**/*.tsx"]
---
Mind it.
`,
  ],
  [
    'Cursor rule: reports other unquoted values as a hint, since their reading is unknown',
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
    'Cursor rule: reports YAML that is invalid for every reader as a warning',
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
    'Cursor rule: reports `glob`, which matches no file',
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
    'Cursor rule: reports globs next to `alwaysApply`, which have no effect',
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
    'Cursor rule: accepts a file without front matter and with an example of it',
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
    'Cursor command: accepts plain text',
    '.cursor/commands/a.md',
    `
Review the branch.
`,
  ],
  [
    'Cursor command: reports front matter, which is read as text',
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
