import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fieldsOf } from '../../server/src/language/dialect/fieldTable.ts';
import { applyFix, codeActionsAt } from '../../server/src/language/features/codeActions.ts';
import { diagnose } from '../../server/src/language/features/diagnostics.ts';
import { fixAll } from '../../server/src/language/features/fixAll.ts';
import type { LoaderInput } from '../../server/src/language/loading/loader.ts';
import { dialects } from '../../server/src/language/tools/index.ts';
import { type Place, snapshotOf } from '../support/diagnostics.ts';
import { sharedPath, sharedTest } from '../support/shared.ts';

/** Puts a text through everything that looks at a file unasked, and through every fix. */
function survive(text: string, place: Place = {}): readonly string[] {
  const snapshot = snapshotOf(text, place);
  const found = diagnose(snapshot);
  for (const { range, message } of found) {
    assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, message);
    assert.ok(message.length > 0);
  }
  codeActionsAt(snapshot, { start: 0, end: text.length });
  applyFix(text, { changes: fixAll(snapshot) });
  return found.map(({ rule, severity }) => `${severity} ${rule.id}`);
}

const lines = (...parts: string[]) => `${parts.join('\n')}\n`;
const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]'];
// Written out it is longer than any text can be: who tries it fails.
for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi', 'ij']) {
  laughs.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
}

const inputs: Record<string, string> = {
  'an empty file': '',
  'one dash': '-',
  'only a fence': '---',
  'only a fence and a line break': '---\n',
  'two fences': '---\n---\n',
  'an unclosed front matter': '---\nname: x\ndescription: y\n',
  'a byte order mark': '\uFEFF---\nname: x\ndescription: y\n---\n',
  CRLF: '---\r\nname: x\r\ndescription: y\r\n---\r\nbody\r\n',
  'mixed line ends': '---\r\nname: x\ndescription: y\r---\r\nbody\r',
  tabs: '---\nname:\tx\ndescription: y\nhooks:\n\tStop:\n\t\t- x\n---\n',
  'NUL bytes': '---\nname: x\u0000y\ndescription: \u0000\n---\n\u0000',
  'invalid UTF-8, as it is read': Buffer.from([
    0x2d, 0x2d, 0x2d, 0x0a, 0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xff, 0xfe, 0x80, 0x0a, 0x2d, 0x2d, 0x2d,
  ]).toString('utf8'),
  'half of a surrogate pair': '---\nname: \ud83d\ndescription: \udc00\n---\n\ud83d',
  'an alias to nowhere': lines('---', 'name: *x', 'description: *', 'tools: [*a, *b]', '---'),
  'merge keys': lines(
    '---',
    'base: &b { model: opus }',
    '<<: *b',
    '<<: [*b, *b]',
    'name: x',
    'description: y',
    '---',
  ),
  'a list in itself': lines('---', 'name: &a [*a]', 'description: y', 'mode: *a', '---'),
  'a merge of itself': lines('---', 'name: &n', '  <<: *n', 'description: y', '---'),
  'a billion laughs': lines('---', ...laughs, 'name: x', 'description: y', 'tools: *j', '---'),
  'a billion laughs for one word': lines('---', ...laughs, 'name: x', 'description: y', 'mode: *j', '---'),
  tags: lines(
    '---',
    'name: !!js/function "() => process.exit(1)"',
    'description: !!binary aGk=',
    'tools: !!set {Read, Grep}',
    '---',
  ),
  'JavaScript front matter': lines('---js', '{ name: process.exit(1) }', '---', 'body'),
  'duplicate keys': lines(
    '---',
    'name: a',
    'name: b',
    'description: c',
    'description: d',
    'tools: Read',
    'tools: Edit',
    '---',
  ),
  'emoji and CJK': lines(
    '---',
    'name: 测试🎯',
    'description: 说明 👨‍👩‍👧: 是',
    'tools: 读, Read',
    '---',
    '🎯',
  ),
  'deep nesting in flow': `---\nname: ${'['.repeat(5000)}\n---\n`,
  'deep nesting in blocks': `---\nhooks:\n${Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth + 1)}k:`).join('\n')}\n---\n`,
  'a key without end': `---\n${'k'.repeat(200_000)}: v\n---\n`,
  'no map': '---\n- a\n- b\n---\n',
  'several documents': '---\nname: x\n...\ndescription: y\n---\n',
  'prototype keys': lines(
    '---',
    'name: x',
    'description: y',
    '__proto__: { polluted: true }',
    'constructor: 1',
    'toString: 2',
    'hasOwnProperty: 3',
    '---',
  ),
};

for (const [name, text] of Object.entries(inputs)) {
  test(`every dialect handles ${name}`, () => {
    // Each input meets a fifth of the dialects, for time's sake.
    for (const { id } of dialects.filter((_, index) => (index + text.length) % 5 === 0))
      survive(text, { dialect: id });
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
}

test('keys of every dialect handle a billion laughs', () => {
  const twins = ['a: &a {x: x, y: y}'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi', 'ij'])
    twins.push(`${to}: &${to} {${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(key => `k${key}: *${from}`).join(', ')}}`);
  // A tenth of the keys of each dialect, for time's sake: all keys of one type are read alike.
  for (const [at, dialect] of dialects.entries())
    for (const { name } of fieldsOf(dialect).fields.filter((_, index) => (index + at) % 10 === 0))
      for (const laughing of [laughs, twins]) {
        const others = ['name: x', 'description: y'].filter(line => !line.startsWith(`${name}:`));
        const text = lines('---', ...laughing, ...others, `${name}: *j`, '---', 'You write what is asked.');
        diagnose(snapshotOf(text, { dialect: dialect.id }));
      }
});

test('the fixes of thousands of problems do not run the loader', () => {
  const many = Array.from({ length: 3000 }, (_, index) => `model: model-${index}`);
  const snapshot = snapshotOf(lines('---', 'name: x', 'description: y', ...many, '---', 'You write.'));
  let asked = 0;
  const loader = {
    ...snapshot.dialect.loader,
    load: (input: LoaderInput) => {
      asked++;
      return snapshot.dialect.loader.load(input);
    },
  };
  const watched = { ...snapshot, dialect: { ...snapshot.dialect, loader } };
  const actions = codeActionsAt(watched, { start: 0, end: snapshot.document.text.length });
  assert.ok(actions.length > 2000);
  assert.equal(asked, 0);
});

test('columns are UTF-16 code units', () => {
  const text = '---\nname: x\ndescription: 🎯🎯\ntools: Read, mcp__🎯__x, Raed\n---\n';
  const unknown = diagnose(snapshotOf(text)).find(({ rule }) => rule.id === 'useKnownTool');
  const range = snapshotOf(text).document.toRange(unknown!.range);
  assert.deepEqual(range, { start: { line: 3, character: 25 }, end: { line: 3, character: 29 } });
});

test('handles ten megabytes of text, of front matter and in one line, and five thousand keys', () => {
  const large = 10_000_000;
  const prose = 'You review what changed. Be brief, and name the line.\n';
  survive(`---\nname: x\ndescription: y\n---\n${prose.repeat(large / prose.length)}`);
  survive(`---\nname: x\ndescription: ${'y '.repeat(large / 2)}\n---\n`);
  survive(`---\n${'key: value\n'.repeat(large / 11)}---\n`);
  survive(
    `---\nname: x\ndescription: y\n${Array.from({ length: 5000 }, (_, index) => `key${index}: value`).join('\n')}\n---\n`,
  );
  survive(
    `---\nname: x\ndescription: a: b\n${Array.from({ length: 5000 }, (_, index) => `key${index}: a: b`).join('\n')}\n---\n`,
  );
});

test('an executable front matter is an error where a tool executes it, and is never executed here', () => {
  const text = '---js\n{ name: globalThis.wasExecuted = true }\n---\nbody\n';
  for (const path of ['.opencode/agents/x.md', '.kilo/agents/x.md'])
    assert.ok(survive(text, { path }).includes('error noExecutableFrontMatter'), path);
  for (const { id } of dialects.filter((_, index) => (index + text.length) % 5 === 0))
    survive(text, { dialect: id });
  assert.equal((globalThis as { wasExecuted?: unknown }).wasExecuted, undefined);
});

test('handles any text', () => {
  const unit = fc.constantFrom(
    '---',
    '\n',
    '\r\n',
    ': ',
    ':',
    '- ',
    ' ',
    '\t',
    '#',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '&a',
    '*a',
    '!',
    '`',
    '\\n',
    'name',
    'description',
    'tools',
    'hooks',
    'Read',
    'true',
    '🎯',
    'â€™',
    '\u0000',
    '\uFEFF',
  );
  const text = fc.array(unit, { maxLength: 60 }).map(parts => parts.join(''));
  fc.assert(
    fc.property(text, fc.boolean(), (rest, opened) => void survive(opened ? `---\n${rest}` : rest)),
    { numRuns: 1500 },
  );
});

const samples = [
  '000_c1265796562aeb9c',
  '001_9f570bbd5c113cda',
  '002_3e8ff927851025c6',
  '003_2fbe0aa3aa1740a7',
  '004_0fcc623246be470e',
];

for (const name of samples) {
  sharedTest(`sample ${name}, typed character by character, is borne`, () => {
    const text = readFileSync(sharedPath(`samples/${name}.md`), 'utf8');
    const front = text.indexOf('\n---', 3) + 5;
    for (let length = 0; length <= front; length++) survive(text.slice(0, length));
    for (let length = front; length <= text.length; length += 97) survive(text.slice(0, length));
  });
}
