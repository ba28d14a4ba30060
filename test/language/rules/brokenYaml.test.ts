import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { fixAll } from '../../../server/src/language/features/fixAll.ts';
import { withText } from '../../../server/src/language/snapshot.ts';
import { checkFix, snapshotOf } from '../../support/diagnostics.ts';

const copilot = { path: '.github/agents/simplifier.agent.md' };
const continueAgent = { path: '.continue/agents/agent.md' };

/** The front matter with a value that goes on at the margin, and the same with a block. */
function unindented(further: string): readonly [before: string, after: string] {
  const block = further.replace(/^(?=.)/gm, '  ');
  return [
    `---\nname: simplifier\ndescription: Use it when code is long. Examples:\n${further}\ntools: [read, edit]\n---\n\nYou simplify.\n`,
    `---\nname: simplifier\ndescription: |-\n  Use it when code is long. Examples:\n${block}\ntools: [read, edit]\n---\n\nYou simplify.\n`,
  ];
}

const continuations = {
  'a dialogue':
    '\nContext: the user wrote a function.\nuser: "Make this simpler"\nassistant: I will use the agent\n<commentary>\nSimplify now\n</commentary>',
  'tags alone': '<example>\nContext: a long function.\n</example>',
  dashes: '- code with: colons\n- "code" in quotes',
  asterisks: '* a list\n* of things: many',
  'unbalanced quotes': 'It\'s "long\nand never: "closed',
  'a comment and brackets': '# not a heading\n[x] done: yes\n{curly: [open',
  'unknown keys before more text': 'when: always\nhow: fast\nand so on',
};

for (const [what, further] of Object.entries(continuations)) {
  test(`a description that goes on at the margin with ${what} becomes one block`, () => {
    const [before, after] = unindented(further);
    checkFix(before, after, copilot);
    assert.deepEqual(snapshotOf(after, copilot).load.issues, []);
  });

  test(`the same in a file with CRLF: ${what}`, () => {
    const [before, after] = unindented(further).map(text => text.replaceAll('\n', '\r\n'));
    checkFix(before!, after!, copilot);
  });
}

test('keys that follow a description at the margin stay keys', () => {
  checkFix(
    '---\nname: simplifier\ndescription: Use it. Examples:\nuser: "Make it simpler" please\nreviewed-by: me\ntools: [read]\n---\nYou simplify.\n',
    '---\nname: simplifier\ndescription: |-\n  Use it. Examples:\n  user: "Make it simpler" please\nreviewed-by: me\ntools: [read]\n---\nYou simplify.\n',
    copilot,
  );
});

test('lines of a block scalar that lost their indentation return to it', () => {
  checkFix(
    '---\nname: simplifier\ndescription: >\n  Use it when\n    code is long.\nAnd: when "it is: short.\nor long\n---\nYou simplify.\n',
    '---\nname: simplifier\ndescription: >-\n  Use it when\n    code is long.\n  And: when "it is: short.\n  or long\n---\nYou simplify.\n',
    copilot,
  );
});

const repairs: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'tabs become spaces everywhere': ['mcp:\n\ta:\n\t\tb: c', 'mcp:\n  a:\n    b: c'],
  'a colon gets its space': ['model:sonnet', 'model: sonnet'],
  'a full-width colon becomes one': ['model：sonnet', 'model: sonnet'],
  'a missing colon is written': ['model sonnet', 'model: sonnet'],
  'a key that needs quotes gets them': ['paths:\n  **/*.ts: allow', 'paths:\n  "**/*.ts": allow'],
  'an item that needs quotes gets them': ['also:\n  - *.ts\n  - b', 'also:\n  - "*.ts"\n  - b'],
  'an item with several colons gets quotes': ['also:\n  - a: b: c', 'also:\n  - "a: b: c"'],
  'keys return to the margin': ['  model: sonnet\n  color: red', 'model: sonnet\ncolor: red'],
  'a nested key is indented like its neighbor': ['a:\n  b: c\n   d: e', 'a:\n  b: c\n  d: e'],
  'an ordinary space replaces another': ['model:\u00a0sonnet', 'model: sonnet'],
  'a quoted word at the start stays quoted': ['note: "A" and "B"', 'note: "\\"A\\" and \\"B\\""'],
};

for (const [what, [before, after]] of Object.entries(repairs)) {
  test(`in front matter that is not YAML ${what}`, () => {
    const file = (lines: string) => `---\nname: a\ndescription: Writes.\n${lines}\n---\nYou write.\n`;
    checkFix(file(before), file(after), { ...continueAgent, rule: 'useValidYaml' });
  });
}

test('front matter that is written as a list loses its dashes', () => {
  checkFix(
    '---\n- name: a\n- description: Writes.\n---\nYou write.\n',
    '---\nname: a\ndescription: Writes.\n---\nYou write.\n',
    continueAgent,
  );
});

test('front matter with several errors is repaired to the end by safe fixes', () => {
  const snapshot = snapshotOf(
    '---\nname:a\ndescription: Use it. Examples:\n- one: two\nmodel: x: y\n---\nYou write.\n',
    continueAgent,
  );
  const fixed = withText(snapshot, applyFix(snapshot.document.text, { changes: fixAll(snapshot) }));
  assert.equal(
    fixed.document.text,
    '---\nname: a\ndescription: |-\n  Use it. Examples:\n  - one: two\nmodel: "x: y"\n---\nYou write.\n',
  );
  assert.ok(fixed.load.loads);
});

test('of a nested duplicate key either can be kept', () => {
  const snapshot = snapshotOf(
    '---\ndescription: Reads.\npermission:\n  edit: deny\n  bash: ask\n  edit: allow\n---\nYou read.\n',
    { path: '.kilo/agents/reader.md' },
  );
  const results = diagnose(snapshot).flatMap(diagnostic =>
    fixesOf(diagnostic).map(fix => [fix.title, fix.safe, applyFix(snapshot.document.text, fix)]),
  );
  const file = (rules: string) => `---\ndescription: Reads.\npermission:\n${rules}---\nYou read.\n`;
  assert.deepEqual(results, [
    ['Remove this `edit`', false, file('  edit: deny\n  bash: ask\n')],
    ['Keep only this `edit`', false, file('  bash: ask\n  edit: allow\n')],
  ]);
});

test('offers no fix that leads to a file which still does not load', () => {
  // Whatever is done about the description, the line below stays an error that has no fix.
  const snapshot = snapshotOf('---\nname: a\ndescription: a: b\n}}\n---\nYou write.\n', continueAgent);
  for (const diagnostic of diagnose(snapshot)) {
    for (const fix of fixesOf(diagnostic)) {
      assert.ok(withText(snapshot, applyFix(snapshot.document.text, fix)).load.loads, fix.title);
    }
  }
});
