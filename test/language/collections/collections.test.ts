import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeCollected } from '../../../server/src/language/collections/candidatePaths.ts';
import { collectedFiles } from '../../../server/src/language/collections/collections.ts';
import { headOf } from '../../../server/src/language/collections/fileHead.ts';
import { roleNames } from '../../../server/src/language/collections/profile.ts';

/** The files of a project that belong to collections, as `path dialect`. Values of front matter are separated by `|`. */
function collected(
  files: Readonly<Record<string, string>>,
  { root = '/project/', named = [] }: { readonly root?: string; readonly named?: readonly string[] } = {},
): string[] {
  const heads = Object.entries(files)
    .filter(([path]) => mayBeCollected(path, roleNames()))
    .flatMap(([path, text]) => headOf(root + path, text.includes('\n') ? text : file(text)) ?? []);
  const found = collectedFiles(root, heads, new Set(named.map(path => root + path)));
  return found.map(({ path, dialect }) => `${path.slice(root.length)} ${dialect.id}`).sort();
}

function file(keys: string, body = 'Text.'): string {
  return `---\n${keys
    .split('|')
    .map(line => line.replace(/^ /, ''))
    .join('\n')}\n---\n\n${body}\n`;
}

/** Files of one dialect. */
function all(dialect: string, files: Readonly<Record<string, string>>): string[] {
  return Object.keys(files)
    .map(path => `${path} ${dialect}`)
    .sort();
}

const collections: [title: string, dialect: string, files: Record<string, string>][] = [
  [
    'agents by category',
    'claude-subagent',
    {
      'categories/01-core/api.md': 'name: api| description: APIs.| tools: Read, Grep| model: sonnet',
      'categories/01-core/ui.md': 'name: ui| description: UIs.| tools: Read, Write, Bash',
      'categories/02-data/sql.md': 'name: sql| description: SQL.| tools: Read| color: blue',
    },
  ],
  [
    'a single file with keys that nothing else has',
    'claude-subagent',
    { 'engineering/backend.md': 'name: backend| description: Servers.| tools: Read, Wrte| color: teal' },
  ],
  [
    'agents at the root',
    'claude-subagent',
    {
      'planner.md': 'name: planner| description: Plans.| model: opus| tools: Read, Glob',
      'tester.md': 'name: tester| description: Tests.| model: haiku',
    },
  ],
  [
    'several files with a name and a description in a folder `agents`',
    'claude-subagent',
    {
      'agents/a.md': 'name: a| description: A.',
      'agents/b.md': 'name: b| description: B.',
      'agents/team/c.md': 'name: c| description: C.| category: team',
    },
  ],
  [
    'prompts with the name of their file',
    'claude-subagent',
    {
      'a.md': file('name: a| description: A.', 'You are a writer.'),
      'b.md': file('name: b| description: B.', 'You are a reader.'),
      'c.md': file('name: c| description: C.', '# C\n\nYour task is to count.'),
    },
  ],
  [
    'agents with modes and permissions',
    'opencode-agent',
    {
      'agents/review.md': 'description: Reviews.| mode: subagent| tools:|   write: false|   edit: false',
      'agents/plan.md': 'description: Plans.| mode: primary| permission:|   edit: deny| temperature: 0.1',
    },
  ],
  [
    'agents with a list of lowercase tools',
    'copilot-agent',
    {
      'agents/doc.md': "name: doc| description: Docs.| tools: ['read', 'search', 'edit']| target: vscode",
      'agents/test.md': "description: Tests.| tools: ['read', 'search']| model: gpt-5.4",
    },
  ],
  [
    'agents with tools in snake case',
    'gemini-agent',
    {
      'agents/a.md': 'name: a| description: A.| tools:|   - read_file|   - glob| max_turns: 5',
      'agents/b.md': 'name: b| description: B.| tools:|   - read_many_files| model: gemini-2.5-pro',
    },
  ],
  [
    'agents of another tool in a folder with the name of their own',
    'gemini-agent',
    { 'gemini-kit/agents/a.md': 'name: a| description: A.| tools: ["Read", "Grep"]' },
  ],
  [
    'commands',
    'claude-command',
    {
      'commands/fix.md': 'description: Fixes.| argument-hint: "[issue]"| allowed-tools: Bash(git *), Read',
      'commands/git/commit.md': 'description: Commits.',
    },
  ],
  [
    'commands that name an agent',
    'opencode-command',
    {
      'command/a.md': 'description: A.| agent: build| subtask: true',
      'command/b.md': 'description: B.| agent: plan| subtask: false',
      'command/c.md': 'description: C.| agent: plan| subtask: false',
    },
  ],
  ['rules with an ending of their own', 'cursor-rule', { 'rules/a.mdc': 'description: A.| globs: **/*.ts' }],
  [
    'rules with paths',
    'claude-rule',
    {
      'rules/go/style.md': 'paths:|   - "**/*.go"',
      'rules/go/tests.md': 'paths:|   - "**/*_test.go"',
      'rules/rust/style.md': 'paths: "**/*.rs"',
    },
  ],
  [
    'agents with an id and a schema',
    'claude-mpm-agent',
    {
      'qa/api.md':
        'name: API| agent_id: api| agent_type: qa| description: APIs.| version: 1.0.0| model: sonnet',
    },
  ],
  [
    'files in a folder that only one tool has',
    'factory-droid',
    { 'droids/a.md': 'name: a| description: A.| model: inherit| tools: ["Read", "LS"]' },
  ],
  [
    'agents with a key that only one tool has',
    'qwen-agent',
    {
      'agents/a.md':
        'name: a| description: A.| approvalMode: plan| tools:|   - read_file| runConfig:|   max_turns: 3',
    },
  ],
];
for (const [title, dialect, files] of collections) {
  test(`finds ${title}`, () => assert.deepEqual(collected(files), all(dialect, files)));
}

const none: [title: string, files: Record<string, string>][] = [
  [
    'pages about agents, commands and rules',
    {
      'docs/agents/a.md': 'name: a| description: A.| tools: Read',
      'docs/commands/a.md': 'name: a| description: A.| argument-hint: x',
      'website/agents/b.md': 'name: b| description: B.| model: sonnet| tools: Read, Grep',
      'agents/README.md': 'name: agents| description: All.| tools: Read',
      'AGENTS.md': 'name: agents| description: All.| tools: Read',
    },
  ],
  [
    'tests, fixtures, examples, templates and backups',
    {
      'tests/agents/a.md': 'name: a| description: A.| tools: Read',
      'test/fixtures/agents/a.md': 'name: a| description: A.| tools: Read',
      'examples/agents/a.md': 'name: a| description: A.| tools: Read',
      'templates/agents/a.md': 'name: a| description: A.| tools: Read',
      'agents/backup/a.md': 'name: a| description: A.| tools: Read',
      'agents/a.md.bak': 'name: a| description: A.| tools: Read',
      'agents/a.old.md': 'name: a| description: A.| tools: Read',
      'agents/agent-template.md': 'name: a| description: A.| tools: Read',
      'agents/new.md': 'name: <NAME>| description: <WHAT>| tools: Read',
      'agents/newer.md': 'name: "{{name}}"| description: A.| tools: Read',
      'skills/pdf/agents/grader.md': 'name: grader| description: Grades.| tools: Read',
      'node_modules/kit/agents/a.md': 'name: a| description: A.| tools: Read',
      '.hidden/agents/a.md': 'name: a| description: A.| tools: Read',
    },
  ],
  [
    'pages of site generators',
    {
      '_posts/2026-01-01-agents.md': 'layout: post| name: x| description: Agents.| tags: [ai]',
      'blog/agents.md': 'title: Agents| description: A.| model: sonnet| tools: Read',
      'src/content/team/jane.md': 'name: Jane| description: Leads.| model: opus',
      'guide/a.md': 'title: A| description: A.| sidebar_position: 1',
      'guide/b.md': 'name: B| description: B.| slug: /b| tools: Read, Grep',
      'guide/c.md': 'name: C| description: C.| layout: guide| model: sonnet| tools: Read',
      'guide/d.md': 'name: D| description: D.| draft: true| tools: Read, Write',
    },
  ],
  [
    'people, products, recipes and projects',
    {
      'people/jane.md': 'name: Jane| description: Leads.| role: CEO| email: j@example.org',
      'people/joe.md': 'name: Joe| description: Sells.| role: Sales| email: s@example.org',
      'people/jim.md': 'name: Jim| description: Buys.| role: Purchase| email: b@example.org',
      'products/car.md': 'name: Car| description: Fast.| color: red| model: T| price: 5',
      'products/van.md': 'name: Van| description: Big.| color: blue| model: S| price: 6',
      'products/bus.md': 'name: Bus| description: Long.| color: green| model: R| price: 7',
      'recipes/soup.md': 'name: Soup| description: Hot.| tools: [pot, spoon]',
      'recipes/cake.md': 'name: Cake| description: Sweet.| tools: [oven, bowl]',
      'recipes/salad.md': 'name: Salad| description: Green.| tools: [knife, bowl]',
      'projects/one.md': 'name: One| description: First.',
      'projects/two.md': 'name: Two| description: Second.',
      'projects/three.md': 'name: Three| description: Third.',
      'packages/lib.md': 'name: lib| description: A library.| version: 1.0.0| license: MIT| hooks: yes',
    },
  ],
  [
    'pages in folders that are named like those of a tool',
    {
      'agents/jane.md': 'name: Jane| description: Sells houses.| phone: 1| photo: jane.png| office: North',
      'agents/joe.md': 'name: Joe| description: Sells flats.| phone: 2| photo: joe.png| office: South',
      'agents/jim.md': 'name: Jim| description: Rents.| phone: 3| photo: jim.png| office: East',
      'commands/init.md': 'name: init| description: Creates a project.',
      'commands/build.md': 'name: build| description: Builds it.',
      'commands/test.md': 'name: test| description: Tests it.',
      'rules/no-eval.md': 'name: no-eval| description: Forbids eval.',
      'rules/no-with.md': 'name: no-with| description: Forbids with.',
      'rules/no-var.md': 'name: no-var| description: Forbids var.',
      'workflows/release.md': 'name: release| description: How we release.',
      'prompts/idea.md': 'name: idea| description: An idea.',
      'instructions/setup.md': 'name: setup| description: How to set up.',
    },
  ],
  [
    'too few files to tell',
    {
      'agents/a.md': 'name: a| description: A.',
      'agents/b.md': 'name: b| description: B.',
      'team/c.md': 'name: c| description: C.| color: blue',
    },
  ],
  [
    'plain text',
    {
      'agents/a.md': '# A\n\nname: a\n',
      'agents/b.md': '---\n\nText between rules.\n\n---\n',
      'agents/c.md': '---\n---\n',
      'agents/d.md': '\n',
    },
  ],
];
for (const [title, files] of none) {
  test(`leaves alone ${title}`, () => {
    assert.deepEqual(collected(files), []);
    for (const [path, text] of Object.entries(files)) assert.deepEqual(collected({ [path]: text }), [], path);
  });
}

test('a collection does not take pages beside it', () => {
  const agents = {
    'agents/a.md': 'name: a| description: A.| tools: Read',
    'lib/core/b.md': 'name: b| description: B.| tools: Read, Grep| model: sonnet',
  };
  const pages = {
    'lib/core/notes.md': 'name: Notes| description: N.| kind: x| since: y| owner: z',
    'lib/core/page.md': 'name: Page| description: P.| title: Page',
    'people/jane.md': 'name: Jane| description: Leads.| role: CEO| email: j@example.org',
  };
  assert.deepEqual(collected({ ...agents, ...pages }), all('claude-subagent', agents));
});

test('what the repository is for decides where a folder says little', () => {
  const files = {
    'commands/a.md': 'name: a| description: A.| category: x| complexity: high| personas: [b]',
    'agents/a.md': 'name: a| description: A.| tools: Read, Grep',
    'agents/b.md': 'name: b| description: B.',
  };
  assert.deepEqual(collected(files), [
    'agents/a.md claude-subagent',
    'agents/b.md claude-subagent',
    'commands/a.md claude-command',
  ]);
  assert.deepEqual(collected({ 'commands/a.md': files['commands/a.md'] }), []);
});

test('several tools can have collections in one repository', () => {
  const claude = { 'claude/agents/a.md': 'name: a| description: A.| tools: Read' };
  const openCode = { 'opencode/agents/a.md': 'description: A.| mode: subagent| tools:|   write: false' };
  assert.deepEqual(collected({ ...claude, ...openCode }), [
    ...all('claude-subagent', claude),
    ...all('opencode-agent', openCode),
  ]);
});

test('takes files of a collection whose front matter no tool reads', () => {
  const files = {
    'agents/a.md': 'name: a| description: A.| tools: Read',
    'agents/indented.md': '    ---\n    name: b\n    description: B.\n    ---\nText.\n',
    'agents/bare.md': 'name: c\ndescription: C.\n---\nText.\n',
    'agents/late.md': '\n---\nname: d\ndescription: D.\n---\nText.\n',
  };
  assert.deepEqual(collected(files), all('claude-subagent', files));
});

test('a file that is named is enough alone', () => {
  const files = { 'agents/a.md': 'name: a| description: A.', 'agents/b.md': 'name: b| description: B.' };
  assert.deepEqual(collected(files, { named: ['agents/a.md'] }), ['agents/a.md claude-subagent']);
});

test('the name of the searched folder counts', () => {
  const files = {
    'a.md': 'name: a| description: A.',
    'b.md': 'name: b| description: B.',
    'c.md': 'name: c| description: C.',
  };
  assert.deepEqual(collected(files, { root: '/project/agents/' }), all('claude-subagent', files));
  assert.deepEqual(collected(files), []);
});

test('judges the files as if their folder was copied to where the tool looks', () => {
  const keys = 'name: a| description: A.| tools: Read, Grep| model: sonnet';
  const installed = (path: string) =>
    collectedFiles('/p/', [headOf(`/p/${path}`, file(keys))!]).map(({ installedPath }) => installedPath);
  assert.deepEqual(installed('kit/agents/core/a.md'), ['/p/kit/agents/.claude/agents/core/a.md']);
  assert.deepEqual(installed('categories/core/a.md'), ['/p/categories/.claude/agents/core/a.md']);
  assert.deepEqual(installed('a.md'), ['/p/.claude/agents/a.md']);
});

test('reads the head of a file without a closing delimiter, with CRLF and a byte order mark', () => {
  for (const text of [
    '---\nname: a\ntools:\n  - Read\n',
    '---\r\nname: a\r\ntools:\r\n  - Read\r\n---\r\n',
    '\uFEFF---\nname: a\ntools:\n  - Read\n---\n',
  ]) {
    const head = headOf('/a.md', text)!;
    assert.deepEqual([...head.keys.keys()], ['name', 'tools']);
    assert.match(head.keys.get('tools')!, /^\n {2}- Read/);
  }
  for (const text of ['', '---', '---\n', 'a: b', '# name: x', '\uFEFF', '---\n- a\n'])
    assert.equal(headOf('/a.md', text), undefined, text);
});
