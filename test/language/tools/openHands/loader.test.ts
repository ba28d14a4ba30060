import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../../server/src/language/features/diagnostics.ts';
import { checkDiagnostics, snapshotOf } from '../../../support/diagnostics.ts';

/** The title, and the file with each diagnostic below its line. */
const cases: readonly [title: string, annotated: string][] = [
  [
    'reports tools and values of other products',
    `
---
name: reviewer
description: Reviews changes.
tools: [Bash, terminal]
        ^^^^ error useKnownTool
permissionMode: plan
^^^^^^^^^^^^^^ warning noIneffectiveLimit
permission_mode: never
                 ^^^^^ error useKnownValue
mcpServers: {}
^^^^^^^^^^ information noUnknownKey
---
You review.
`,
  ],
  [
    'takes tools with a comma for one name, and a model for a profile',
    `
---
name: reviewer
description: Reviews changes.
tools: file_editor, terminal
       ^^^^^^^^^^^^^^^^^^^^^ error useValidType
model: sonnet
       ^^^^^^ error useKnownModel
---
You review.
`,
  ],
  [
    'warns of an agent without tools',
    `
---
^^^ warning useRequiredKey
name: reviewer
description: Reviews changes.
---
You review.
`,
  ],
  [
    'accepts what OpenHands reads in another form',
    `
--- 
name: reviewer
description: Reviews changes.
tools: file_editor
permission_mode: " Always_Confirm "
max_iteration_per_run: "10"
max_budget_per_run: 1.5
condenser: off
hooks:
  PreToolUse:
    - hooks: [{command: ls}]
mcp_config:
  github: {command: npx, args: [-y]}
----
You review.
`,
  ],
  [
    'rejects a file for limits, servers, hooks and keys of a wrong type',
    `
---
name: reviewer
description: Reviews changes.
tools: []
max_iteration_per_run: 0
                       ^ error useValidType
mcp_servers: [github]
             ^^^^^^^^ error useValidType
hooks:
  Nope: []
  ^^^^ error useKnownHookEvent
---
You review.
`,
  ],
];

for (const [title, annotated] of cases) {
  test(title, () => {
    checkDiagnostics(annotated.slice(1), { path: '.openhands/agents/a.md' });
  });
}

const errorsOf = (lines: readonly string[], body = 'You review.\n') =>
  diagnose(
    snapshotOf(`---\n${lines.map(line => `${line}\n`).join('')}---\n${body}`, {
      path: '.openhands/agents/a.md',
    }),
  )
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

const sound = ['name: reviewer', 'description: Reviews changes.', 'tools: [terminal]'];

test('an error is only what OpenHands refuses, cannot start, or does not limit', () => {
  for (const [line, isError] of [
    ['model: inherit', false],
    ['model: ""', false],
    ['model: my-profile', false],
    ['model: openai/gpt-5', true],
    ['model:', true],
    ['max_iteration_per_run: ten', true],
    ['max_iteration_per_run: [1]', true],
    ['max_iteration_per_run: yes', false],
    ['max_budget_per_run: -1', true],
    ['maxTurns: 5', true],
    ['disallowedTools: [terminal]', false],
    ['condenser: 5', true],
    ['profile_store_dir: [a]', true],
    ['hooks: nope', false],
    ['content: text', true],
    ['on: text', true],
    ['skills: 5', false],
    ['color: 5', false],
    ['note: a: b', true],
    ['note:\ttab', false],
    ['created: 2024-13-45', true],
  ] as const)
    assert.equal(errorsOf([...sound, line]).length > 0, isError, line);
});

test('messages say that the start fails, and what the model key means', () => {
  const [message] = errorsOf(['name: a', 'description: d', 'tools: [terminal]', 'model: opus']);
  assert.match(
    message!,
    /OpenHands looks for an LLM profile of the name `opus`, and fails whenever it starts/,
  );
});
