import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { contextAt } from '../../../server/src/language/document/context.ts';
import { processorTime } from '../../support/processorTime.ts';

const documentOf = (text: string) => AgentDocument.of(text, 'file:///project/.codex/agents/a.toml');

const sample = [
  '\uFEFF# A comment with "quotes',
  'name = "kit" # behind',
  "'quoted key' = 'C:\\x'",
  'a.b . c = 1_000',
  'list = [ # first',
  '  "x", { y = [true, 2] },',
  ']',
  'prompt = """',
  'name = "not a key"',
  '[not a table]',
  '"""',
  '[servers.docs]',
  'url = "http://x"',
  '[[items]]',
  'id = 1',
  '[items.more]',
  'z = 1',
  '[[items]]',
  'id = 2',
  '',
].join('\r\n');

test('a TOML document has the keys and values of its text, with their places', () => {
  const document = documentOf(sample);
  assert.deepEqual(document.yaml.errors, []);
  assert.deepEqual(Object.fromEntries(document.yaml.entries.map(({ key, value }) => [key, value])), {
    name: 'kit',
    'quoted key': 'C:\\x',
    a: { b: { c: 1000 } },
    list: ['x', { y: [true, 2] }],
    prompt: 'name = "not a key"\r\n[not a table]\r\n',
    servers: { docs: { url: 'http://x' } },
    items: [{ id: 1, more: { z: 1 } }, { id: 2 }],
  });
  const at = (...path: (string | number)[]) => document.slice(document.rangeOf(path)!);
  assert.equal(at('name'), '"kit"');
  assert.equal(at('a', 'b', 'c'), '1_000');
  assert.equal(at('list', 1, 'y', 1), '2');
  assert.equal(at('servers', 'docs', 'url'), '"http://x"');
  assert.equal(at('servers', 'docs'), 'servers.docs');
  assert.equal(at('items', 1, 'id'), '2');
  assert.equal(document.slice(document.keyRangeOf(['quoted key'])!), 'quoted key');
  assert.equal(document.slice(document.entry('name')!.lines), 'name = "kit" # behind\r\n');
});

test('keys before and behind an error are read', () => {
  for (const [text, keys] of [
    ['name = writer\ndescription = "Writes."\n', ['name', 'description']],
    ['name = "wri\ndescription = "Writes."\n', ['name', 'description']],
    ['name: "x"\n---\ndescription = "Writes."\nlist = [1, \n', ['description', 'list']],
    ['a = 1\na = 2\n', ['a', 'a']],
    ['[t\nx = 1\n', ['t']],
  ] as const) {
    const { yaml } = documentOf(text);
    assert.deepEqual(
      yaml.entries.map(({ key }) => key),
      keys,
      text,
    );
    assert.equal(yaml.errors[0]?.code, 'TOML_INVALID', text);
  }
});

test('prototype keys of TOML are ordinary ones', () => {
  const document = documentOf('__proto__ = 1\n[b]\n__proto__ = {x = 5}\nconstructor = 2\n[__proto__.c]\n');
  assert.deepEqual(Object.keys(document.entry('b')?.value as object), ['__proto__', 'constructor']);
  assert.equal(({} as { x?: unknown }).x, undefined);
});

test('a TOML text that is too long or nested too deeply is not parsed', () => {
  for (const text of [
    `a = "${'x'.repeat(10_000_000)}"\n`,
    `a = ${'['.repeat(100_000)}`,
    `a = ${'{x='.repeat(100_000)}`,
  ])
    assert.equal(documentOf(text).yaml.errors[0]?.code, 'TOML_LIMIT');
});

test('hostile TOML costs no more than its length', () => {
  const many = (line: (n: number) => string) => Array.from({ length: 20_000 }, (_, n) => line(n)).join('\n');
  for (const text of [
    `[${' '.repeat(500_000)}`,
    `${'a.'.repeat(200_000)}b = 1`,
    `[${'a.'.repeat(200_000)}b]`,
    '"'.repeat(500_000),
    `a = ${"'".repeat(500_000)}`,
    '[a]\n'.repeat(100_000),
    '[[a]]\n'.repeat(100_000),
    many(n => `k${n} = "${n}"`),
    many(n => `[t.k${n}]`),
    `a = [${'1,'.repeat(200_000)}`,
    `a = ${'[],'.repeat(200_000)}`,
  ]) {
    const passed = processorTime(() => contextAt(documentOf(text), text.length >> 1));
    assert.ok(passed < 15_000, `${text.slice(0, 20)}: ${passed} ms`);
  }
});

test('a cursor in TOML is on a key or a value, with the path to it', () => {
  const document = documentOf(sample);
  const at = (word: string, skip = 0) => {
    const offset = sample.indexOf(word, sample.indexOf(word) + skip) + 1;
    const context = contextAt(document, offset);
    if (context.kind === 'key') return [...context.path, context.text].join('/');
    if (context.kind === 'value' || context.kind === 'listItem')
      return `${context.path.join('/')}: ${document.slice(context.range)}`;
    return context.kind;
  };
  assert.equal(at('name'), 'name');
  assert.equal(at('kit'), 'name: kit');
  assert.equal(at('b . c'), 'a/b');
  assert.equal(at('x", {'), 'list: x');
  assert.equal(at('y = ['), 'list/1/y');
  assert.equal(at('true'), 'list/1/y: true');
  assert.equal(at('docs'), 'servers/docs');
  assert.equal(at('url'), 'servers/docs/url');
  assert.equal(at('z = 1'), 'items/0/more/z');
  assert.equal(at('id = 2'), 'items/1/id');
  assert.equal(at('# A comment'), 'delimiter');
});

test('no TOML makes the reader fail, and every range is within its text', () => {
  const parts = [
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '"""',
    '=',
    '.',
    '#',
    '\n',
    '\r\n',
    ' ',
    'a',
    'key',
    '\\',
    ',',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), written => {
      const text = written.join('');
      const document = documentOf(text);
      for (const { keyRange, range, lines } of document.yaml.entries)
        for (const { start, end } of [keyRange, range, lines])
          assert.ok(start >= 0 && start <= end && end <= text.length);
      for (let offset = 0; offset <= text.length; offset++) contextAt(document, offset);
    }),
    { numRuns: 2000 },
  );
});
