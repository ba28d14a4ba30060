import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPyYaml } from '../../../../server/src/language/loading/yaml/python/readPyYaml.ts';
import { plainValue, pythonRepr } from '../../../../server/src/language/loading/yaml/python/values.ts';

interface Reading {
  readonly value?: string;
  readonly error?: string;
  readonly offset?: number;
}

interface PyYamlCase {
  readonly yaml: string;
  readonly both?: Reading;
  readonly python?: Reading;
  readonly libyaml?: Reading;
}

const { cases } = JSON.parse(readFileSync('test/language/loading/yaml/pyYaml.json', 'utf8')) as {
  cases: readonly PyYamlCase[];
};

for (const reader of ['python', 'libyaml'] as const) {
  test(`reads YAML as PyYAML 6.0.3 does, by its reader in ${reader}`, t => {
    const differences: string[] = [];
    for (const { yaml, both, [reader]: own } of cases) {
      const theirs = (both ?? own)!;
      const ours = readPyYaml(yaml, reader);
      const value = 'reason' in ours ? undefined : pythonRepr(ours.value);
      const isSame =
        value === theirs.value &&
        ('reason' in ours && theirs.offset !== undefined ? Math.abs(ours.offset - theirs.offset) <= 1 : true);
      if (!isSame) differences.push(`${JSON.stringify(yaml)}: ${JSON.stringify({ ours, theirs })}`);
    }
    t.diagnostic(`${cases.length} texts`);
    assert.deepEqual(differences, []);
  });
}

test('a value that contains itself can be written and made plain', () => {
  const reading = readPyYaml('a: &x\n  b: *x\n  c: [*x]\n');
  assert.ok('value' in reading);
  assert.equal(pythonRepr(reading.value), "{'a': {'b': {...}, 'c': [{...}]}}");
  assert.deepEqual(plainValue(reading.value), { a: { b: null, c: [null] } });
});

test('aliases that expand to a very long value stay short', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 20; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`);
  const reading = readPyYaml(lines.join('\n'));
  assert.ok('value' in reading);
  assert.ok(pythonRepr(reading.value).length < 1_000_000);
  assert.ok(JSON.stringify(plainValue(reading.value)).length < 1_000_000);
});
