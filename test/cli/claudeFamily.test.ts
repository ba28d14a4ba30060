import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { runCli } from '../../server/src/cli/cli.ts';

const plugged = '---\nname: a\ndescription: d\npermissionMode: plan\n---\nYou.\n';
const files = {
  'plug/.claude-plugin/plugin.json': '{"name": "plug"}',
  'plug/agents/a.md': plugged,
  'plug/skills/s/SKILL.md': '---\ndescription: d\n---\nDo.\n',
  'other/agents/a.md': plugged,
  'CLAUDE.md': 'See @docs/a.md and @docs/missing.md.\n',
  'docs/a.md': 'A.\n',
  'node_modules/x/AGENTS.md': '@missing.md\n',
};

interface Checked {
  readonly files: { path: string; dialect: string; diagnostics: { rule: string }[] }[];
}

/** What `check` tells of paths of the project: each file with its dialect and the rules that found something. */
async function checked(cwd: string, ...paths: string[]): Promise<string[]> {
  let told = '';
  await runCli(['check', '--format', 'json', ...paths], {
    cwd,
    out: text => {
      told += text;
    },
    err: text => assert.fail(text),
    stdin: Readable.from([]),
    colors: false,
  });
  return (JSON.parse(told) as Checked).files.map(
    ({ path, dialect, diagnostics }) =>
      `${path} ${dialect}${diagnostics.map(({ rule }) => ` ${rule}`).join('')}`,
  );
}

/** A folder with these files, for the time of a test. */
async function inFolder(
  files: Readonly<Record<string, string>>,
  run: (root: string) => Promise<void>,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'agent-files-cli-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    await run(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('check finds plugins below, around and above the paths, and resolves imports', () =>
  inFolder(files, async root => {
    const agent = 'plug/agents/a.md claude-plugin-agent noIgnoredKey';
    assert.deepEqual(await checked(root), [
      'CLAUDE.md claude-memory noMissingImport',
      // In no plugin, but published to be copied.
      'other/agents/a.md claude-subagent',
      'plug/.claude-plugin/plugin.json claude-plugin-manifest',
      agent,
      'plug/skills/s/SKILL.md claude-skill',
    ]);
    assert.deepEqual(await checked(root, 'plug/agents'), [agent]);
    assert.deepEqual(await checked(root, 'plug/agents/a.md'), [agent]);
    assert.deepEqual(await checked(join(root, 'plug', 'agents')), [agent.replace('plug/agents/', '')]);
    assert.deepEqual(await checked(root, 'CLAUDE.md'), ['CLAUDE.md claude-memory noMissingImport']);
  }));

test('check finds the files at the paths in a plugin manifest', () =>
  inFolder(
    {
      'plug/.claude-plugin/plugin.json': '{"name": "plug", "agents": "./own/a.md", "skills": ["./kit/deep"]}',
      'plug/own/a.md': plugged,
      'plug/agents/b.md': plugged,
      'plug/kit/deep/s/SKILL.md': '---\ndescription: d\n---\nDo.\n',
      'bad/.claude-plugin/plugin.json': '{"agents": ',
      'bad/agents/c.md': plugged,
    },
    async root => {
      const agent = 'plug/own/a.md claude-plugin-agent noIgnoredKey';
      assert.deepEqual(await checked(root), [
        'bad/.claude-plugin/plugin.json claude-plugin-manifest useValidJson',
        'bad/agents/c.md claude-plugin-agent noRejectedPlugin noIgnoredKey',
        'plug/.claude-plugin/plugin.json claude-plugin-manifest',
        'plug/agents/b.md claude-plugin-agent useReadableFile',
        'plug/kit/deep/s/SKILL.md claude-skill',
        agent,
      ]);
      assert.deepEqual(await checked(root, 'plug/own'), [agent]);
      assert.deepEqual(await checked(root, 'plug/own/a.md'), [agent]);
    },
  ));
