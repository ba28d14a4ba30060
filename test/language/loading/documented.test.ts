import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf } from '../../../server/src/language/loading/issue.ts';
import { checkDiagnostics, snapshotOf } from '../../support/diagnostics.ts';

/** What is said, the file's path, and the file with its diagnostics below the lines that they are about. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Claude MPM: what its parser requires',
    '.claude-mpm/agents/a.md',
    `
---
^^^ error useDescription
^^^ error useName
^^^ error useRequiredKey
agent_id: python-engineer
---
You review.
`,
  ],
  [
    'Claude MPM: `effort`, `type`, dates and tags',
    '.claude-mpm/agents/a.md',
    `
---
name: Python Engineer
description: Writes Python.
version: "1.0.0"
type: engineer
^^^^ hint noDeprecatedKey
effort: balanced
        ^^^^^^^^ warning useKnownValue
created_at: 2026-01-01
            ^^^^^^^^^^ information useValidType
updated_at: "2026-01-01"
tags: python, web
      ^^^^^^^^^^^ information useValidType
---
You review.
`,
  ],
  [
    'Claude MPM: long descriptions',
    '.claude-mpm/agents/a.md',
    `
---
name: Python Engineer
description: Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. Writes Python. 
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information useValidDescription
version: 1.0.0
---
You review.
`,
  ],
  [
    'Claude MPM: what is added to agents is none',
    '.claude-mpm/agents/BASE-AGENT.md',
    `
# Base
`,
  ],
  [
    'Junie: an empty list restricts nothing',
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
    'Junie: the name, the description, a tool and a turn',
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
    'Junie: everything it has',
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
    'Antigravity: a wrong tool may make it hang',
    '.agents/agents/a/agent.md',
    `
---
name: reviewer
description: Reviews changes.
tools: [view_file, Read, Bash]
                   ^^^^ warning useKnownTool
                         ^^^^ warning useKnownTool
model: sonnet
       ^^^^^^ warning useKnownValue
commandExecutionPolicy: eager
---
You review.
`,
  ],
  [
    'Antigravity: another key limits commands',
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
    'Augment: its own key for what is forbidden',
    '.augment/agents/a.md',
    `
---
name: reviewer
disallowedTools: [Bash]
^^^^^^^^^^^^^^^ warning noIneffectiveLimit
tools: [view, Bash, my-mcp-tool]
              ^^^^ hint useKnownTool
---
You review.
`,
  ],
  [
    'Goose: no tool list',
    '.goose/agents/a.md',
    `
---
name: reviewer
tools: [Read]
^^^^^ warning noIneffectiveTools
---
You review.
`,
  ],
  [
    'Goose: the name is demanded',
    '.goose/agents/a.md',
    `
---
^^^ hint useName
description: Reviews changes.
---
You review.
`,
  ],
  [
    'OpenHands: its own names',
    '.openhands/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: [Bash, terminal]
        ^^^^ hint useKnownTool
permissionMode: plan
^^^^^^^^^^^^^^ warning noIneffectiveLimit
permission_mode: never
                 ^^^^^ hint useKnownValue
mcpServers: {}
^^^^^^^^^^ hint noUnknownKey
---
You review.
`,
  ],
  [
    'Trae: Claude Code’s tools, not its models',
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
    'CodeBuddy: `task` is taken away',
    '.codebuddy/agents/team/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: bash, fs, task
                 ^^^^ warning noUnavailableTool
color: "#ff6b6b"
---
You review.
`,
  ],
  [
    'Devin: tools have another key, and other names',
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
    'the shared folder: name, description and prompt',
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
    'the shared folder: tools and models are each tool’s own',
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
    'the shared folder: what Kimi Code skips',
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
    'the shared folder: without a name',
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

test('several tools are told of in the plural', () => {
  const { load } = snapshotOf('---\nname: a\ndescription: d\nteam: x\n---\nYou.\n', {
    path: '.agents/agents/a.md',
  });
  assert.deepEqual(
    load.issues.map(issue => messageOf(issue)),
    ['Antigravity, Goose, OpenHands, Kimi Code and Devin are not known to have a key `team` for an agent.'],
  );
});
