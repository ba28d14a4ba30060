import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const skill = (description: string, keys = '') => `---\ndescription: ${description}\n${keys}---\nDo it.\n`;

/** A project with so many skills of 400 characters. */
const many = (count: number, others: Readonly<Record<string, string>> = {}) =>
  project({
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `.claude/skills/k${String(at).padStart(2, '0')}/SKILL.md`,
        skill('d'.repeat(400)),
      ]),
    ),
    ...others,
  });

interface Budget {
  readonly tool: string;
  readonly model: string;
  readonly budget: number;
  readonly total: number;
  readonly entries: readonly {
    readonly path: string;
    readonly name: string;
    readonly sent: string;
    readonly line: string;
    readonly size: number;
  }[];
}

async function budget(cwd: string, ...args: string[]): Promise<Budget & { code: number }> {
  const { code, out } = await run(cwd, ['budget', '--format', 'json', ...args]);
  return { ...(JSON.parse(out) as Budget), code };
}

const described = ({ entries }: Budget) => entries.filter(({ sent }) => sent !== 'nameOnly').length;

test('budget shows how many descriptions a model is given, and exits with code 1 when one is dropped', async () => {
  const cwd = many(60);
  const older = await budget(cwd, '--model', 'claude-sonnet-4-5');
  assert.deepEqual([older.code, older.budget, described(older)], [1, 8000, 3]);
  assert.deepEqual(older.entries[0], {
    path: '.claude/skills/k00/SKILL.md',
    name: 'k00',
    sent: 'whole',
    line: `- k00: ${'d'.repeat(400)}`,
    size: 407,
  });
  assert.deepEqual([older.entries[3]!.sent, older.entries[3]!.line], ['nameOnly', '- k03']);
  const alone = await budget(cwd, '--model', 'claude-sonnet-4-5', '--without-bundled', '--budget', '100000');
  assert.deepEqual([alone.code, alone.tool, alone.budget, described(alone)], [0, 'claude', 100000, 60]);
  assert.equal(alone.total, 60 * 407 + 275 + 60);
});

test('budget counts commands and plugins, and leaves out what the model cannot call', async () => {
  const cwd = project({
    '.claude/skills/b/SKILL.md': skill('x'.repeat(1600)),
    '.claude/skills/a10/SKILL.md': skill('Ten.'),
    '.claude/skills/a9/SKILL.md': skill('Nine <now>.', 'when_to_use: Always.\n'),
    '.claude/skills/manual/SKILL.md': skill('Hidden.', 'disable-model-invocation: true\n'),
    '.claude/skills/some/SKILL.md': skill('Some.', 'paths: "src/*.ts"\n'),
    '.claude/commands/git/tag.md': 'Tags a release.\n',
    'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
    'kit/skills/p 1/SKILL.md': skill('Packs.'),
    'kit/commands/silent.md': 'Says nothing of itself.\n',
  });
  const { code, entries } = await budget(cwd);
  assert.equal(code, 0);
  assert.deepEqual(
    entries.map(({ sent, line }) => [sent, line.slice(0, 60)]),
    [
      ['whole', '- a10: Ten.'],
      ['whole', '- a9: Nine &lt;now&gt;. - Always.'],
      ['cut', `- b: ${'x'.repeat(55)}`],
      ['whole', '- git:tag: Tags a release.'],
      ['whole', '- kit:p-1: Packs.'],
    ],
  );
  assert.equal(entries[2]!.line.length, '- b: '.length + 1536);
  assert.ok(entries[2]!.line.endsWith('x…'));
});

test('budget respects the settings of the project', async () => {
  const settings = {
    skillListingMaxDescChars: 100,
    skillListingBudgetFraction: 0.5,
    skillOverrides: { k00: 'off', k01: 'name-only' },
  };
  const cwd = many(60, { '.claude/settings.json': JSON.stringify(settings) });
  const { code, budget: limit, entries } = await budget(cwd, '--model', 'claude-sonnet-4-5');
  assert.deepEqual([code, limit, entries.length], [0, 400_000, 59]);
  assert.deepEqual(
    entries.slice(0, 2).map(({ name, sent }) => [name, sent]),
    [
      ['k01', 'nameOnly'],
      ['k02', 'cut'],
    ],
  );
  const off = many(3, { '.claude/settings.json': '{"permissions": {"deny": ["Skill"]}}' });
  assert.deepEqual((await budget(off)).entries, []);
});

test('budget prints a table, and what would make the descriptions fit', async () => {
  const { code, out } = await run(many(60), ['budget', '--model', 'claude-sonnet-4-5']);
  assert.equal(code, 1);
  assert.match(out, /^sent +columns +name +file\nwhole +407 +k00 +\.claude\/skills\/k00\/SKILL\.md\n/);
  assert.match(out, /\nname only +407 +k59 /);
  assert.match(out, /\nClaude Code, claude-sonnet-4-5: 30,688 columns in all, limit 8,000 columns\.\n/);
  assert.match(out, /\n57 of 60 descriptions do not fit\. Shorten descriptions by 22,688 columns, or set /);
  const none = await run(project(), ['budget']);
  assert.deepEqual(
    [none.code, none.out],
    [0, 'No skills or commands that Claude Code lists for the model.\n'],
  );
  const missing = await run(project(), ['budget', 'nowhere']);
  assert.deepEqual([missing.code, missing.err], [2, 'No such folder: nowhere.\n']);
});

test('budget --for codex gives each description as many characters as fit in turn', async () => {
  const cwd = project({
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `.agents/skills/k${at}/SKILL.md`,
        `---\nname: k${at}\ndescription: ${'d'.repeat(400)}\n---\nDo it.\n`,
      ]),
    ),
    '.agents/skills/manual/SKILL.md': '---\nname: manual\ndescription: By hand.\n---\nDo it.\n',
    '.agents/skills/manual/agents/openai.yaml': 'policy:\n  allow_implicit_invocation: false\n',
  });
  const { code, budget: limit, entries } = await budget(cwd, '--for', 'codex');
  assert.deepEqual([code, limit, entries.length], [1, 5440, 60]);
  assert.deepEqual(
    [entries[0]!.sent, entries[0]!.line],
    ['cut', `- k0: ${'d'.repeat(310)} (file: r1/k0/SKILL.md)`],
  );
  const small = await budget(cwd, '--for', 'codex', '--budget', '160');
  assert.equal(small.code, 1);
  assert.equal(small.entries.at(-1)!.sent, 'omitted');
  assert.equal(small.entries.at(-1)!.line, null);
});

for (const [tool, folder] of [
  ['opencode', '.opencode/skills'],
  ['gemini', '.gemini/skills'],
  ['qwen', '.qwen/skills'],
] as const)
  test(`budget --for ${tool} has no limit: every description is sent whole`, async () => {
    const text = 'tag <x> & y, 漢字😀, ';
    const cwd = project(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [
          `${folder}/k${at}/SKILL.md`,
          `---\nname: k${at}\ndescription: ${JSON.stringify(text.repeat(100))}\n---\nDo it.\n`,
        ]),
      ),
    );
    const found = await budget(cwd, '--for', tool);
    assert.deepEqual([found.code, found.budget, found.entries.length], [0, null, 30]);
    assert.ok(found.entries.every(({ sent, line }) => sent === 'whole' && line.includes(text.repeat(100))));
    const { out } = await run(cwd, ['budget', '--for', tool]);
    assert.match(out, /in all, no limit\.\nAll descriptions fit\./);
  });
