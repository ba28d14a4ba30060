import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const agent = '---\nname: tester\ndescription: Tests.\n---\nYou test.\n';

interface Checked {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }[];
}

interface Inspected {
  readonly files: readonly {
    readonly path: string;
    readonly dialect: string;
    readonly loads: boolean;
    readonly name: string | null;
    readonly menu?: { readonly name: string } | null;
    readonly notes: readonly { readonly code: string; readonly effect: string; readonly message: string }[];
  }[];
}

/** The findings of `check`, each as `path:line severity rule: message`. */
async function checked(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { out } = await run(project(files), ['check', '--format', 'json']);
  return (JSON.parse(out) as Checked).files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(
      ({ rule, severity, message, range }) =>
        `${path}:${range.start.line + 1} ${severity} ${rule}: ${message}`,
    ),
  );
}

async function inspected(files: Readonly<Record<string, string>>): Promise<Inspected['files']> {
  const { out } = await run(project(files), ['inspect', '--format', 'json']);
  return (JSON.parse(out) as Inspected).files;
}

test('a refused manifest is an error on its line, with what is lost', async () => {
  const found = await checked({
    '.claude-plugin/plugin.json': '{\n  "name": "kit",\n  "agents": "./agents"\n}\n',
  });
  assert.deepEqual(found, [
    '.claude-plugin/plugin.json:3 error useValidPath: Path does not end in `.md`. Claude Code refuses the plugin, and loads no part of it. Remove the key, as the folder is read without it, or name each file.',
  ]);
});

test('manifests that load have no errors', async () => {
  for (const manifest of [
    '{"name": "kit"}',
    '\uFEFF{"name": "kit", "author": "Kim", "keywords": "a", "homepage": "x"}',
    '{"name": "kit", "featured": true, "tags": ["x"]}',
    '{"name": "kit", "agents": ["./agents/tester.md"]}',
    '{"name": "kit", "skills": "./skills/lint/SKILL.md"}',
  ]) {
    const found = await checked({ '.claude-plugin/plugin.json': manifest, 'agents/tester.md': agent });
    assert.deepEqual(
      found.filter(line => line.includes(' error ')),
      [],
      manifest,
    );
  }
});

test('inspect has manifests and marketplaces as files', async () => {
  const files = await inspected({
    '.claude-plugin/marketplace.json': '{"name": "shop", "owner": {"name": "Kim"}, "plugins": []}',
    'kit/.claude-plugin/plugin.json': '{"name": "kit", "description": "A kit."}',
    'bad/.claude-plugin/plugin.json': '{"name": "a b"}',
  });
  assert.deepEqual(
    files.map(({ path, dialect, loads, name }) => [path, dialect, loads, name]),
    [
      ['.claude-plugin/marketplace.json', 'claude-marketplace', true, 'shop'],
      ['bad/.claude-plugin/plugin.json', 'claude-plugin-manifest', false, null],
      ['kit/.claude-plugin/plugin.json', 'claude-plugin-manifest', true, 'kit'],
    ],
  );
});

const parts = {
  'agents/tester.md': agent,
  'agents/deep/a.md': agent,
  'skills/lint/SKILL.md': '---\ndescription: Lints.\n---\nLint.\n',
  'commands/go.md': '---\ndescription: Goes.\n---\nGo.\n',
  'output-styles/o.md': '---\nname: O\ndescription: o\n---\nx\n',
};

test('every file of a refused plugin is not loaded, and says why', async () => {
  const files = { '.claude-plugin/plugin.json': '{\n  "name": "kit",\n  "version": 1\n}\n', ...parts };
  for (const { path, loads, name, menu, notes } of await inspected(files)) {
    assert.deepEqual([loads, name, menu ?? null], [false, null, null], path);
    if (!path.endsWith('.json'))
      assert.deepEqual([notes[0]?.code, notes[0]?.effect], ['plugin.rejected', 'rejected']);
  }
  const found = await checked(files);
  assert.deepEqual(
    found.filter(line => line.includes('noRejectedPlugin')).map(line => line.split(' ')[0]),
    [
      'agents/deep/a.md:1',
      'agents/tester.md:1',
      'commands/go.md:1',
      'output-styles/o.md:1',
      'skills/lint/SKILL.md:1',
    ],
  );
  assert.match(
    found.join('\n'),
    /Not loaded: its `plugin\.json` is rejected\. Claude Code loads no part of the plugin: `version` must be a string/,
  );
});

test('the files of a plugin that loads have its name before theirs', async () => {
  const files = await inspected({ '.claude-plugin/plugin.json': '{"name": "kit"}', ...parts });
  assert.deepEqual(
    files.map(({ path, loads, name, menu }) => [path, loads, name, menu?.name]),
    [
      ['.claude-plugin/plugin.json', true, 'kit', undefined],
      ['agents/deep/a.md', true, 'kit:deep:tester', undefined],
      ['agents/tester.md', true, 'kit:tester', undefined],
      ['commands/go.md', true, 'kit:go', 'kit:go'],
      ['output-styles/o.md', true, 'kit:O', undefined],
      ['skills/lint/SKILL.md', true, 'kit:lint', 'kit:lint'],
    ],
  );
});

test('a manifest that is not read refuses nothing', async () => {
  const files = {
    '.claude-plugin/plugin.json': `{"name": "kit", "x": "${'x'.repeat(1_100_000)}"}`,
    ...parts,
  };
  for (const { path, loads, notes } of await inspected(files))
    if (path.endsWith('.md'))
      assert.deepEqual([loads, notes.some(({ code }) => code === 'plugin.rejected')], [true, false]);
});

test('a manifest beside an entry that stands in its place makes the plugin not loaded', async () => {
  const entry = (more: string) =>
    `{"name": "shop", "owner": {"name": "Kim"}, "plugins": [\n{"name": "kit", "source": "./kit", ${more}}\n]}\n`;
  const files = (more: string) => ({
    '.claude-plugin/marketplace.json': entry(more),
    'kit/.claude-plugin/plugin.json': '{"name": "kit", "version": "1.0.0", "description": "A kit."}',
    'kit/agents/tester.md': agent,
  });
  assert.deepEqual(
    (await checked(files('"strict": false, "agents": ["./agents/tester.md"]'))).map(
      line => line.split('. ')[0],
    ),
    [
      '.claude-plugin/marketplace.json:2 error noConflictingFile: `strict: false` beside a `plugin.json`',
      'kit/agents/tester.md:1 error noRejectedPlugin: Not loaded: its `marketplace.json` is rejected',
    ],
  );
  for (const more of [
    '"strict": false',
    '"agents": ["./agents/tester.md"]',
    '"strict": false, "mcpServers": {}',
  ])
    assert.deepEqual(await checked(files(more)), [], more);
  const { 'kit/.claude-plugin/plugin.json': _, ...alone } = files(
    '"strict": false, "agents": ["./agents/tester.md"]',
  );
  assert.deepEqual(await checked(alone), []);
});

test('a manifest gives commands their names', async () => {
  const files = await inspected({
    '.claude-plugin/plugin.json': '{"name": "kit", "commands": {"ship": {"source": "./prompts/release.md"}}}',
    'prompts/release.md': '---\ndescription: Releases.\n---\nRelease.\n',
  });
  assert.deepEqual(
    files.map(({ name, menu }) => [name, menu?.name]),
    [
      ['kit', undefined],
      ['kit:ship', 'kit:ship'],
    ],
  );
});

test('files in a usual folder that the manifest replaces are named as not read', async () => {
  const files = {
    '.claude-plugin/plugin.json': '{"name": "kit", "agents": ["./roles/tester.md"], "skills": "./more"}',
    'roles/tester.md': agent,
    'agents/writer.md': agent.replace('tester', 'writer'),
    'agents/notes.md': 'Notes.\n',
    'skills/lint/SKILL.md': '---\ndescription: Lints.\n---\nLint.\n',
  };
  assert.deepEqual(await checked(files), [
    'agents/writer.md:1 information useReadableFile: File is not read here. Claude Code reads only what `agents` of `.claude-plugin/plugin.json` names. Name it there, or remove `agents`.',
  ]);
  const found = await inspected(files);
  assert.deepEqual(
    found
      .filter(({ path }) => /^(?:agents\/w|roles|skills)/.test(path))
      .map(({ path, name }) => [path, name]),
    [
      ['agents/writer.md', null],
      ['roles/tester.md', 'kit:tester'],
      ['skills/lint/SKILL.md', 'kit:lint'],
    ],
  );
});

test('a skill in the root of a plugin has its own name, and is read without a folder of skills', async () => {
  const root = {
    'a/.claude-plugin/plugin.json': '{"name": "kit"}',
    'a/SKILL.md': '---\nname: lint\ndescription: Lints.\n---\nLint.\n',
  };
  assert.deepEqual(
    (await inspected(root)).map(({ name }) => name),
    ['kit', 'kit:lint'],
  );
  const beside = await inspected({
    ...root,
    'a/skills/fix/SKILL.md': '---\ndescription: Fixes.\n---\nFix.\n',
  });
  assert.deepEqual(
    beside.map(({ path, loads, name }) => [path, loads, name]),
    [
      ['a/.claude-plugin/plugin.json', true, 'kit'],
      ['a/SKILL.md', false, null],
      ['a/skills/fix/SKILL.md', true, 'kit:fix'],
    ],
  );
});
