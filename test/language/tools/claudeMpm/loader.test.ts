import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../../server/src/language/features/diagnostics.ts';
import { checkDiagnostics, snapshotOf } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'reports missing required keys',
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
    'reports `effort`, `type`, dates and tags',
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
    'reports long descriptions',
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
    'does not report a file that is added to agents',
    '.claude-mpm/agents/BASE-AGENT.md',
    `
# Base
`,
  ],
  [
    'reports limits, which are not deployed, and a name that is not the file’s',
    '.claude-mpm/agents/reviewer.md',
    `
---
name: code-critic
      ^^^^^^^^^^^ information useValidName
description: Reviews changes.
version: "1.0.0"
tools: [Read, Grep]
^^^^^ error noIneffectiveTools
permissionMode: plan
^^^^^^^^^^^^^^ error noIneffectiveLimit
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

const load = (lines: readonly string[], path = '.claude-mpm/agents/reviewer.md') => {
  const snapshot = snapshotOf(`---\n${lines.join('\n')}\n---\nYou review.\n`, { path });
  return { ...snapshot.load, errors: diagnose(snapshot).filter(({ severity }) => severity === 'error') };
};
const head = ['name: Reviewer', 'description: Reviews all the changes.', 'version: 1.0.0'];

test('shows the agent as it is deployed', () => {
  const { name, description, model, fields } = load([
    ...head,
    'resource_tier: lightweight',
    'agent_type: qa',
  ]);
  assert.deepEqual([name, model, fields.effort, fields.version], ['reviewer', 'haiku', 'balanced', '1.0.0']);
  assert.match(description!, /^Use this agent when you need comprehensive testing/);
  assert.match(load(head).description!, /assistance with reviews all the changes\.\. /);
  assert.match(
    load([...head, 'interactions:', '  triggers: [a new pull request]']).description!,
    /user: "a new pull request"/,
  );
});

test('an error is what is not deployed, or a limit that does not hold', () => {
  for (const [line, isError] of [
    ['capabilities: {model: opus}', false],
    ['capabilities: fast\nmodel: opus', true],
    ['metadata: none', true],
    ['interactions: []', true],
    ['model: [opus]', true],
    ['resource_tier: [high]', true],
    ['initialPrompt: 5', true],
    ['response:', true],
    ['skills: a', false],
    ['maxTurns: 5', true],
    ['tools: []', false],
    ['note: !tag x', true],
    ['note:\ttab', true],
    ['created_at: 2026-13-01', true],
    ['color: mauve', false],
  ] as const) {
    const { errors } = load([...head, line]);
    assert.equal(errors.length > 0, isError, `${line}: ${errors.map(({ message }) => message).join()}`);
  }
  assert.equal(load([head[0]!, 'description: 5', head[2]!]).loads, false);
  assert.equal(load([head[0]!, 'description:', head[2]!]).loads, true);
  assert.equal(load(head, '.claude-mpm/agents/My Agent.md').loads, false);
  assert.equal(load(head, '.claude-mpm/agents/team/reviewer.md').loads, false);
  assert.equal(load(head, '.claude-mpm/agents/My_Agent.md').name, 'my-agent');
});
