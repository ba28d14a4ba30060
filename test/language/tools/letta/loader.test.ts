import { test } from 'node:test';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** What is said, the file's path, and the file with its diagnostics below the lines that they are about. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Letta: a list of tools gives all of them',
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
    'Letta: brackets and quotes are part of the value',
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
    'Letta: one line for each key',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: >
             ^ warning useValidType
  Reviews changes.
fork: yes
      ^^^ warning useBoolean
background: no
            ^^ warning useBoolean
launchProfile: quick
               ^^^^^ warning useKnownValue
---
You review.
`,
  ],
  [
    'Letta: what is no YAML is right',
    '.letta/agents/a.md',
    `
---
name: reviewer
description: Use it: @always
tools: Bash, Read
fork: TRUE
background: false
---
You review.
`,
  ],
  [
    'Letta: without a prompt another agent is changed',
    '.letta/agents/a.md',
    `
---
name: recall
model: inherit
---
`,
  ],
  [
    'Letta: of which there must be one',
    '.letta/agents/a.md',
    `
---
name: reviewer
model: inherit
---
^^^ information useBody
`,
  ],
  [
    'Letta: the front matter comes first',
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
    'Letta: the description is demanded, and `all` is all tools',
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
