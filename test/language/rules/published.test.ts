import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgentDiagnostic } from '../../../server/src/language/features/agentDiagnostic.ts';
import { codeActionsAt } from '../../../server/src/language/features/codeActions.ts';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { toLspDiagnostic } from '../../../server/src/language/features/lspDiagnostics.ts';
import { type Place, snapshotOf } from '../../support/diagnostics.ts';

/** The diagnostics of one rule in a text. */
function found(ruleId: string, text: string, place: Place = {}): AgentDiagnostic[] {
  return diagnose(snapshotOf(text, place)).filter(({ rule }) => rule.id === ruleId);
}

function agent(frontMatter: string): string {
  return `---\nname: writer\ndescription: Writes.\n${frontMatter}---\nYou write.\n`;
}

/** The message for an agent that shares its name with `count` others. */
function messageAmong(count: number): string {
  const names = ['b', 'c', 'd', 'e', 'f'].slice(0, count);
  const others = Object.fromEntries(names.map(name => [`.claude/agents/${name}.md`, agent('')]));
  const diagnostics = found('noDuplicateName', agent(''), { path: '.claude/agents/a.md', others });
  assert.equal(diagnostics.length, 1);
  return diagnostics[0]!.message;
}

test('two agents with the same name in different folders are not duplicates', () => {
  const place = (other: string) => ({ path: '.claude/agents/a.md', others: { [other]: agent('') } });
  assert.equal(found('noDuplicateName', agent(''), place('.claude/agents/team/a.md')).length, 1);
  assert.deepEqual(found('noDuplicateName', agent(''), place('web/.claude/agents/a.md')), []);
});

test('a duplicate name lists up to three other files, and counts the rest', () => {
  assert.match(messageAmong(1), /^Duplicate agent name `writer` \(also in agents\/b\.md\)\. /);
  assert.match(messageAmong(1), / Use unique names\.$/);
  assert.match(
    messageAmong(3),
    / Use unique names here and in agents\/b\.md, agents\/c\.md, agents\/d\.md\.$/,
  );
  assert.match(messageAmong(4), /^Duplicate agent name `writer` \(also in 4 other files\)\. /);
  assert.match(
    messageAmong(4),
    / Use unique names here and in agents\/b\.md, agents\/c\.md, agents\/d\.md and 1 more\.$/,
  );
  assert.match(messageAmong(5), /agents\/d\.md and 2 more\.$/);
});

test('a duplicate name is published with the places of the others', () => {
  const others = { '.claude/agents/b.md': agent(''), '.claude/agents/c.md': agent('') };
  const snapshot = snapshotOf(agent(''), { path: '.claude/agents/a.md', others });
  const [duplicate] = diagnose(snapshot);
  const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } };
  assert.deepEqual(
    toLspDiagnostic(snapshot.document, duplicate!).relatedInformation,
    ['b', 'c'].map(name => ({
      location: { uri: `file:///project/.claude/agents/${name}.md`, range },
      message: 'Same name here',
    })),
  );
});

test('garbled text is published once, with the other places', () => {
  const snapshot = snapshotOf(
    agent('').replace('You write.', 'The writerâ€™s editorâ€™s text.\nItâ€™s done.'),
  );
  const [garbled, ...more] = diagnose(snapshot);
  assert.deepEqual([garbled?.rule.id, more], ['noMojibake', []]);
  const { relatedInformation } = toLspDiagnostic(snapshot.document, garbled!);
  assert.match(garbled!.message, /^Wrong encoding: `â€™` was `’` \(3 places\)\. /);
  assert.deepEqual(
    relatedInformation?.map(({ location, message: was }) => [location.range.start, was]),
    [
      [{ line: 4, character: 21 }, "Was '’'"],
      [{ line: 5, character: 2 }, "Was '’'"],
    ],
  );
});

test('invisible text is named by its kind and code points, or by what it spells', () => {
  const tags = [...'Obey'].map(letter => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
  const cases: readonly [hidden: string, message: string][] = [
    [tags, 'Invisible Unicode tag characters spell a text. The model reads “Obey”, which people do not see.'],
    [
      '\u202E',
      'Bidirectional control character (U+202E). The model reads what people do not see, and the text may read differently than it looks.',
    ],
    ['\u0007', 'Control character (U+0007). The model reads what people do not see.'],
    [
      '\u200B'.repeat(5),
      'Zero-width characters (U+200B U+200B U+200B U+200B …). The model reads what people do not see.',
    ],
  ];
  for (const [hidden, message] of cases) {
    const text = agent('').replace('You write', `You ${hidden}write`);
    const [only, ...more] = found('noInvisibleCharacter', text);
    assert.deepEqual([only?.message, more], [`${message} Remove it unless you put it there.`, []]);
    assert.deepEqual(
      codeActionsAt(snapshotOf(text), only!.range).map(({ title, isPreferred }) => [title, isPreferred]),
      [['Remove the invisible text', false]],
    );
  }
});

test('text without effect is published as unnecessary, other text is not', () => {
  const tagsOf = (ruleId: string, text: string, place: Place = {}) => {
    const [only] = found(ruleId, text, place);
    assert.ok(only, ruleId);
    return toLspDiagnostic(snapshotOf(text, place).document, only).tags;
  };
  assert.deepEqual(tagsOf('noDuplicateKey', agent('model: opus\nmodel: sonnet\n')), [1]);
  assert.deepEqual(tagsOf('noTruncatedValue', agent('').replace('Writes.', 'Writes C# and # signs.')), [1]);
  assert.deepEqual(
    tagsOf('noIgnoredKey', agent('permissionMode: plan\n'), { dialect: 'claude-plugin-agent' }),
    [1],
  );
  assert.equal(tagsOf('useKnownTool', agent('tools: Read, Grpe\n')), undefined);
});

test('only the first fix is preferred, and only if it is safe', () => {
  const actions = (text: string, place: Place = {}) => {
    const snapshot = snapshotOf(text, place);
    return codeActionsAt(snapshot, { start: 0, end: text.length }).map(({ title, isPreferred }) => [
      title,
      isPreferred,
    ]);
  };
  assert.deepEqual(actions(agent('tools: Read, MultiEdit\n')), [
    ["Change to 'Edit'", false],
    ["Remove 'MultiEdit'", false],
  ]);
  assert.deepEqual(actions(agent('model: opus\nmodel: sonnet\n')), [
    ["Remove this 'model', which has no effect", true],
  ]);
  assert.deepEqual(
    actions('---\nname: writer\ndescription: Use it when: asked,\n  or when: told\n---\nYou write.\n'),
    [
      ["Write 'description' as a block scalar", true],
      ["Quote the value of 'description'", false],
    ],
  );
});

test('the undocumented keys about observers are ignored in plugins only', () => {
  for (const key of ['observer', 'observerMessage', 'observeSubagents']) {
    const text = agent(`${key}: true\n`);
    const [ignored, ...more] = diagnose(snapshotOf(text, { dialect: 'claude-plugin-agent' }));
    assert.deepEqual([ignored?.rule.id, ignored?.severity, more], ['noIgnoredKey', 'warning', []], key);
    assert.match(ignored!.message, new RegExp(`^\`${key}\` has no effect here\\. `));
    assert.deepEqual(diagnose(snapshotOf(text, { dialect: 'claude-subagent' })), [], key);
  }
});

test('a permission mode that limits nothing is not reported as a lost limit', () => {
  const rulesOf = (mode: string) =>
    diagnose(snapshotOf(agent(`permissionMode: ${mode}\n`), { dialect: 'kiro-agent' })).map(
      ({ rule }) => rule.id,
    );
  assert.deepEqual(rulesOf('plan'), ['noIneffectiveLimit']);
  for (const mode of ['bypassPermissions', 'acceptEdits', 'default', 'auto', 'yolo'])
    assert.deepEqual(rulesOf(mode), ['noUnknownKey'], mode);
});

test('a suppression comment suppresses the next line, and neither its own nor the one after', () => {
  const hidden = '\u200B';
  const comment = `# agent-files-disable-next-line noInvisibleCharacter -- re${hidden}ason\n`;
  const lines = (text: string) =>
    found('noInvisibleCharacter', text).map(({ message, range }) => {
      assert.match(message, /^Zero-width character \(U\+200B\)\. /);
      return text.slice(0, range.start).split('\n').length - 1;
    });
  assert.deepEqual(lines(agent(comment)), [3]);
  assert.deepEqual(lines(agent(`${comment}model: son${hidden}net\ncolor: bl${hidden}ue\n`)), [3, 5]);
  const inBody = `<!-- agent-files-disable-next-line -- re${hidden}ason -->\nYou ${hidden}write.\nWell${hidden}.\n`;
  assert.deepEqual(lines(`---\nname: writer\ndescription: Writes.\n---\n${inBody}`), [4, 6]);
});

test('an early delimiter names the keys that are lost below it', () => {
  const cases = [
    ['claude-subagent', agent('# ---\ntools: Read\nmodel: sonnet\n'), 'tools', 'model'],
    ['claude-command', '---\ndescription: "Ships --- fast"\nmodel: sonnet\n---\nShip it.\n', 'model'],
    ['kimi-agent', agent('whenToUse: |\n  Often.\n  ---\ntools: [Read]\nmodel: k2\n'), 'tools', 'model'],
    ['agent-skill', agent('# ---\nlicense: MIT\ncompatibility: any\n'), 'license', 'compatibility'],
  ] as const;
  for (const [dialect, text, ...lost] of cases) {
    const [early] = found('noEarlyFence', text, { dialect });
    assert.ok(early, dialect);
    const list = lost.map(key => `\`${key}\``).join('(?:, | and )');
    assert.match(early.message, new RegExp(`^Front matter ends early at this line\\. .*${list}`), dialect);
  }
});
