import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

interface Step {
  readonly step: string;
  readonly passes: boolean;
  readonly says: string;
  readonly advice: string | null;
  readonly evidence: string;
  readonly line: number | null;
}

interface Diagnosed {
  readonly path: string | null;
  readonly tool: string | null;
  readonly failed: string | null;
  readonly steps: readonly Step[];
}

/** What `doctor` says of a name in a project, and the code with which it ends. */
async function doctor(
  files: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ code: number; files: readonly Diagnosed[]; last: Step }> {
  const { code, out } = await run(project(files), ['doctor', '--format', 'json', ...args]);
  const { files: found } = JSON.parse(out) as { files: Diagnosed[] };
  return { code, files: found, last: found[0]!.steps.at(-1)! };
}

const agent = (keys = '', name = 'writer') =>
  `---\nname: ${name}\ndescription: Writes.\n${keys}---\nYou write.\n`;
const skill = (keys = '', length = 10) => `---\ndescription: ${'d'.repeat(length)}\n${keys}---\nDo it.\n`;
const path = '.claude/agents/writer.md';

test('doctor follows an agent through all steps, by its name or its path, with the evidence', async () => {
  for (const name of ['writer', '@writer', path]) {
    const { code, files } = await doctor({ [path]: agent('tools: Read\n') }, name);
    assert.equal(code, 0);
    assert.deepEqual(
      files[0]!.steps.map(({ step, passes }) => [step, passes]),
      ['found', 'read', 'parsed', 'enabled', 'notShadowed', 'listed', 'invocable', 'starts'].map(step => [
        step,
        true,
      ]),
    );
    assert.match(files[0]!.steps.at(-1)!.says, /starts with Read/);
    assert.match(files[0]!.steps[0]!.evidence, /^Claude Code 2\.1\.\d+, recorded 2026-11-29$/);
  }
});

/** The files, what is asked for, and the step that fails, with words that are said of it. */
const failures: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  step: string,
  says: RegExp,
  advice: RegExp,
])[] = [
  [
    'a name that is written otherwise',
    { [path]: agent() },
    ['wrter'],
    'found',
    /No file/,
    /Did you mean `writer`/,
  ],
  [
    'a folder where no tool looks',
    { '.claude/agent/writer.md': agent() },
    ['writer'],
    'found',
    /not read/,
    /./,
  ],
  [
    'another tool',
    { [path]: agent() },
    ['writer', '--for', 'opencode'],
    'found',
    /opencode does not read it/,
    /Copy/,
  ],
  ['a file that is not meant as one', { 'notes.txt': '' }, ['notes.txt'], 'found', /No tool reads/, /folder/],
  [
    'an agent without a description',
    { [path]: '---\nname: writer\n---\nYou.\n' },
    ['writer'],
    'parsed',
    /description/,
    /./,
  ],
  [
    'a refused plugin',
    { 'kit/.claude-plugin/plugin.json': '{"name": 5}', 'kit/agents/writer.md': agent() },
    ['writer'],
    'read',
    /plugin\.json/,
    /Fix it there/,
  ],
  [
    'an agent that the settings deny',
    { [path]: agent(), '.claude/settings.json': '{"permissions": {"deny": ["Agent(writer)"]}}' },
    ['writer'],
    'enabled',
    /permissions\.deny.*Agent\(writer\)/,
    /Remove/,
  ],
  [
    'a skill that is turned off',
    {
      '.claude/skills/lint/SKILL.md': skill(),
      '.claude/settings.local.json': '{"skillOverrides": {"lint": "off"}}',
    },
    ['/lint'],
    'enabled',
    /skillOverrides/,
    /Remove/,
  ],
  [
    'a plugin that is turned off',
    {
      'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
      'kit/skills/lint/SKILL.md': skill(),
      '.claude/settings.json': '{"enabledPlugins": {"kit@market": false}}',
    },
    ['kit:lint'],
    'enabled',
    /enabledPlugins/,
    /true/,
  ],
  [
    'an agent that is turned off in the file',
    { '.opencode/agents/writer.md': '---\ndescription: Writes.\ndisable: true\n---\nYou.\n' },
    ['writer'],
    'enabled',
    /disable: true/,
    /Remove/,
  ],
  [
    'an agent that another one hides',
    { [path]: agent(), '.claude/agents/a.md': agent() },
    ['.claude/agents/a.md'],
    'notShadowed',
    /agents\/writer\.md.*same name/,
    /another name/,
  ],
  [
    'a command that a skill hides',
    { '.claude/skills/lint/SKILL.md': skill(), '.claude/commands/lint.md': skill() },
    ['.claude/commands/lint.md'],
    'notShadowed',
    /skills\/lint\/SKILL\.md/,
    /another name/,
  ],
  [
    'a skill that only the user calls',
    { '.claude/skills/lint/SKILL.md': skill('disable-model-invocation: true\n') },
    ['lint'],
    'listed',
    /disable-model-invocation.*`\/lint`/,
    /Remove/,
  ],
  [
    'a skill whose description is not sent',
    {
      '.agentfilesrc': 'model: 200k\n',
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, at) => [`.claude/skills/k${at}/SKILL.md`, skill('', 400)]),
      ),
    },
    ['k8'],
    'listed',
    /its name only: 5 of 9 descriptions/,
    /Shorten/,
  ],
  ['an agent without any known tool', { [path]: agent('tools: Nope\n') }, ['writer'], 'starts', /tool/i, /./],
];

for (const [what, files, args, step, says, advice] of failures)
  test(`doctor stops at the first step that fails: ${what}`, async () => {
    const { code, files: found, last } = await doctor(files, ...args);
    assert.deepEqual([code, found[0]!.failed, last.step, last.passes], [1, step, step, false]);
    assert.match(last.says, says);
    assert.match(last.advice ?? '', advice);
    assert.notEqual(last.evidence, '');
  });

test('doctor only mentions what models with a smaller window than the usual one are not told', async () => {
  const skills = Array.from({ length: 9 }, (_, at) => [`.claude/skills/k${at}/SKILL.md`, skill('', 400)]);
  const { code, files } = await doctor(Object.fromEntries(skills), 'k8');
  assert.equal(code, 0);
  const listed = files[0]!.steps.find(({ step }) => step === 'listed')!;
  assert.equal(listed.says, 'The model is told its whole description; with a window of 200k, its name only');
});

test('doctor takes the folder of a skill for the skill, and a folder of the same name as an agent for nothing', async () => {
  const files = { '.claude/skills/lint/SKILL.md': skill(), [path]: agent(), 'writer/a.txt': '' };
  assert.equal((await doctor(files, '.claude/skills/lint')).files[0]!.path, '.claude/skills/lint/SKILL.md');
  assert.equal((await doctor(files, 'writer')).files[0]!.path, path);
});

test('doctor says of a file that cannot be read why', async () => {
  const cwd = project({ '.claude/agents/other.md': agent('', 'other') });
  writeFileSync(join(cwd, path), Buffer.from(`\uFEFF${agent()}`, 'utf16le'));
  for (const name of ['writer', path]) {
    const { code, out } = await run(cwd, ['doctor', name]);
    assert.equal(code, 1);
    assert.match(out, /FAILS {2}read +.*UTF-16/);
  }
});

test('doctor and inspect agree on which of two files is used, whatever letters their names have', async () => {
  const agent = '---\nname: w\ndescription: Writes.\n---\nYou write.\n';
  const cwd = project({ '.claude/agents/z.md': agent, '.claude/agents/ä.md': agent });
  const inspected = JSON.parse((await run(cwd, ['inspect', '--format', 'json'])).out) as {
    files: { path: string; outcome: string }[];
  };
  for (const { path, outcome } of inspected.files)
    assert.equal((await run(cwd, ['doctor', path])).code, outcome === 'hidden' ? 1 : 0, path);
});

test('doctor refuses files that nobody calls', async () => {
  const { code, err } = await run(project({ 'CLAUDE.md': 'Be brief.\n' }), ['doctor', 'CLAUDE.md']);
  assert.equal(code, 2);
  assert.match(err, /is not an agent, skill or command/);
});

test('doctor speaks of each file of a name, and prints the steps as a table', async () => {
  const cwd = project({
    [path]: agent(),
    '.opencode/agents/writer.md': agent().replace('name: writer\n', ''),
  });
  const both = await run(cwd, ['doctor', 'writer']);
  assert.equal(both.code, 0);
  assert.match(both.out, /^\.claude\/agents\/writer\.md, writer, Claude Code\n {2}ok {2,}found/);
  assert.match(both.out, /\n\.opencode\/agents\/writer\.md, writer, OpenCode\n/);
  const one = await run(cwd, ['doctor', 'writer', '--for', 'opencode']);
  assert.ok(one.out.startsWith('.opencode/'));
  const broken = project({ [path]: '---\nname: writer\n---\nYou.\n' });
  const { out } = await run(broken, ['doctor', 'writer']);
  assert.match(out, /\n {2}FAILS {2}parsed .*\(line \d\)\.\nTo do: .*\nEvidence: Claude Code /);
});
