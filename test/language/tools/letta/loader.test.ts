import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Letta: reports a YAML list of tools, which has no effect',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools:
  - Read
  ^^^^^^ error noIneffectiveTools
  - Bash
---
You review.
`,
  ],
  [
    'Letta: reports brackets and quotes, which are part of the value',
    '.letta/agents/a.md',
    `
---
name: "reviewer"
      ^^^^^^^^^^ error useValidName
description: Reviews changes.
tools: [Read, Bash]
       ^^^^^^^^^^^^ warning useValidType
skills:
- a
^^^ warning useValidType
---
You review.
`,
  ],
  [
    'Letta: reads blocks, and reports other booleans and a key that it no longer reads',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: >
  Reviews changes.
fork: yes
      ^^^ warning useBoolean
background: no
^^^^^^^^^^ warning noIgnoredKey
launchProfile: quick
               ^^^^^ warning useKnownValue
---
You review.
`,
  ],
  [
    'Letta: accepts values that are not valid YAML',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: Use it: @always
tools: Bash, Read
fork: TRUE
---
You review.
`,
  ],
  [
    'Letta: accepts a file without a prompt that changes a built-in agent',
    '.letta/agents/a.md',
    `
---
name: recall
model: inherit
---
`,
  ],
  [
    'Letta: reports a file without a prompt that changes no built-in agent',
    '.letta/agents/a.md',
    `
---
name: reviewer
model: inherit
---
^^^ error useBody
`,
  ],
  [
    'Letta: reports front matter after the first line',
    '.letta/agents/a.md',
    `

---
^^^ error useFrontMatter
name: reviewer
description: Reviews changes.
---
You review.
`,
  ],
  [
    'Letta: reports a text that goes on below its line',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: Reviews
             ^^^^^^^ warning useValidType
  changes.
---
You review.
`,
  ],
  [
    'Letta: reports a list at the margin, which is not read at all',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools:
- Read
^^^^^^ error noIneffectiveTools
---
You review.
`,
  ],
  [
    'Letta: reports texts below their keys, which are not read',
    '.letta/agents/a.md',
    `
---
name: reviewer
description:
  Reviews changes
  ^^^^^^^^^^^^^^^ error useDescription
  of all kinds.
tools:
  Read, Grep
  ^^^^^^^^^^ error noIneffectiveTools
---
You review.
`,
  ],
  [
    'Letta: reports an indented key, with which a limit is lost',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
 tools: Read
^^^^^^ error useValidYaml
---
You review.
`,
  ],
  [
    'Letta: reports a key of which a later line takes the place, and limits that it does not know',
    '.letta/agents/a.md',
    `
---
name: reviewer
^^^^ warning noDuplicateKey
name: reader
description: Reviews changes.
disallowedTools: Bash
^^^^^^^^^^^^^^^ error noIneffectiveLimit
---
You review.
`,
  ],
  [
    'Letta: reports front matter that is a list',
    '.letta/agents/a.md',
    `
---
- name: reviewer
^^^^^^^^^^^^^^^^ error useValidYaml
---
You review.
`,
  ],
  [
    'Letta: requires a description and accepts `all` as all tools',
    '.letta/agents/a.md',
    `
---
^^^ error useDescription
name: reviewer
tools: all
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
