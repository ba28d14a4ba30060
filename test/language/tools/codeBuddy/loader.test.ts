import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeBuddyAgent } from '../../../../server/src/language/tools/codeBuddy/agent.ts';
import { load } from '../../../support/conformance.ts';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'CodeBuddy: accepts tools in any case, other names of them, and `task`, which is `Agent`',
    '.codebuddy/agents/team/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: bash, read_file, GREP, task, Defer(WebSearch), mcp__github__search
color: "#ff6b6b"
---
You review.
`,
  ],
  [
    'CodeBuddy: skips unknown names',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: [Read, Task, fs, Bash(git:*)]
              ^^^^ warning useKnownTool
                        ^^^^^^^^^^^ warning noToolSpecifier
---
You review.
`,
  ],
  [
    'CodeBuddy: reports a list without any tool, with which the agent does not start',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: "*"
        ^ error useKnownTool
---
You review.
`,
  ],
  [
    'CodeBuddy: does not count MCP tools beside unknown names',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: [view, mcp__github__search]
        ^^^^ error useKnownTool
---
You review.
`,
  ],
  [
    'CodeBuddy: reports lists that give every tool',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: []
       ^^ error noEmptyToolList
disallowedTools: {Bash: true}
                 ^^^^^^^^^^^^ error noIneffectiveTools
---
You review.
`,
  ],
  [
    'CodeBuddy: reports a list of empty names as empty',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
tools: [""]
       ^^^^ error noEmptyToolList
---
You review.
`,
  ],
  [
    'CodeBuddy: reports values with which it does not load the file',
    '.codebuddy/agents/a.md',
    `
---
name: team/reviewer
      ^^^^^^^^^^^^^ error useValidName
description: [Reviews]
             ^^^^^^^^^ error useValidDescription
model: 5
       ^ error useValidType
tools: [Read, ~, 5]
              ^ error noEmptyValue
                 ^ error useValidType
---
You review.
`,
  ],
  [
    'CodeBuddy: reports a name that no HTTP header can hold',
    '.codebuddy/agents/a.md',
    `
---
name: 测试
      ^^ error useValidName
description: Reviews changes.
---
You review.
`,
  ],
  [
    'CodeBuddy: reports invalid YAML that takes a limit away',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Use it: always
                 ^^^ error useValidYaml
disallowedTools: Bash
---
You review.
`,
  ],
  [
    'CodeBuddy: warns of invalid YAML in an agent without limits',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Use it: always
                 ^^^ warning useValidYaml
---
You review.
`,
  ],
  [
    'CodeBuddy: reports front matter that it does not find, with its limit',
    '.codebuddy/agents/a.md',
    `
---
^^^ error useClosedFrontMatter
name: reviewer
tools: Read
----
You review.
`,
  ],
  [
    'CodeBuddy: loads plain text, even a README, as an agent',
    '.codebuddy/agents/README.md',
    `
How to use the agents
^^^^^^^^^^^^^^^^^^^^^ information useFrontMatter
`,
  ],
  [
    'CodeBuddy: knows its own keys',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
mainAgent: true
permissionMode: plan
maxTurns: 20
background: "true"
memory: project
skills: a, b
mcpServers: [github, {docs: {command: node}}]
---
You review.
`,
  ],
  [
    'CodeBuddy: ignores other values of its keys, and other keys',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
effort: extreme
        ^^^^^^^ warning useKnownValue
maxTurns: many
          ^^^^ warning useValidType
isolation: worktree
allowed-tools: Read
^^^^^^^^^^^^^ error noIneffectiveLimit
---
You review.
`,
  ],
  [
    'CodeBuddy: reports tags of a template in the prompt',
    '.codebuddy/agents/a.md',
    `
---
name: reviewer
description: Reviews changes.
---
You review {{ file }}.
           ^^^^^^^^^^ warning noUnknownPlaceholder
`,
  ],
];

for (const [title, path, annotated] of cases) {
  test(title, () => {
    checkDiagnostics(annotated.slice(1), { path });
  });
}

test('CodeBuddy: a denied tool takes related ones away', () => {
  const denied = (list: string) =>
    load(codeBuddyAgent.loader, `---\nname: a\ndisallowedTools: ${list}\n---\nYou review.\n`, 'a.md')
      .disallowedTools;
  assert.deepEqual(denied('[Read]'), [
    'Read',
    'Glob',
    'Grep',
    'WebSearch',
    'NotebookRead',
    'LSP',
    'BashOutput',
  ]);
  assert.deepEqual(denied('grep, Bash(rm:*)'), ['Grep']);
});

test('CodeBuddy: an agent with the name of a built-in one keeps its tools', () => {
  const tools = (text: string) =>
    load(codeBuddyAgent.loader, `---\nname: Explore\n${text}---\nYou explore.\n`, 'a.md').tools;
  assert.ok(tools('')?.includes('Grep') && !tools('')?.includes('Edit'));
  assert.deepEqual(tools('tools: Edit\n'), ['Edit']);
});
