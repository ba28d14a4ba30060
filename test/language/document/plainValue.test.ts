import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { readStrictly } from '../../../server/src/language/document/strictYaml.ts';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { diagnoseForAll } from '../../../server/src/language/features/targetDiagnostics.ts';
import { readForTargets, targetNames } from '../../../server/src/language/features/targets.ts';
import { readWithJsYaml } from '../../../server/src/language/loading/jsYaml.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { snapshotOf } from '../../support/diagnostics.ts';
import { processorTime } from '../../support/processorTime.ts';

/** The values of the top-level keys of a front matter. */
function valuesOf(yaml: string): Record<string, unknown> {
  const document = AgentDocument.of(`---\n${yaml}\n---\n`, 'file:///a.md');
  return Object.fromEntries(document.yaml.entries.map(({ key, value }) => [key, value]));
}

test('reads a merge key without a mapping as an ordinary key', () => {
  assert.deepEqual(valuesOf('metadata:\n  <<: x'), { metadata: { '<<': 'x' } });
  assert.deepEqual(valuesOf('a: {<<: [1]}'), { a: { '<<': [1] } });
  assert.deepEqual(valuesOf('a:\n  <<:'), { a: { '<<': null } });
  assert.deepEqual(valuesOf('b: &b x\na:\n  <<: *b'), { b: 'x', a: { '<<': 'x' } });
});

test('merges mappings, the first of several and the own keys first', () => {
  assert.deepEqual(valuesOf('b: &b {x: 1, y: 1}\nc: &c {y: 2, z: 2}\na:\n  <<: [*b, *c]\n  x: 0').a, {
    x: 0,
    y: 1,
    z: 2,
  });
});

test('cuts a value that contains itself', () => {
  assert.deepEqual(valuesOf('a: &a [*a, x]'), { a: ['…', 'x'] });
  assert.deepEqual(valuesOf('a: &a {b: *a}'), { a: { b: '…' } });
  assert.deepEqual(valuesOf('a: &a {<<: *a}'), { a: { '<<': '…' } });
  assert.deepEqual(readStrictly('a: &a [*a]'), { value: { a: ['…'] } });
  assert.deepEqual(readWithJsYaml('a: &a [*a]'), { value: { a: ['…'] } });
});

test('a value that grows with each alias can be turned into text', () => {
  const lines = ['a0: &a0 [xxxxxxxx, xxxxxxxx, xxxxxxxx, xxxxxxxx]'];
  for (let at = 1; at < 12; at++)
    lines.push(
      `a${at}: &a${at} [${Array(9)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
    );
  const reading = readWithJsYaml(lines.join('\n'));
  assert.ok('value' in reading && JSON.stringify(reading.value).length < 100_000_000);
});

test('a chain of aliases longer than the stack is deep can be turned into text', () => {
  const lines = ['a0: &a0 [x]'];
  for (let at = 1; at < 20_000; at++) lines.push(`a${at}: &a${at} [*a${at - 1}]`);
  const last = lines.pop()!;
  const reading = readWithJsYaml(`{ ${lines.join(', ')}, ${last} }`.replaceAll('\n', ' '));
  if ('value' in reading) JSON.stringify((reading.value as Record<string, unknown>).a19999);
});

test('agrees with the library where that has a value', () => {
  for (const yaml of [
    'a: 1\nb: [x, {y: z}]\n? [k, {l: m}]\n: v\n? \n: null key\n1: one\n2024-01-01: date',
    '__proto__: {a: 1}\nconstructor: x',
    'a: &a {x: &x 1}\nb: *a\nc: [*x, *a]',
    'a: !!set {x, y}\nb: !!omap [x: 1, y: 2]\nc: !!binary aGk=\nd: !!timestamp 2024-01-01',
    '- a\n- [b]',
    'text',
    '',
  ]) {
    assert.deepEqual(readStrictly(yaml), { value: parseDocument(yaml).toJS() }, yaml);
  }
});

const hostile = {
  'a merge of a word in a mapping': 'metadata:\n  <<: x',
  'a merge of a list of numbers': 'metadata: {<<: [1]}',
  'a duplicate key that contains itself': 'description: &a [*a]\ndescription: d',
  'a key that is duplicated and contains itself': 'metadata: d\nmetadata: &a {b: *a}',
  'hooks that contain themselves': 'hooks: &a\n  Stop: *a',
  'tools in themselves': 'tools: &a [Read, *a]',
  'a mapping as a key': '? {a: b}\n: c\nmetadata: {? [x] : y}',
  'keys within keys': `metadata:\n  ${'? '.repeat(300)}x`,
  'an unknown tag': 'metadata: !x {<<: !y z}',
};
for (const [what, yaml] of Object.entries(hostile)) {
  for (const place of ['', 'name: a\ndescription: d\n']) {
    test(`every tool reads ${what}${place && ' after valid keys'} within two seconds`, () => {
      const text = `---\n${place}${yaml}\n---\nBody\n`;
      for (const { id } of dialects) {
        inTime(id, () => {
          const snapshot = snapshotOf(text, { dialect: id });
          diagnose(snapshot);
          JSON.stringify(snapshot.load.fields);
        });
      }
      for (const target of targetNames()) {
        inTime(target, () => {
          const claude = snapshotOf(text);
          diagnoseForAll(claude, readForTargets(claude, [target], {}));
        });
      }
    });
  }
}

function inTime(what: string, run: () => void): void {
  const passed = processorTime(run);
  assert.ok(passed < 2000, `${what}: ${passed} ms`);
}
