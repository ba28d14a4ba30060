import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { contextAt } from '../../../server/src/language/document/context.ts';

const documentOf = (text: string) => AgentDocument.of(text, 'file:///plug/.claude-plugin/plugin.json');
const codeOf = (text: string) => documentOf(text).yaml.errors[0]?.code;

test('a JSON document has the keys and values of its text, with their places', () => {
  const document = documentOf('\uFEFF{\r\n  "name": "kit",\r\n  "agents": ["./a.md", {"b": [1]}]\r\n}\r\n');
  assert.equal(document.slice(document.rangeOf(['name'])!), '"kit"');
  assert.equal(document.slice(document.keyRangeOf(['name'])!), 'name');
  assert.equal(document.slice(document.rangeOf(['agents', 0])!), '"./a.md"');
  assert.equal(document.slice(document.rangeOf(['agents', 1, 'b', 0])!), '1');
  assert.deepEqual(document.entry('agents')?.value, ['./a.md', { b: [1] }]);
  assert.deepEqual(document.yaml.errors, []);
});

test('the last of duplicate keys counts, and prototype keys are ordinary ones', () => {
  const document = documentOf('{"a": 1, "a": 2, "__proto__": {"x": 1}, "b": {"__proto__": 5}}');
  assert.equal(document.entry('a')?.value, 2);
  assert.equal(document.yaml.entries.length, 4);
  assert.deepEqual(Object.keys(document.entry('b')?.value as object), ['__proto__']);
  assert.equal(({} as { x?: unknown }).x, undefined);
});

test('what is wrong with JSON is named at its place', () => {
  const wrong: readonly [text: string, code: string, at: string][] = [
    ['{"a": 1,}', 'JSON_TRAILING_COMMA', ','],
    ['{"a": [1, 2,\n]}', 'JSON_TRAILING_COMMA', ','],
    ['{"a": 1 /* x */}', 'JSON_COMMENT', '/* x */'],
    ['// x\n{"a": 1}', 'JSON_COMMENT', '// x'],
    ['', 'JSON_EMPTY', ''],
    ['{"a": {"b": 1}', 'JSON_UNFINISHED', '}'],
    ['{"a": 1 "b": 2}', 'JSON_COMMA', '"b"'],
    ['{"a" 1}', 'JSON_COLON', '1'],
    ["{'a': 1}", 'JSON_QUOTES', "'a'"],
    ['{a: 1}', 'JSON_KEY', 'a'],
    ['{"a": "x\ny"}', 'JSON_STRING', '"x'],
    ['{"a": tru}', 'JSON_VALUE', 'tru'],
  ];
  for (const [text, code, at] of wrong) {
    const document = documentOf(text);
    assert.equal(codeOf(text), code, text);
    assert.equal(document.slice(document.yaml.errors[0]!.range), at, text);
  }
});

test('keys before and behind an error are read', () => {
  const document = documentOf('{"name": "kit",, "agents": "./a.md" "skills": ["./b",]');
  assert.deepEqual(
    document.yaml.entries.map(({ key }) => key),
    ['name', 'agents', 'skills'],
  );
});

test('a text of ten megabytes, and one that is nested too deeply, are not parsed', () => {
  for (const text of [
    `{"a": "${'x'.repeat(10_000_000)}"}`,
    '['.repeat(100_000),
    `{"a": ${'{"a":'.repeat(50_000)}`,
  ]) {
    const start = Date.now();
    assert.equal(codeOf(text), 'JSON_LIMIT');
    assert.ok(Date.now() - start < 2000);
  }
});

test('JSON is valid exactly if JSON.parse reads it, and no text throws', () => {
  const parts = fc.array(
    fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '0', '.5', 'null', 'tru', '/*', '*/', '//'],
      ...['\n', ' ', '\uFEFF', '\\', '\u00A0', '"__proto__"', "'", '\u2028'],
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        parts,
        fc.json().map(text => [text]),
      ),
      written => {
        const text = written.join('');
        const document = documentOf(text);
        let isValid = true;
        try {
          JSON.parse(text.replace(/^\uFEFF/, ''));
        } catch {
          isValid = false;
        }
        assert.equal(document.yaml.errors.length === 0, isValid);
        for (const { range } of document.yaml.errors)
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        for (let offset = 0; offset <= text.length; offset += 3) contextAt(document, offset);
      },
    ),
    { numRuns: 2000 },
  );
});

test('removing any key leaves valid JSON with the others', () => {
  const value = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2, '\t'), (object, indent) => {
      const text = JSON.stringify(object, null, indent);
      for (const { key, lines } of documentOf(text).yaml.entries) {
        const { [key]: _, ...others } = JSON.parse(text);
        const left = text.slice(0, lines.start) + text.slice(lines.end);
        assert.deepEqual(JSON.parse(left), others, text);
      }
    }),
  );
});

test('the cursor on a key of JSON has its path', () => {
  const text = '{"plugins": [{"name": "kit"}]}';
  const context = contextAt(documentOf(text), text.indexOf('name'));
  assert.ok(context.kind === 'key');
  assert.deepEqual([context.path, context.text], [['plugins', 0], 'name']);
  assert.equal(contextAt(documentOf(text), text.indexOf('kit')).kind, 'none');
});
