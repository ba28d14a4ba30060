import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  kiloAgent,
  kiloCommand,
  kiloMode,
  kiloWorkflow,
} from '../../../../server/src/language/tools/kilo/loader.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

const agent = (lines: string) => `---\ndescription: Reviews code.\n${lines}\n---\nYou review.\n`;
const issues = (lines: string) => issueLines(kiloAgent, agent(lines), '.kilo/agents/x.md');

test('rejects only the file with an invalid value', () => {
  assert.deepEqual(issues('color: green'), ['value.color rejected «green» {"suggestion":"\\"#22c55e\\""}']);
  assert.deepEqual(issues('tools:'), ['value.null rejected «tools»']);
});

test('reads null as "not set" in some fields', () => {
  assert.deepEqual(issues('model:\ntemperature:\ntop_p:\nsteps:\npermission:\n  edit:'), []);
  assert.deepEqual(load(kiloAgent, agent('permission:'), '.kilo/agents/x.md').fields.permission, {
    '*': null,
  });
});

test('converts a name of another type to a string', () => {
  assert.deepEqual(issues('name: 42'), ['name.invalid noted «42» {"expected":["string"]}']);
  assert.equal(load(kiloAgent, agent('name: 42'), '.kilo/agents/x.md').name, '42');
});

test('does not repair a value that continues on the next line', () => {
  const text = '---\ndescription: first: line\n  second line\n---\nx\n';
  const result = load(kiloAgent, text, '.kilo/agents/x.md');
  assert.equal(result.loads, false);
  assert.deepEqual(
    result.issues.map(({ code, effect }) => `${code} ${effect}`),
    ['yaml.invalid rejected'],
  );
  const repaired = load(kiloAgent, '---\ndescription: say "a: b" and \\n\n---\nx', '.kilo/agents/x.md');
  assert.equal(repaired.description, 'say "a: b" and \\n');
});

test('rejects a project’s file that refers to the environment', () => {
  const text = '---\ndescription: d\n---\nHome is {env:HOME}.\n';
  assert.deepEqual(issueLines(kiloAgent, text, '.kilo/agents/x.md'), [
    'body.placeholder rejected «{env:HOME}»',
  ]);
  assert.equal(load(kiloAgent, text, '.kilo/agents/x.md').loads, false);
  assert.equal(load(kiloAgent, text.replace('{env', '${env'), '.kilo/agents/x.md').loads, true);
  assert.equal(load(kiloCommand, text, '.kilo/commands/x.md').loads, false);
});

test('loads a workflow as a command without front matter', () => {
  const text = '---\ndescription: d\n---\n# Ship\n\nShip it.\n';
  const result = load(kiloWorkflow, text, '.kilo/workflows/ship.md');
  assert.equal(result.description, 'Ship it.');
  assert.equal(result.fields.template, text.trim());
  assert.deepEqual(issueLines(kiloWorkflow, text, '.kilo/workflows/ship.md'), [
    'frontMatter.lost ignored «---»',
  ]);
});

test('reports nothing about the content of a workflow', () => {
  const text = '# Ship\n\nHome is {env:HOME}.\n';
  assert.deepEqual(issueLines(kiloWorkflow, text, '.kilo/workflows/ship.md'), []);
  assert.equal(load(kiloWorkflow, text, '.kilo/workflows/team/ship.md').loads, false);
});

test('reads only files in its own folders, not in those of OpenCode', () => {
  const loads = (path: string) => load(kiloAgent, agent(''), path).loads;
  assert.deepEqual(
    [
      '.kilocode/agent/x.md',
      '/home/me/.config/kilo/agents/x.md',
      '.opencode/agents/x.md',
      '.kilo/modes/x.md',
    ].map(loads),
    [true, true, false, false],
  );
  assert.equal(load(kiloMode, agent(''), '.kilo/modes/x.md').fields.mode, 'primary');
});
