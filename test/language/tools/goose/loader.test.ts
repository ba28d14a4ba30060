import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../../server/src/language/features/diagnostics.ts';
import { checkDiagnostics, snapshotOf } from '../../../support/diagnostics.ts';

/** The title, and the file with each diagnostic below its line. */
const cases: readonly [title: string, annotated: string][] = [
  [
    'reports a tool list, which has no effect, and modes',
    `
---
name: reviewer
description: Reviews changes.
tools: [Read]
^^^^^ error noIneffectiveTools
permissionMode: plan
^^^^^^^^^^^^^^ error noIneffectiveLimit
color: red
^^^^^ hint noUnknownKey
---
You review.
`,
  ],
  [
    'requires a name',
    `
---
^^^ error useName
description: Reviews changes.
---
You review.
`,
  ],
  [
    'describes an agent without a description by its model',
    `
---
^^^ warning useDescription
name: 42
model: gpt-5
---
You review.
`,
  ],
  [
    'reports dashes that end the front matter in a value',
    `
---
name: reviewer
description: one --- two
                 ^^^ warning noEarlyFence
model: gpt-5
---
You review.
`,
  ],
];

for (const [title, annotated] of cases) {
  test(title, () => {
    checkDiagnostics(annotated.slice(1), { path: '.goose/agents/a.md' });
  });
}

test('an error is what loses the file or a limit', () => {
  const head = ['name: reviewer', 'description: Reviews changes.'];
  for (const [line, isError] of [
    ['name: again', true],
    ['model: [a]', true],
    ['tools: all', false],
    ['note: a: b', true],
    ['? [a]', true],
    ['color: red\ncolor: blue', false],
    ['number: 99999999999999999999999', false],
    ['created: 2024-13-45', false],
    ['note: !unknown tag', false],
    ['maxTurns: 5', true],
  ] as const) {
    const text = `---\n${[...head, line].join('\n')}\n---\nYou review.\n`;
    const errors = diagnose(snapshotOf(text, { path: '.goose/agents/a.md' })).filter(
      ({ severity }) => severity === 'error',
    );
    assert.equal(errors.length > 0, isError, `${line}: ${errors.map(({ message }) => message).join()}`);
  }
});
