import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';

const open = (text: string) => AgentDocument.of(text, 'file:///w/.claude/agents/x.md');

/** Every entry as `key=value` with its spans cut from the text, so a wrong offset shows as wrong text. */
function shown(text: string): string[] {
  const document = open(text);
  return document.yaml.entries.map(
    entry =>
      `${document.slice(entry.keyRange)} = ${document.slice(entry.range)} → ${JSON.stringify(entry.value)}`,
  );
}

test('the YAML tree has the value and ranges of each key', () => {
  assert.deepEqual(shown('---\nname: a # why\ntools: [Read, Grep]\nmodel:\n---\nbody\n'), [
    'name = a → "a"',
    'tools = [Read, Grep] → ["Read","Grep"]',
    'model =  → null',
  ]);
});

test('an unquoted colon in YAML affects its own line only', () => {
  assert.deepEqual(
    shown('---\ndescription: Use this. Examples: foo\ntools:\n  - Read\n  - Grep\nmodel: sonnet\n---\n'),
    [
      'description = Use this. Examples: foo → "Use this. Examples: foo"',
      'tools = - Read\n  - Grep → ["Read","Grep"]',
      'model = sonnet → "sonnet"',
    ],
  );
});

test('an alias without an anchor is an error, not an exception', () => {
  const document = open('---\nglobs: **/*.ts\nname: x\n---\n');
  assert.equal(document.entry('name')?.value, 'x');
  assert.equal(document.entry('globs')?.value, '**/*.ts');
});

test('values and ranges in YAML exclude CRLF line ends', () => {
  assert.deepEqual(shown('---\r\nname: a\r\ncolor: orange\r\n---\r\nbody\r\n'), [
    'name = a → "a"',
    'color = orange → "orange"',
  ]);
});

test('an unclosed front matter ends before the prose', () => {
  const document = open('---\nname: a\n\nYou are an agent.\n');
  assert.equal(document.frontMatter.state, 'unclosed');
  assert.equal(document.slice(document.frontMatter.body), '\nYou are an agent.\n');
});

test('an invalid key far down the file has correct offsets', () => {
  const filler = 'filler: a: b\n'.repeat(300);
  const document = open(`---\n${filler}tools:\n  - Read\n  - Grep\n---\n`);
  assert.equal(document.slice(document.rangeOf(['tools', 1])!), 'Grep');
  assert.equal(document.slice(document.entry('tools')!.keyRange), 'tools');
});

test('the lines of a key end where those of the next key start', () => {
  const values = [
    'a',
    '\n  Stop:\n    - hooks: []',
    '\n  - x\n  - y',
    '|\n  one\n  two',
    '|+\n  one\n',
    '[a,\n  b]',
  ];
  for (const value of values) {
    const document = open(`---\nhooks: ${value}\nname: x\n---\n`);
    assert.equal(document.slice(document.entry('hooks')!.lines).trimEnd(), `hooks: ${value}`.trimEnd());
    assert.equal(document.slice(document.entry('name')!.lines), 'name: x\n');
  }
});
