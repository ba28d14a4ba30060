import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn, movesIn, snapshotsIn } from '../support/projectFiles.ts';

const skill = (name: string) => `---\nname: ${name}\ndescription: Ships.\n---\nShip it.\n`;
const agent = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const note = '# Notes\n\nNothing here.\n';

/** A project of files by path, as one text. */
function project(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([path, text]) => `=== ${path}\n${text.replace(/\n?$/, '\n')}`)
    .join('');
}

test('a SKILL.md is a skill in every folder, and the place says who reads it', () => {
  const readers: readonly [path: string, tools: readonly string[]][] = [
    ['.cursor/skills/ship/SKILL.md', ['Cursor']],
    ['.gemini/skills/ship/SKILL.md', ['Gemini CLI']],
    ['.gemini/skills/group/ship/SKILL.md', []],
    ['.opencode/skill/ship/SKILL.md', ['OpenCode']],
    ['.config/opencode/skills/ship/SKILL.md', ['OpenCode']],
    ['.posit/assistant/skills/ship/SKILL.md', ['Posit Assistant']],
    ['.claude/skills/ship/SKILL.md', ['Claude Code', 'OpenCode', 'Copilot CLI']],
    ['.github/skills/ship/SKILL.md', ['Copilot CLI']],
    ['skills/ship/SKILL.md', []],
    ['skills/release/ship/SKILL.md', []],
    ['ship/SKILL.md', []],
    ['SKILL.md', []],
  ];
  for (const [path, tools] of readers) {
    const [snapshot] = snapshotsIn(project({ [path]: skill('ship') }));
    assert.equal(snapshot?.load.name, path === 'SKILL.md' ? 'ship' : 'ship', path);
    assert.equal(snapshot?.load.loads, true, path);
    assert.deepEqual(snapshot?.dialect.readers?.(snapshot.path), tools, path);
  }
});

test('a skill is rejected only if a tool that reads it there drops it', () => {
  const unnamed = '---\ndescription: Ships.\n---\nShip it.\n';
  const mapped = '---\nname: ship\ndescription: Use this: to ship.\n---\nShip it.\n';
  assert.deepEqual(
    foundIn(
      project({
        '.codex/skills/ship/SKILL.md': unnamed,
        '.opencode/skills/ship/SKILL.md': unnamed,
        '.agents/skills/ship/SKILL.md': unnamed,
        '.gemini/skills/ship/SKILL.md': mapped,
        '.github/skills/ship/SKILL.md': mapped,
        '.cursor/skills/ship/SKILL.md': unnamed,
        'skills/ship/SKILL.md': unnamed,
        '.opencode/skills/x/SKILL.md': '---\nname: x\ndescription:\n---\nShip.\n',
        '.gemini/skills/x/SKILL.md': '---\nname: x\ndescription:\n---\nShip.\n',
      }),
    ),
    [
      '.codex/skills/ship/SKILL.md: agent-skill, information useName',
      '.opencode/skills/ship/SKILL.md: agent-skill, error useName',
      '.agents/skills/ship/SKILL.md: agent-skill, error useName',
      '.gemini/skills/ship/SKILL.md: agent-skill, information useQuotedValue',
      '.github/skills/ship/SKILL.md: agent-skill, error useValidYaml',
      '.cursor/skills/ship/SKILL.md: agent-skill, warning useName',
      'skills/ship/SKILL.md: agent-skill, warning useName',
      '.opencode/skills/x/SKILL.md: agent-skill, error useDescription',
      '.gemini/skills/x/SKILL.md: agent-skill, information useDescription',
    ],
  );
});

test('a SKILL.md among the commands of Claude Code is a skill, and one among its agents an agent', () => {
  assert.deepEqual(
    foundIn(
      project({
        '.claude/commands/ship/SKILL.md': skill('ship'),
        '.claude/agents/ship/SKILL.md': skill('ship'),
      }),
    ),
    ['.claude/commands/ship/SKILL.md: claude-skill', '.claude/agents/ship/SKILL.md: claude-subagent'],
  );
});

test('files of a skill’s own are not skills', () => {
  assert.deepEqual(
    foundIn(
      project({
        'skills/ship/SKILL.md': skill('ship'),
        'skills/ship/templates/demo/SKILL.md': '---\nname: {{name}}\n---\n',
        'skills/ship/references/api.md': agent,
        'skills/ship/README.md': agent,
        'skills/README.md': agent,
        '.claude/skills/ship/references/rules.md': agent,
        'skills/ship/tests/skill.md': skill('x'),
      }),
    ),
    ['skills/ship/SKILL.md: agent-skill'],
  );
});

test('a marketplace makes the folders that it lists plugins', () => {
  const head = { name: 'm', owner: { name: 'Kim' } };
  const plugins = [
    { name: 'docs', source: './', strict: false, skills: ['./docs/pdf'] },
    { name: 'kit', source: './plugins/kit' },
    { name: 'far', source: { source: 'github', repo: 'x/y' } },
    { name: 'out', source: '../out' },
  ];
  assert.deepEqual(
    foundIn(
      project({
        '.claude-plugin/marketplace.json': JSON.stringify({ ...head, plugins }),
        'docs/pdf/SKILL.md': skill('pdf'),
        'plugins/kit/agents/checker.md': agent,
        'plugins/kit/commands/go.md': 'Go.\n',
        'plugins/kit/docs/agents/x.md': agent,
        'plugins/other/agents/x.md': agent,
      }),
    ),
    [
      '.claude-plugin/marketplace.json: claude-marketplace, error useValidPath',
      'docs/pdf/SKILL.md: claude-skill',
      'plugins/kit/agents/checker.md: claude-plugin-agent',
      'plugins/kit/commands/go.md: claude-command',
    ],
  );
  const rooted = JSON.stringify({
    ...head,
    metadata: { pluginRoot: './kits' },
    plugins: [{ name: 'one', source: 'one' }],
  });
  assert.deepEqual(
    foundIn(project({ '.claude-plugin/marketplace.json': rooted, 'kits/one/agents/x.md': agent })),
    ['.claude-plugin/marketplace.json: claude-marketplace', 'kits/one/agents/x.md: claude-plugin-agent'],
  );
});

test('a manifest of its own says more than the marketplace that lists the plugin', () => {
  const marketplace = JSON.stringify({
    name: 'm',
    owner: { name: 'Kim' },
    plugins: [{ name: 'kit', source: './kit' }],
  });
  assert.deepEqual(
    foundIn(
      project({
        '.claude-plugin/marketplace.json': marketplace,
        'kit/.claude-plugin/plugin.json': '{"name": "kit", "agents": ["./roles/x.md"]}',
        'kit/roles/x.md': agent,
        'kit/agents/y.md': agent,
      }),
    ),
    [
      '.claude-plugin/marketplace.json: claude-marketplace',
      'kit/.claude-plugin/plugin.json: claude-plugin-manifest',
      'kit/roles/x.md: claude-plugin-agent',
      'kit/agents/y.md: claude-plugin-agent, information useReadableFile',
    ],
  );
});

test('a broken or hostile marketplace makes no plugins', () => {
  for (const text of [
    '',
    '{',
    '[]',
    '{"plugins": {}}',
    '{"plugins": [null, 5, {"source": 5}, {"source": "/etc"}]}',
  ]) {
    const found = foundIn(project({ '.claude-plugin/marketplace.json': text, 'kit/agents/x.md': agent }));
    assert.equal(found.length, 1, text);
    assert.match(found[0]!, /^\.claude-plugin\/marketplace\.json: claude-marketplace, error /);
  }
});

test('hooks where only plugins have them make a plugin without a manifest', () => {
  const files = { 'kit/agents/x.md': agent, 'kit/skills/pdf/SKILL.md': skill('pdf') };
  assert.deepEqual(foundIn(project({ ...files, 'kit/hooks/hooks.json': '{"hooks": {}}' })), [
    'kit/agents/x.md: claude-plugin-agent',
    'kit/skills/pdf/SKILL.md: claude-skill',
  ]);
  assert.deepEqual(foundIn(project({ ...files, 'kit/hooks/hooks.json': '{"other": {}}' })), [
    'kit/skills/pdf/SKILL.md: agent-skill',
  ]);
  assert.deepEqual(
    foundIn(project({ '.claude/hooks/hooks.json': '{"hooks": {}}', '.claude/agents/x.md': agent })),
    ['.claude/agents/x.md: claude-subagent'],
  );
});

test('a SKILL.md in the root of a plugin is its skill', () => {
  const [, snapshot] = snapshotsIn(
    project({
      'skills/team/kit/.claude-plugin/plugin.json': '{"name": "kit"}',
      'skills/team/kit/SKILL.md': skill('x'),
    }),
  );
  assert.deepEqual([snapshot?.dialect.id, snapshot?.load.loads], ['claude-skill', true]);
});

test('a skill in the root of a plugin’s folder instead of its skills is not read', () => {
  const files = { '.claude-plugin/plugin.json': '{"name": "kit"}', 'lint/SKILL.md': skill('lint') };
  const manifest = '.claude-plugin/plugin.json: claude-plugin-manifest';
  assert.deepEqual(foundIn(project(files)), [
    manifest,
    'lint/SKILL.md: claude-skill, warning useReadableFile',
  ]);
  assert.deepEqual(movesIn(project(files)), [
    'Move to `skills/lint/SKILL.md`: lint/SKILL.md → skills/lint/SKILL.md',
  ]);
  const named = { ...files, '.claude-plugin/plugin.json': '{"name": "kit", "skills": ["./lint"]}' };
  assert.deepEqual(foundIn(project(named)), [manifest, 'lint/SKILL.md: claude-skill']);
});

test('a skill directly in the folder of skills hides the others from a tool', () => {
  assert.deepEqual(
    foundIn(
      project({
        '.agents/skills/SKILL.md': skill('all'),
        '.agents/skills/pdf/SKILL.md': skill('pdf'),
        '.gemini/skills/SKILL.md': skill('skills'),
      }),
    ),
    [
      '.agents/skills/SKILL.md: agent-skill, warning useReadableFile',
      '.agents/skills/pdf/SKILL.md: agent-skill',
      '.gemini/skills/SKILL.md: agent-skill',
    ],
  );
});

test('agents and skills of a Gemini extension are Gemini’s', () => {
  const claude = '---\nname: builder\ndescription: Builds.\ntools: Read, Grep\n---\nBuild.\n';
  assert.deepEqual(
    foundIn(
      project({
        'gemini-extension.json': '{"name": "x", "version": "1.0.0"}',
        'agents/builder.md': claude,
        'agents/team/tester.md': agent,
        'skills/pdf/SKILL.md': skill('pdf'),
      }),
    ),
    [
      'gemini-extension.json: gemini-extension',
      'agents/builder.md: gemini-agent, error useValidType',
      'agents/team/tester.md: gemini-agent, warning useReadableFile',
      'skills/pdf/SKILL.md: agent-skill',
    ],
  );
  // A plugin of both is written for the tool whose manifest names its parts.
  assert.deepEqual(
    foundIn(
      project({
        'gemini-extension.json': '{"name": "x"}',
        '.claude-plugin/plugin.json': '{"name": "x"}',
        'agents/builder.md': claude,
      }),
    ),
    [
      'gemini-extension.json: gemini-extension, error useRequiredKey',
      '.claude-plugin/plugin.json: claude-plugin-manifest',
      'agents/builder.md: claude-plugin-agent',
    ],
  );
});

test('a file named as Copilot’s where nothing reads it is one information', () => {
  const broken = '---\nagent: planner\nloads: [core\ntools: 5\n---\nYou plan.\n';
  for (const name of ['x.agent.md', 'x.prompt.md', 'x.instructions.md', 'x.chatmode.md'])
    assert.deepEqual(
      foundIn(project({ [`docs/roles/${name}`]: broken })).map(line => line.replace(/^[^,]*/, '')),
      [', information useReadableFile'],
      name,
    );
  const read = [
    '.github/agents/x.agent.md',
    '.github/agents/team/x.agent.md',
    '.copilot/agents/x.agent.md',
    '.github/prompts/x.prompt.md',
    '.github/prompts/team/x.prompt.md',
    '.github/instructions/x.instructions.md',
    '.config/Code/User/prompts/x.instructions.md',
    '.config/Code/User/profiles/1/prompts/x.agent.md',
  ];
  for (const path of read)
    assert.equal(foundIn(project({ [path]: agent }))[0]?.includes('useReadableFile'), false, path);
});

test('the folder of a tool says more than the name of a file', () => {
  const files = {
    '.kiro/steering/model.instructions.md': '---\ninclusion: always\n---\nText.\n',
    '.claude/rules/x.instructions.md': 'Text.\n',
    '.claude/agents/x.agent.md': agent,
    '.opencode/commands/x.prompt.md': '---\ndescription: d\n---\nGo.\n',
  };
  assert.deepEqual(foundIn(project(files)), [
    '.kiro/steering/model.instructions.md: kiro-steering',
    '.claude/rules/x.instructions.md: claude-rule',
    '.claude/agents/x.agent.md: claude-subagent',
    '.opencode/commands/x.prompt.md: opencode-command',
  ]);
});

/** A misplaced file, its text, the dialect that it is meant for, and where the fix moves it. */
const misplaced: readonly [path: string, text: string, dialect: string, to: string | undefined][] = [
  ['.claude/skills/ship/Skill.md', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skills/ship/SKILL.MD', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skills/ship/SKILLS.md', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skills/ship/SKILL.markdown', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skills/ship/skill.md', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skills/ship/skill.json', '{"name": "ship", "description": "d"}', 'claude-skill', undefined],
  ['.claude/skills/ship.md', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skills/team/ship/SKILL.md', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skills/SKILL.md', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.claude/skill/ship/SKILL.md', skill('ship'), 'claude-skill', '.claude/skills/ship/SKILL.md'],
  ['.github/skills/review.md', skill('review'), 'agent-skill', '.github/skills/review/SKILL.md'],
  ['.agents/skills/review/skill.md', skill('review'), 'agent-skill', '.agents/skills/review/SKILL.md'],
  ['skills/review/skill.md', skill('review'), 'agent-skill', 'skills/review/SKILL.md'],
  ['skills/review.md', skill('review'), 'agent-skill', 'skills/review/SKILL.md'],
  ['.codex/skill/ship/SKILL.md', skill('ship'), 'agent-skill', '.codex/skills/ship/SKILL.md'],
  ['.claude/agent/writer.md', agent, 'claude-subagent', '.claude/agents/writer.md'],
  ['.claude/Agents/writer.md', agent, 'claude-subagent', '.claude/agents/writer.md'],
  ['.claude/agents/writer.markdown', agent, 'claude-subagent', '.claude/agents/writer.md'],
  ['.claude/agents/writer.MD', agent, 'claude-subagent', '.claude/agents/writer.md'],
  ['.claude/command/go.md', 'Go.\n', 'claude-command', '.claude/commands/go.md'],
  ['.github/agents/x.markdown', agent, 'copilot-agent', '.github/agents/x.md'],
  ['.github/agent/x.agent.md', agent, 'copilot-agent', '.github/agents/x.agent.md'],
  ['.github/prompt/x.prompt.md', 'Go.\n', 'copilot-prompt', '.github/prompts/x.prompt.md'],
  ['.cursor/rules/x.md', '---\nalwaysApply: true\n---\nDo.\n', 'cursor-rule', '.cursor/rules/x.mdc'],
  ['.cursor/rule/x.mdc', '---\nalwaysApply: true\n---\nDo.\n', 'cursor-rule', '.cursor/rules/x.mdc'],
  ['.gemini/agent/writer.md', agent, 'gemini-agent', '.gemini/agents/writer.md'],
  ['.gemini/agents/team/writer.md', agent, 'gemini-agent', '.gemini/agents/writer.md'],
  ['.qwen/agents/team/writer.md', agent, 'qwen-agent', '.qwen/agents/writer.md'],
  ['.factory/droid/writer.md', agent, 'factory-droid', '.factory/droids/writer.md'],
  ['.factory/droids/team/writer.md', agent, 'factory-droid', '.factory/droids/writer.md'],
  ['.claude-plugin/agents/writer.md', agent, 'claude-plugin-agent', 'agents/writer.md'],
  ['kit/.claude-plugin/skills/ship/SKILL.md', skill('ship'), 'claude-skill', 'kit/skills/ship/SKILL.md'],
  ['kit/.claude-plugin/commands/git/go.md', 'Go.\n', 'claude-command', 'kit/commands/git/go.md'],
];

for (const [path, text, dialect, to] of misplaced) {
  test(`${path} is not read, and the fix moves it to where it is`, () => {
    assert.deepEqual(foundIn(project({ [path]: text })), [`${path}: ${dialect}, warning useReadableFile`]);
    const moves = movesIn(project({ [path]: text })).map(move => move.replace(/^.*?: /, ''));
    assert.deepEqual(moves, to === undefined ? [] : [`${path} → ${to}`]);
    // After the move nothing is wrong with the place.
    if (to) assert.doesNotMatch(foundIn(project({ [to]: text })).join(), /useReadableFile/);
    // An existing file is never replaced.
    if (to) assert.deepEqual(movesIn(project({ [path]: text, [to]: text })), []);
  });
}

test('files of one folder that is not read are reported once, and can be moved together', () => {
  const files = {
    '.claude/agent/a.md': agent.replace('writer', 'a'),
    '.claude/agent/team/b.md': agent.replace('writer', 'b'),
    '.claude/agent/c.md': agent.replace('writer', 'c'),
    '.claude/agent/notes.md': note,
  };
  assert.deepEqual(foundIn(project(files)), [
    '.claude/agent/a.md: claude-subagent, warning useReadableFile',
    '.claude/agent/team/b.md: claude-subagent',
    '.claude/agent/c.md: claude-subagent',
  ]);
  const [all, alone] = movesIn(project(files));
  assert.match(all!, /^Move all 3 files: .*\.claude\/agent\/team\/b\.md → \.claude\/agents\/team\/b\.md/);
  assert.equal(alone, 'Move to `.claude/agents/a.md`: .claude/agent/a.md → .claude/agents/a.md');
});

test('plain documents and files that some tool reads are not taken for misplaced ones', () => {
  const files = {
    '.claude/agent/README.md': note,
    '.claude/agents/notes.markdown': note,
    '.cursor/rules/README.md': '# Rules\n',
    '.opencode/agent/writer.md': '---\ndescription: Writes.\nmode: subagent\n---\nYou write.\n',
    '.opencode/skill/ship/SKILL.md': skill('ship'),
    '.claude/skills/ship/SKILL.md': skill('ship'),
    '.claude/skills/ship/skill.json': '{"name": "ship", "description": "d"}',
    'skills/python.md': '---\ntitle: Python\n---\nText.\n',
    'docs/agent/writer.md': agent,
    'src/skill.md': skill('x'),
  };
  assert.deepEqual(
    foundIn(project(files)).filter(line => line.includes('useReadableFile')),
    [],
  );
});
