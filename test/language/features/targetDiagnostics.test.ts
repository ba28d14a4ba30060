import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleSettings } from '../../../server/src/language/features/diagnostics.ts';
import { diagnoseForAll } from '../../../server/src/language/features/targetDiagnostics.ts';
import { readForTargets } from '../../../server/src/language/features/targets.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

const header = '---\nname: writer\ndescription: Writes.\n';
const path = '.claude/agents/writer.md';

/** Diagnostics as lines `text under the squiggle: severity rule (targets) message`. */
function held(text: string, targets: readonly string[], rules: RuleSettings = {}): string[] {
  const snapshot = snapshotOf(text, { path });
  return diagnoseForAll(snapshot, readForTargets(snapshot, targets), rules).map(
    ({ range, severity, rule, targets: about, message }) =>
      `${text.slice(range.start, range.end)}: ${severity} ${rule.id} (${about ?? 'own'}) ${message}`,
  );
}

test('without targets there is what the own tool says, and nothing else', () => {
  assert.deepEqual(held(`${header}color: green\n---\nYou write.\n`, []), []);
  assert.equal(held(`${header}colour: green\n---\nYou write.\n`, []).length, 1);
});

test('what is right for the own tool and takes another down is one warning, which names the tools', () => {
  const [only, ...others] = held(`${header}color: green\n---\nYou write.\n`, ['kilo', 'opencode']);
  assert.deepEqual(others, []);
  assert.match(
    only!,
    /^green: warning useKnownColor \(opencode,kilo\) OpenCode 1\.\d+ does not start with this file; Kilo 7\.\d+ does not load this file: `color` must be /,
  );
});

test('tools that fail alike are named together', () => {
  const text = '---\ndescription: Writes.\nmode: agent\n---\nYou write.\n';
  const snapshot = snapshotOf(text, { path: '.kilo/agents/writer.md' });
  const readings = readForTargets(snapshot, ['opencode', 'claude']);
  const about = diagnoseForAll(snapshot, readings).map(({ rule, targets, severity }) => [
    rule.id,
    targets?.join() ?? 'own',
    severity,
  ]);
  assert.ok(about.some(([rule, tools]) => rule === 'useKnownValue' && tools === 'own'));
  assert.ok(about.some(([rule, tools]) => rule === 'useKnownValue' && tools === 'opencode'));
  assert.ok(about.some(([rule, tools]) => rule === 'useName' && tools === 'claude'));
  for (const [, tools, severity] of about) if (tools !== 'own') assert.notEqual(severity, 'error');
});

test('what another tool passes on or ignores is information', () => {
  const found = held(`${header}memory: user\n---\nYou write.\n`, ['opencode']);
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^memory: information noUnknownKey \(opencode\) .*OpenCode/);
});

test('what the own tool already says as loudly is not said again', () => {
  const colon = `---\nname: writer\ndescription: Use: this\n---\nYou write.\n`;
  assert.deepEqual(
    held(colon, ['opencode', 'kilo']).map(line => line.split(' ').slice(2, 5).join(' ')),
    ['warning useQuotedValue (own)'],
  );
});

test('a rule that is switched off is silent for every tool, and no setting makes another tool’s fault an error', () => {
  const text = `${header}color: green\n---\nYou write.\n`;
  assert.deepEqual(held(text, ['opencode'], { useKnownColor: 'off' }), []);
  assert.match(held(text, ['opencode'], { useKnownColor: 'error' })[0]!, /^green: warning /);
  assert.match(held(text, ['opencode'], { useKnownColor: 'hint' })[0]!, /^green: hint /);
});

test('a comment in the file silences the other tools, too', () => {
  const text = `${header}# agent-files-disable-next-line useKnownColor\ncolor: green\n---\nYou write.\n`;
  assert.deepEqual(held(text, ['opencode']), []);
});
