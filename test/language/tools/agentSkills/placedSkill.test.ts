import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../../server/src/language/features/diagnostics.ts';
import { diagnoseForAll } from '../../../../server/src/language/features/targetDiagnostics.ts';
import { readForTargets } from '../../../../server/src/language/features/targets.ts';
import type { Severity } from '../../../../server/src/language/severity.ts';
import { snapshotOf } from '../../../support/diagnostics.ts';

/** The messages of a skill, of one severity or all. */
function messagesIn(path: string, text: string, severity?: Severity): string[] {
  return diagnose(snapshotOf(text, { path }))
    .filter(found => severity === undefined || found.severity === severity)
    .map(({ message }) => message);
}

/** The sentence of each error that says which tools do not load a skill. */
function lossesIn(path: string, text: string): string[] {
  return messagesIn(path, text, 'error').map(
    message => /[^.]*\bnot load the skill/.exec(message)?.[0].trim() ?? message,
  );
}

const skill = (...lines: string[]) => `---\n${lines.map(line => `${line}\n`).join('')}---\nDo it.\n`;
const [name, description] = ['name: pdf', 'description: Reads PDF files.'];

test('a skill is an error only for the tools that read its folder and drop it, and names them', () => {
  const colon = skill(name, 'description: Use it: when asked.');
  assert.deepEqual(lossesIn('.agents/skills/pdf/SKILL.md', colon), ['Copilot CLI does not load the skill']);
  assert.deepEqual(lossesIn('.codex/skills/pdf/SKILL.md', colon), []);
  assert.deepEqual(lossesIn('.github/skills/pdf/SKILL.md', colon), [
    'Copilot CLI silently does not load the skill',
  ]);
  const unnamed = skill(description);
  assert.deepEqual(lossesIn('.agents/skills/pdf/SKILL.md', unnamed), [
    'OpenCode and Gemini CLI do not load the skill',
  ]);
  assert.deepEqual(lossesIn('.codex/skills/pdf/SKILL.md', unnamed), []);
  const hinted = skill(name, description, 'argument-hint: [file]');
  assert.deepEqual(lossesIn('.agents/skills/pdf/SKILL.md', hinted), ['Copilot CLI does not load the skill']);
  assert.deepEqual(lossesIn('.gemini/skills/pdf/SKILL.md', hinted), []);
});

test('what only the reference validator rejects is at most information', () => {
  for (const line of [
    'allowed-tools: [Read]',
    'version: 1',
    'license: [MIT]',
    'metadata: {a: b}',
    'license: a --- b',
  ]) {
    for (const severity of ['error', 'warning'] as const)
      assert.deepEqual(
        messagesIn('.agents/skills/pdf/SKILL.md', skill(name, description, line), severity),
        [],
        line,
      );
  }
  assert.deepEqual(messagesIn('.agents/skills/reader/SKILL.md', skill(name, description), 'warning'), []);
});

test('a skill that no recorded tool reads in place is a warning if half of them drop it, and never an error', () => {
  for (const [severity, ...lines] of [
    ['warning', description],
    ['warning', name],
    ['warning', name, 'description: @a'],
    ['warning', `${name}\n${name}`, description],
    ['information', name, 'description: a: b'],
    ['information', name, description, 'disable-model-invocation: "true"'],
  ] as const) {
    const said = (['error', 'warning', 'information'] as const).map(
      each => messagesIn('skills/pdf/SKILL.md', skill(...lines), each).length > 0,
    );
    assert.deepEqual(said.slice(0, 2), [false, severity === 'warning'], lines.join());
    assert.ok(said[1] || said[2], lines.join());
  }
});

test('nobody is told to move a limit to where no tool reads it', () => {
  for (const key of [
    'disable-model-invocation',
    'user-invocable',
    'disallowed-tools',
    'readonly',
    'max-turns',
  ]) {
    const value = key === 'max-turns' ? '5' : key === 'disallowed-tools' ? 'Bash' : 'true';
    for (const path of ['.agents/skills/pdf/SKILL.md', '.codex/skills/pdf/SKILL.md', 'skills/pdf/SKILL.md']) {
      const said = messagesIn(path, skill(name, description, `${key}: ${value}`));
      assert.ok(!said.some(text => text.includes('`metadata`')), `${key}: ${said.join(' | ')}`);
    }
  }
  assert.ok(
    messagesIn('.agents/skills/pdf/SKILL.md', skill(name, description, 'team: docs')).some(text =>
      text.includes('under `metadata`'),
    ),
  );
});

test('folders named skills above the folder of skills do not matter', () => {
  const path = 'skills/kit/.agents/skills/pdf/SKILL.md';
  assert.deepEqual(messagesIn(path, skill(name, description)), []);
});

test('what the tools of the place do is said once, and what others do by their own loaders', () => {
  const said = (path: string) => {
    const snapshot = snapshotOf(skill(name, 'description: Use it: when asked.'), { path });
    const readings = readForTargets(snapshot, ['codex', 'opencode', 'copilot-cli', 'gemini']);
    return diagnoseForAll(snapshot, readings).map(({ severity, message, targets }) => [
      severity,
      targets?.join(),
      /(?:Codex|Copilot CLI)[^.]*(?:\.\d[^.]*)*/.exec(message)?.[0],
    ]);
  };
  const repaired = 'repair the line by reading the value as a string';
  assert.deepEqual(said('.agents/skills/pdf/SKILL.md'), [
    ['information', 'codex,opencode,gemini', `Codex 0.169, OpenCode 1.18, and Gemini CLI 0.61 ${repaired}`],
    ['error', undefined, 'Copilot CLI does not load the skill'],
  ]);
  assert.deepEqual(
    said('.codex/skills/pdf/SKILL.md')
      .map(([severity, targets]) => [severity, targets])
      .sort(),
    [
      ['information', undefined],
      ['warning', 'copilot-cli'],
    ],
  );
});

test('OpenHands and Mistral Vibe drop skills by their own rules, in their own folders', () => {
  const lost = (folder: string, ...lines: string[]) =>
    lossesIn(`${folder}/skills/pdf/SKILL.md`, skill(...lines));
  for (const [lines, openHands, vibe] of [
    [['name: other', description], true, false],
    [['name: PDF', description], true, true],
    [[description], false, true],
    [[name], false, true],
    [[name, 'description: yes'], true, true],
    [[name, `description: ${'x'.repeat(1025)}`], false, true],
    [[name, description, 'license: 5'], true, true],
    [[name, description, 'allowed-tools: [Read]'], false, false],
    [[name, description, 'allowed-tools: [5]'], false, true],
    [[name, description, 'triggers: pdf'], true, false],
    [[name, description, 'user-invocable: sometimes'], false, true],
    [[name, description, 'disable-model-invocation: "true"'], false, false],
    [[name, description, 'content: text'], true, false],
    [[name, description, '1: text'], true, false],
    [[name, 'description:\tReads PDF files.'], false, true],
    [[name, 'created: 2024-13-01', description], true, true],
  ] as const) {
    assert.equal(lost('.openhands', ...lines).length > 0, openHands, lines.join());
    assert.equal(lost('.vibe', ...lines).length > 0, vibe, lines.join());
  }
  assert.deepEqual(lost('.agents', 'name: other', description), []);
  const builtIn = messagesIn('.vibe/skills/vibe/SKILL.md', skill('name: vibe', description), 'error');
  assert.match(builtIn.join(), /Mistral Vibe uses its own skill of that name instead/);
});
