import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

const agents: Readonly<Record<string, string>> = {
  'claude-subagent': 'name: writer\ndescription: Writes.',
  'claude-plugin-agent': 'name: writer\ndescription: Writes.',
  'copilot-agent': 'name: writer\ndescription: Writes.',
  'opencode-agent': 'description: Writes.\nmode: subagent',
  'kilo-agent': 'description: Writes.\nmode: subagent',
  'qwen-agent': 'name: writer\ndescription: Writes.',
  'qoder-agent': 'name: writer\ndescription: Writes.',
  'kimi-agent': 'name: writer\ndescription: Writes.',
  'continue-agent': 'name: writer',
};

function severitiesOf(dialect: string, ...lines: readonly string[]): string[] {
  const text = `---\n${[agents[dialect], ...lines].join('\n')}\n---\nYou write texts.\n`;
  return diagnose(snapshotOf(text, { dialect })).map(({ severity, rule }) => `${severity} ${rule.id}`);
}

/** Keys of other tools that limit an agent, with a value that does. */
const limits = [
  'allowed-tools: [read]',
  'allowedTools: [read]',
  'disabled_tools: [bash]',
  'excluded-tools: [bash]',
  'denied_tools: [bash]',
  'permissions: {edit: deny}',
  'permissions:\n  - {action: edit, effect: deny}',
  'readonly: true',
  'read-only: true',
  'sandbox: read-only',
  'approval_policy: untrusted',
];
const limitsNothing = [
  'allowed-tools: []',
  'permissions: {edit: allow}',
  'readonly: false',
  'sandbox: danger-full-access',
];

for (const dialect of Object.keys(agents))
  test(`${dialect}: a key that was meant to limit the agent, and does not, is an error`, () => {
    for (const line of limits) {
      const [found, ...others] = severitiesOf(dialect, line);
      assert.match(found ?? '', /^error no(?:IneffectiveLimit|IgnoredKey)$/, line);
      assert.deepEqual(others, [], line);
    }
    for (const line of limitsNothing)
      for (const found of severitiesOf(dialect, line))
        assert.ok(!found.startsWith('error'), `${line}: ${found}`);
  });
