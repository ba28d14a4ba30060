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
    'Letta: reports values of several lines and other booleans',
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
    'Letta: accepts values that are not valid YAML',
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
    'Letta: reports a file without a prompt that may change no agent',
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
