import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

interface Always {
  readonly characters: number;
  readonly tokens: number;
  readonly parts: readonly {
    readonly kind: string;
    readonly path: string | null;
    readonly characters: number;
    readonly tokens: number;
    readonly share: number;
  }[];
  readonly limit: { readonly size: number; readonly used: number; readonly isExceeded: boolean } | null;
}

async function always(
  files: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Always & { readonly code: number }> {
  const { code, out } = await run(project(files), ['budget', '--format', 'json', ...args]);
  return { ...(JSON.parse(out) as { alwaysLoaded: Always }).alwaysLoaded, code };
}

const kinds = ({ parts }: Always) => parts.map(({ kind, path }) => `${kind} ${path}`);

const claude = {
  'CLAUDE.md': 'Use tabs.\n@docs/style.md\n@docs/missing.md\n',
  'docs/style.md': `${'Write short lines. '.repeat(40)}\n`,
  'AGENTS.md': 'Not read beside CLAUDE.md.\n',
  'sub/CLAUDE.md': 'Only for this folder.\n',
  '.claude/rules/always.md': '# Always\nTest it.\n',
  '.claude/rules/api.md': '---\npaths: src/api/**\n---\nOnly for the API.\n',
  '.claude/output-styles/terse.md': '---\nname: Terse\ndescription: Short.\n---\nAnswer in one line.\n',
  '.claude/output-styles/long.md': '---\nname: Long\ndescription: Long.\n---\nExplain everything.\n',
  '.claude/settings.json': '{"outputStyle": "Terse"}',
  '.claude/agents/writer.md': '---\nname: writer\ndescription: Writes.\n---\nNot sent until it is started.\n',
  '.claude/skills/lint/SKILL.md': '---\ndescription: Lints.\n---\nNot sent until it is called.\n',
};

test('budget adds up what Claude Code sends in every session, each file with its share', async () => {
  const found = await always(claude);
  assert.deepEqual(kinds(found).sort(), [
    'agent .claude/agents/writer.md',
    'import docs/style.md',
    'instructions CLAUDE.md',
    'rule .claude/rules/always.md',
    'skills null',
    'style .claude/output-styles/terse.md',
  ]);
  const { characters, tokens, parts } = found;
  assert.equal(
    characters,
    parts.reduce((sum, part) => sum + part.characters, 0),
  );
  assert.equal(
    tokens,
    parts.reduce((sum, part) => sum + part.tokens, 0),
  );
  assert.ok(Math.abs(parts.reduce((sum, { share }) => sum + share, 0) - 1) < 0.01);
  const [style] = parts.filter(({ path }) => path === 'docs/style.md');
  assert.ok(style!.characters === 761 && style!.tokens > 100 && style!.tokens < 250, JSON.stringify(style));
  const { out } = await run(project(claude), ['budget']);
  assert.match(
    out,
    /\nOf this project, in every session: [\d,]+ characters, about [\d,]+ tokens\.\nwhat +characters +tokens +share +file\nimport +761 /,
  );
});

test('budget counts AGENTS.md for Claude Code only where CLAUDE.md says nothing', async () => {
  const text = { 'AGENTS.md': 'Use tabs.\n', 'CLAUDE.md': '<!-- nothing -->\n' };
  assert.deepEqual(kinds(await always(text)), ['instructions AGENTS.md']);
});

test('budget says what Codex drops of AGENTS.md over 32,768 bytes, and ends with code 1', async () => {
  const files = (bytes: number) => ({ 'AGENTS.md': 'é'.repeat(bytes / 2) });
  const fits = await always(files(32_768), '--for', 'codex');
  assert.deepEqual([fits.code, fits.limit?.used, fits.limit?.isExceeded], [0, 32_768, false]);
  const over = await always(files(32_770), '--for', 'codex');
  assert.deepEqual([over.code, over.limit?.isExceeded], [1, true]);
  const { out } = await run(project(files(32_770)), ['budget', '--for', 'codex']);
  assert.match(out, /Limit of instructions: 32,770 of 32,768 bytes: Codex drops the rest\.\n$/);
});

test('budget knows the rules that Cursor and Devin send always, and the limit of Devin for each', async () => {
  const rule = (keys: string, length: number) => `---\n${keys}\n---\n${'x'.repeat(length)}`;
  const files = {
    'AGENTS.md': 'Use tabs.\n',
    '.cursor/rules/a.mdc': rule('alwaysApply: true', 10),
    '.cursor/rules/b.mdc': rule('globs: src/**\nalwaysApply: false', 10),
    '.devin/rules/a.md': rule('trigger: always_on', 12_001),
    '.devin/rules/b.md': rule('trigger: manual', 10),
  };
  const cursor = await always(files, '--for', 'cursor');
  assert.deepEqual(
    [cursor.code, ...kinds(cursor)],
    [0, 'instructions AGENTS.md', 'rule .cursor/rules/a.mdc'],
  );
  const devin = await always(files, '--for', 'devin');
  assert.deepEqual([devin.code, ...kinds(devin)], [1, 'instructions AGENTS.md', 'rule .devin/rules/a.md']);
  assert.equal(devin.limit?.used, 12_001);
  for (const [tool, name] of [
    ['gemini', 'GEMINI.md'],
    ['qwen', 'QWEN.md'],
    ['copilot-cli', '.github/copilot-instructions.md'],
    ['opencode', 'AGENTS.md'],
  ] as const)
    assert.deepEqual(kinds(await always({ [name]: 'Use tabs.\n' }, '--for', tool)), [`instructions ${name}`]);
});
