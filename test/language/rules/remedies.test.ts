import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { withText } from '../../../server/src/language/snapshot.ts';
import { checkFix, type Place, snapshotOf } from '../../support/diagnostics.ts';

const claude = (lines: string) => `---\nname: writer\ndescription: Writes.\n${lines}\n---\nYou write.\n`;
const gemini = { path: '.gemini/agents/agent.md' };

const values: Readonly<Record<string, readonly [before: string, after: string, place?: Place]>> = {
  'a color name becomes the one that looks most like it': ['color: magenta', 'color: purple'],
  'a color code becomes the name that looks most like it': ['color: "#00ccff"', 'color: "cyan"'],
  'a misspelled mode becomes the nearest': ['permissionMode: acceptAll', 'permissionMode: acceptEdits'],
  'a number below the range becomes the least': ['maxTurns: -3', 'maxTurns: 1'],
  'a fraction is rounded': ['max_turns: 2.4', 'max_turns: 2', gemini],
  'a number in words is replaced by its digits': ['max_turns: 12 turns', 'max_turns: 12', gemini],
  'a number that must be a string gets quotes': [
    'model: 5',
    'model: "5"',
    { path: '.continue/agents/agent.md' },
  ],
  'a list that must be a string becomes one': [
    'tools:\n  - Read\n  - Bash',
    'tools: Read, Bash',
    { path: '.continue/agents/agent.md' },
  ],
};

for (const [what, [before, after, place]] of Object.entries(values)) {
  test(what, () => {
    checkFix(claude(before), claude(after), place);
  });
}

test('no key that limits the agent is offered for removal because its value is wrong', () => {
  for (const line of ['permissionMode: wild', 'tools: 5', 'disallowedTools: 5']) {
    const titles = diagnose(snapshotOf(claude(line)))
      .flatMap(diagnostic => fixesOf(diagnostic))
      .map(({ title }) => title);
    assert.deepEqual(
      titles.filter(title => title.startsWith('Remove')),
      [],
      line,
    );
  }
});

test('a mapping that is not valid YAML is never made text', () => {
  const text = '---\ndescription: Reads.\npermission:\n  *: deny\n  read: allow\n---\nYou read.\n';
  for (const { title } of diagnose(snapshotOf(text, { dialect: 'opencode-agent' })).flatMap(diagnostic =>
    fixesOf(diagnostic),
  ))
    assert.doesNotMatch(title, /permission/);
});

test('a duplicate takes the name of its file where that is free', () => {
  const place = {
    path: '.claude/agents/writer.md',
    rule: 'noDuplicateName',
    others: { '.claude/agents/author.md': '---\nname: scribe\ndescription: Writes.\n---\nYou write.\n' },
  };
  const agent = (name: string) => `---\nname: ${name}\ndescription: Writes too.\n---\nYou write.\n`;
  assert.equal(
    checkFix(agent('scribe'), agent('writer'), place).title,
    'Rename to `writer`, the file’s name',
  );

  const taken = { ...place.others, '.claude/agents/b.md': agent('writer') };
  const duplicate = diagnose(snapshotOf(agent('scribe'), { ...place, others: taken })).find(
    ({ rule }) => rule.id === 'noDuplicateName',
  );
  assert.deepEqual(fixesOf(duplicate!), []);
});

test('an import leads to the file of the same name, wherever that lies', () => {
  const place = { path: 'CLAUDE.md', others: { 'docs/a/style.md': '# Style', 'x.md': 'x' } };
  checkFix('See @docs/a/style.md and @style.md\n', 'See @docs/a/style.md and @docs/a/style.md\n', place);
  checkFix('See @docs/gone.md\n', 'See `@docs/gone.md`\n', { path: 'CLAUDE.md' });
});

const notLoaded: Readonly<Record<string, readonly [text: string, place: Place]>> = {
  'without front matter': ['You write release notes. Be brief.\n', gemini],
  'with empty front matter': ['---\n---\nYou write release notes.\n', gemini],
  'with text before its front matter': [
    '<!-- hi -->\n---\nname: a\ndescription: A.\n---\nYou write.\n',
    gemini,
  ],
  'with TOML': ['+++\nname = "a"\ndescription = "Writes."\n+++\nYou write.\n', {}],
  'with lone carriage returns': ['---\rname: a\rdescription: Writes.\r---\rYou write.\r', {}],
  'without a prompt': [
    '---\nname: writer\ndescription: Writes release notes for users.\n---\n',
    { path: '.kimi-code/agents/writer.md' },
  ],
  'without a required key': ['---\nkind: remote\nname: reviewer\ndescription: R.\n---\n', gemini],
};

for (const [what, [text, place]] of Object.entries(notLoaded)) {
  test(`a file ${what} loads after a fix`, () => {
    const snapshot = snapshotOf(text, place);
    assert.ok(!snapshot.load.loads);
    const fixed = diagnose(snapshot)
      .flatMap(diagnostic => fixesOf(diagnostic))
      .map(fix => withText(snapshot, applyFix(text, fix)).load.loads);
    assert.ok(
      fixed.includes(true),
      diagnose(snapshot)
        .map(({ message }) => message)
        .join('\n'),
    );
  });
}

test('quotes a hint in brackets as it is written, and does not do so by itself', () => {
  const text = '---\ndescription: Deploys.\nargument-hint: [env]\n---\nDeploy it.\n';
  const snapshot = snapshotOf(text, { dialect: 'claude-command' });
  const fixes = diagnose(snapshot).flatMap(diagnostic => fixesOf(diagnostic));
  assert.deepEqual(
    fixes.map(fix => [fix.safe, applyFix(text, fix).split('\n')[2]]),
    [[false, 'argument-hint: "[env]"']],
  );
});
