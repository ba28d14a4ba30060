import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claudeHookEvents } from '../../../../server/src/language/tools/claudeCode/hookEvents.ts';
import { isPlausibleClaudeModel } from '../../../../server/src/language/tools/claudeCode/models.ts';
import { claudeTools, deadClaudeTools } from '../../../../server/src/language/tools/claudeCode/tools.ts';
import { defaultClaudeTools } from './defaultTools.ts';

const names = new Set(claudeTools.map(({ value }) => value));
const known = new Set(claudeTools.flatMap(({ value, aliases = [] }) => [value, ...aliases]));

test('a dead tool is not a current tool, and its replacement is one', () => {
  for (const { value, replacement } of deadClaudeTools) {
    assert.ok(!known.has(value), value);
    assert.ok(replacement === undefined || names.has(replacement), value);
  }
});

test('the default tools have the current names of tools', () => {
  for (const name of defaultClaudeTools) assert.ok(names.has(name), name);
});

test('a tool explains why a subagent never has it, or when', () => {
  for (const { value, availability, unavailable, remark, hidden, shadowedBy } of claudeTools) {
    if (availability !== 'off') assert.equal(unavailable !== undefined, availability === 'never', value);
    else assert.ok(unavailable ?? remark, value);
    if (availability === 'planMode' || (availability === 'foreground' && !hidden)) assert.ok(remark, value);
    if (shadowedBy !== undefined) assert.ok(names.has(shadowedBy) && remark, value);
  }
});

test('three of the 34 hook events can prevent an agent from loading', () => {
  assert.equal(claudeHookEvents.length, 34);
  const fatal = claudeHookEvents.filter(event => event.fatal).map(({ value }) => value);
  assert.deepEqual(fatal.sort(), ['PermissionRequest', 'PreSkillShellCommand', 'PreToolUse']);
});

test('the events without a matcher are those in the documentation', () => {
  const without = claudeHookEvents.filter(({ matches }) => matches === undefined).map(({ value }) => value);
  assert.deepEqual(without.sort(), [
    'CwdChanged',
    'MessageDisplay',
    'PostToolBatch',
    'Stop',
    'TaskCompleted',
    'TaskCreated',
    'TeammateIdle',
    'UserPromptSubmit',
    'WorktreeCreate',
    'WorktreeRemove',
  ]);
});

const models: [model: string, plausible: boolean][] = [
  ['sonnet', true],
  ['Opus', true],
  [' haiku ', true],
  ['opus[1m]', true],
  ['claude-opus-5-5', true],
  ['claude-sonnet-4-20250514', true],
  ['us.anthropic.claude-sonnet-5-5-v1:0', true],
  ['arn:aws:bedrock:us-east-1:1:inference-profile/x', true],
  ['claude-opus-4@20250514', true],
  ['anthropic/claude-opus-5-5', true],
  ['gpt-4', false],
  ['sonnet-5', false],
  ['mythos', false],
  ['default', false],
  ['', false],
];

for (const [model, plausible] of models) {
  test(`"${model}" is ${plausible ? '' : 'not '}a plausible model`, () =>
    assert.equal(isPlausibleClaudeModel(model), plausible));
}
