import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf } from '../../../server/src/language/loading/issue.ts';
import { checkDiagnostics, snapshotOf } from '../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Junie: reports empty lists, which do not restrict anything',
    '.junie/agents/a.md',
    `
---
description: Reviews changes.
tools: []
       ^^ warning noEmptyToolList
mcpServers: []
            ^^ warning noEmptyToolList
---
You review.
`,
  ],
  [
    'Junie: reports the name, the description, a tool and a number',
    '.junie/agents/a.md',
    `
---
^^^ information useDescription
name: Reviewer
      ^^^^^^^^ information useValidName
tools: Read, Gerp
             ^^^^ information useKnownTool
maxTurns: 0
          ^ hint useValidNumber
---
You review.
`,
  ],
  [
    'Junie: accepts all of its keys',
    '.junie/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: [Read, Bash]
disallowedTools: Write
model: opus
skills: [a]
allowPromptArgument: true
effort: high
permissionMode: x
mcpServers: [github]
---
Review $target.
`,
  ],
  [
    'Antigravity: reports wrong tools, which may make it hang',
    '.agents/agents/a/agent.md',
    `
---
name: reviewer
description: Reviews changes.
tools: [view_file, Read, Bash]
                   ^^^^ warning useKnownTool
model: sonnet
       ^^^^^^ warning useKnownValue
commandExecutionPolicy: eager
---
You review.
`,
  ],
  [
    'Antigravity: reports a limit under another product’s key',
    '.gemini/config/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
permissionMode: plan
^^^^^^^^^^^^^^ warning noIneffectiveLimit
mainAgent: "no"
           ^^^^ hint useValidType
---
You review.
`,
  ],
  [
    'Trae: accepts Claude Code’s tools, but not its models',
    '.trae/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: Read, Bash
model: sonnet
       ^^^^^^ hint useKnownModel
color: red
^^^^^ hint noUnknownKey
---
You review.
`,
  ],
  [
    'Devin: reports another product’s key and names for tools',
    '.devin/agents/a/AGENT.md',
    `
---
name: reviewer
description: Reviews changes.
tools: Read
^^^^^ warning noIneffectiveLimit
allowed-tools: [read, Bash, mcp__a__b]
                      ^^^^ warning useKnownTool
permissions: {allow: [exec], deny: x}
                                   ^ hint useValidType
---
You review.
`,
  ],
  [
    'the shared folder: accepts name, description and prompt',
    '.agents/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
---
You review.
`,
  ],
  [
    'the shared folder: reports tools and models, which differ by tool',
    '.agents/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: Read
^^^^^ hint noUnknownKey
model: inherit
^^^^^ hint noUnknownKey
---
You review.
`,
  ],
  [
    'the shared folder: reports what makes Kimi Code skip the file',
    '.agents/agents/a.md',
    `
---
name: Code Reviewer
      ^^^^^^^^^^^^^ warning useValidName
description: ""
             ^^ warning useDescription
---
^^^ warning useBody
`,
  ],
  [
    'the shared folder: reports a missing name',
    '.agents/agents/team/a.md',
    `
---
^^^ hint useName
description: Reviews changes.
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

test('uses the plural for several tools', () => {
  const { load } = snapshotOf('---\nname: a\ndescription: d\nteam: x\n---\nYou.\n', {
    path: '.agents/agents/a.md',
  });
  assert.deepEqual(
    load.issues.map(issue => messageOf(issue)),
    [
      'Unknown key `team`. Antigravity, Goose, OpenHands, Kimi Code and Devin are not known to have such a key for an agent.',
    ],
  );
});
