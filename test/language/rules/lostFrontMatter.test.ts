import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { applyChanges } from '../../../server/src/language/rules/edits/outcome.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

/** A file of each kind whose front matter counts: what it has, and how severe its loss is. */
const kinds: readonly (readonly [path: string, keys: string, severity: string])[] = [
  ['.claude/agents/writer.md', 'name: writer\ndescription: Writes texts.\ntools: Read', 'error'],
  ['.claude/agents/writer.md', 'description: Writes texts.\nname: writer', 'error'],
  ['.claude/skills/write/SKILL.md', 'name: write\ndescription: Writes texts.', 'warning'],
  ['.claude/rules/texts.md', 'paths: "docs/**"\ndescription: How we write.', 'warning'],
  ['.opencode/agents/writer.md', 'description: Writes.\npermission:\n  edit: deny\n  bash: ask', 'error'],
  ['.kilo/agents/writer.md', 'description: Writes.\nmode: subagent', 'error'],
  ['.github/agents/writer.agent.md', 'name: writer\ndescription: Writes texts.\ntools: [read]', 'error'],
  ['.github/prompts/write.prompt.md', 'description: Writes.\nagent: ask', 'warning'],
  ['.github/instructions/texts.instructions.md', 'description: How.\napplyTo: "docs/**"', 'warning'],
  ['.gemini/agents/writer.md', 'name: writer\ndescription: Writes texts.', 'error'],
  ['.qwen/agents/writer.md', 'name: writer\ndescription: Writes texts.', 'error'],
  ['.cursor/rules/texts.mdc', 'description: How we write.\nglobs: docs/**', 'warning'],
];

const body = 'You write the texts of this project.';

/** Ways to write front matter that tools do not find. */
const ways: Readonly<Record<string, (keys: string) => string>> = {
  'a key on the delimiter': keys => `---${keys}\n---\n\n${body}\n`,
  'two dashes': keys => `--\n${keys}\n--\n\n${body}\n`,
  'four dashes': keys => `----\n${keys}\n----\n\n${body}\n`,
  asterisks: keys => `***\n${keys}\n***\n\n${body}\n`,
  'an em dash': keys => `—\n${keys}\n—\n\n${body}\n`,
  'three em dashes': keys => `———\n${keys}\n———\n\n${body}\n`,
  underscores: keys => `___\n${keys}\n___\n\n${body}\n`,
  'equals signs': keys => `===\n${keys}\n===\n\n${body}\n`,
  'a code fence': keys => `\`\`\`yaml\n${keys}\n\`\`\`\n\n${body}\n`,
  'a code fence around it': keys => `\`\`\`yaml\n---\n${keys}\n---\n\`\`\`\n\n${body}\n`,
  'text above': keys => `# Writer\n\n---\n${keys}\n---\n\n${body}\n`,
  'a comment above': keys => `<!-- Writes. -->\n---\n${keys}\n---\n\n${body}\n`,
  'blank lines above': keys => `\n\n---\n${keys}\n---\n\n${body}\n`,
  'no delimiters': keys => `${keys}\n\n${body}\n`,
  'no opening delimiter': keys => `${keys}\n---\n\n${body}\n`,
};

for (const [path, keys, severity] of kinds)
  for (const [way, write] of Object.entries(ways))
    test(`${path} (${keys.split(':')[0]}): ${way} is one finding, and its fix makes the tool read the keys`, () => {
      const text = write(keys);
      const snapshot = snapshotOf(text, { path });
      const found = diagnose(snapshot).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      const first = found[0];
      assert.ok(first, `nothing said of\n${text}`);
      assert.equal(first.rule.id, 'useFrontMatter', text);
      assert.ok(severity === 'warning' || first.severity === 'error', `${first.severity}: ${first.message}`);
      assert.equal(found.length, 1, found.map(({ message }) => message).join('\n'));
      const [fix] = fixesOf(first);
      assert.ok(fix, `no fix for\n${text}`);
      const repaired = snapshotOf(applyChanges(text, fix.changes), { path });
      assert.deepEqual(
        diagnose(repaired)
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          .map(({ message }) => message),
        [],
        repaired.document.text,
      );
      assert.equal(
        repaired.load.description,
        snapshotOf(`---\n${keys}\n---\n\n${body}\n`, { path }).load.description,
      );
    });

const documents: Readonly<Record<string, string>> = {
  'a document with rules between sections':
    '# Release\n\nDo it without asking.\n\n---\n\n## Plan\n\nChecklist:\n- [ ] tag\n- [ ] notes\n\n---\n\n## Publish\n\nPush it.\n',
  'a document with bold lines': '# Notes\n\n***\n\n**Name**: the writer\n\n***\n',
  'a document that shows front matter':
    '# How to write an agent\n\nStart the file like this:\n\n```yaml\n---\nname: writer\ndescription: Writes.\n---\n```\n\nThen the prompt.\n',
  'a dialogue': '---\n\nUser: please\n\n---\n\nAgent: yes\n',
  'plain notes': 'What we agreed on.\n\n- tabs\n- no tests\n',
};

for (const [what, text] of Object.entries(documents))
  for (const path of [
    '.claude/agents/README.md',
    '.github/prompts/write.prompt.md',
    '.cursor/rules/texts.mdc',
  ])
    test(`${path}: ${what} is not front matter`, () => {
      const found = diagnose(snapshotOf(text, { path })).filter(({ rule }) => rule.id === 'useFrontMatter');
      assert.deepEqual(
        found.map(({ message }) => message),
        [],
      );
    });

const folders = ['.claude/agents', '.gemini/agents', '.qwen/agents', '.qoder/agents', '.kimi-code/agents'];

for (const folder of folders) {
  const saidOf = (text: string, name: string) =>
    diagnose(snapshotOf(text, { path: `${folder}/${name}` })).map(
      ({ severity, rule }) => `${severity} ${rule.id}`,
    );

  test(`${folder}: a prompt without front matter and an empty file are errors`, () => {
    for (const text of [
      'You review code.\n',
      '# Reviewer\n\nYou are a reviewer.\n',
      'Review the changes.\n',
      '',
    ])
      assert.deepEqual(saidOf(text, 'reviewer.md'), ['error useFrontMatter'], text);
  });

  test(`${folder}: a document without front matter is not reported`, () => {
    assert.deepEqual(saidOf('# Our agents\n\nYou are welcome to add some.\n', 'README.md'), []);
    assert.deepEqual(saidOf('# Conventions\n\n- tabs\n- You can use spaces.\n', 'style.md'), []);
    assert.deepEqual(saidOf('What we agreed on:\n\n- tabs\n', 'agreed.md'), []);
    assert.deepEqual(saidOf('You are all invited.\n', 'BASE-AGENT.md'), []);
  });
}

test('an agent of a plugin without front matter loses its description, which is a warning', () => {
  const saidOf = (text: string, name: string) =>
    diagnose(snapshotOf(text, { dialect: 'claude-plugin-agent', path: `agents/${name}` })).map(
      ({ severity, rule }) => `${severity} ${rule.id}`,
    );
  assert.deepEqual(saidOf('You review code.\n', 'reviewer.md'), ['warning useFrontMatter']);
  assert.deepEqual(saidOf('# Our agents\n', 'README.md'), []);
});

for (const path of [
  '.claude/agents/a.md',
  '.github/agents/a.agent.md',
  '.gemini/agents/a.md',
  '.qwen/agents/a.md',
])
  test(`${path}: keys in another case are errors at the keys, and renaming them repairs the file`, () => {
    let text = '---\nName: writer\nDescription: Writes texts.\n---\nYou write the texts.\n';
    const found = diagnose(snapshotOf(text, { path }));
    assert.deepEqual(
      found.map(({ range }) => text.slice(range.start, range.end)),
      ['Name', 'Description'],
    );
    assert.equal(found[1]!.severity, 'error');
    for (let round = 0; round < 2; round++) {
      const [first] = diagnose(snapshotOf(text, { path }));
      text = applyChanges(text, fixesOf(first!)[0]!.changes);
    }
    assert.deepEqual(diagnose(snapshotOf(text, { path })), []);
  });
