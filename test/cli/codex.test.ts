import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';
import { recordedCases } from '../support/conformance.ts';

const good = 'name = "writer"\ndescription = "Writes."\ndeveloper_instructions = """\nYou write.\n"""\n';
const markdown = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';

/** The findings of `check`, each as `path:line severity rule: message`. */
async function checked(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string[]> {
  const { out } = await run(project(files), ['check', '--format', 'json', ...args]);
  const { files: found } = JSON.parse(out) as {
    files: readonly {
      path: string;
      diagnostics: readonly {
        rule: string;
        severity: string;
        message: string;
        range: { start: { line: number } };
      }[];
    }[];
  };
  return found.flatMap(({ path, diagnostics }) =>
    diagnostics.map(
      ({ rule, severity, message, range }) =>
        `${path}:${range.start.line + 1} ${severity} ${rule}: ${message}`,
    ),
  );
}

test('agents of Codex are found and judged', async () => {
  assert.deepEqual(await checked({ '.codex/agents/writer.toml': good, 'pyproject.toml': 'x = ' }), []);
  assert.deepEqual(await checked({ '.codex/agents/team/writer.toml': `${good}color = "red"\n` }), [
    '.codex/agents/team/writer.toml:6 error noUnknownKey: Unknown key `color`. Codex ignores the file, with a warning at startup.',
  ]);
  assert.deepEqual(await checked({ '.codex/agents/writer.toml': 'name = "writer"\n[tools]\nx = [1,\n' }), [
    '.codex/agents/writer.toml:4 error useValidToml: Line is not a `key = value`. Codex ignores the file, with a warning at startup. Put a multiline string between `"""`.',
  ]);
});

test('`inspect` shows what Codex loads, as it was recorded', async () => {
  const cases = recordedCases<{
    id: string;
    path: string;
    input: string;
    loads: boolean;
    name: string | null;
  }>('codex/agents').filter(({ path, id }) => /^\.codex\/agents\/.*\.toml$/.test(path) && id !== 'untrusted');
  assert.ok(cases.length > 50);
  const files = Object.fromEntries(
    cases.map(({ id, input }) => [`${id.replace(/\W/g, '-')}/.codex/agents/x.toml`, input]),
  );
  const { out } = await run(project(files), ['inspect', '--format', 'json']);
  const shown = new Map(
    (
      JSON.parse(out) as { files: readonly { path: string; loads: boolean; name: string | null }[] }
    ).files.map(({ path, loads, name }) => [path.split('/')[0], { loads, name }]),
  );
  for (const { id, loads, name } of cases)
    assert.deepEqual(shown.get(id.replace(/\W/g, '-')), { loads, name }, id);
});

test('Markdown in the folder of Codex, and TOML outside of it, are reported once for a folder', async () => {
  const notRead = 'warning useReadableFile: File is not read here.';
  assert.deepEqual(await checked({ '.codex/agents/a.md': markdown, '.codex/agents/b.md': markdown }), [
    `.codex/agents/a.md:1 ${notRead} Codex reads only files that end in \`.toml\`; one more file is not read either. Write the agent as TOML, with the prompt as \`developer_instructions\`.`,
  ]);
  assert.deepEqual(await checked({ '.codex/agents/README.md': '# Agents\n' }), []);
  assert.deepEqual(await checked({ '.codex/agent/writer.toml': good }), [
    `.codex/agent/writer.toml:1 ${notRead} Codex does not look in \`.codex/agent\`. Move it to \`.codex/agents\`.`,
  ]);
  assert.deepEqual(await checked({ '.agents/agents/writer.toml': good }), [
    `.agents/agents/writer.toml:1 ${notRead} Codex reads agents only from \`.codex/agents\`. Move it to \`.codex/agents/writer.toml\`.`,
  ]);
});

test('an agent of another tool is one finding for Codex, unless there is one of its name in TOML', async () => {
  assert.deepEqual(await checked({ '.claude/agents/writer.md': markdown }, '--for', 'codex'), [
    '.claude/agents/writer.md:1 warning useReadableFile: File is Markdown, not TOML. Codex reads such files only in TOML. Add one in TOML.',
  ]);
  assert.deepEqual(await checked({ '.codex/agents/writer.toml': good }, '--for', 'claude,opencode'), [
    '.codex/agents/writer.toml:1 warning useReadableFile: File is TOML, not Markdown. Claude Code 2.1 and OpenCode 1.18 do not load this file. Add one in Markdown.',
  ]);
  assert.deepEqual(
    await checked(
      { '.claude/agents/writer.md': markdown, '.codex/agents/writer.toml': good },
      '--for',
      'codex,claude',
    ),
    [],
  );
});

test('hostile TOML is one finding at most', async () => {
  for (const text of [
    `\uFEFF${good}`,
    good.replaceAll('\n', '\r\n'),
    `name = "x"\n__proto__ = 1\n${good}`,
    `a = "${'x'.repeat(3_000_000)}"\n`,
    `a = ${'['.repeat(200_000)}\n`,
    `${'a.'.repeat(100_000)}b = 1\n`,
    `${'[[a]]\n'.repeat(100_000)}]`,
    '\u0000\uFFFD',
    '',
  ]) {
    const found = await checked({ '.codex/agents/x.toml': text });
    assert.ok(found.length <= 3, found.join('\n'));
    assert.ok(!found.some(line => line.includes('internal')), found.join('\n'));
  }
  assert.deepEqual(await checked({ '.codex/agents/x.toml': `\uFEFF${good}` }), []);
});

test('a comment suppresses a finding in TOML', async () => {
  const text = `# agent-files-disable-next-line noUnknownKey\ncolor = "red"\n${good}`;
  assert.deepEqual(await checked({ '.codex/agents/writer.toml': text }), []);
});

test('fixes in TOML are written as TOML', async () => {
  const folder = project({ '.codex/agents/writer.toml': 'description = "Writes."\nnickname = ["A"]\n' });
  const { out } = await run(folder, ['check', '--fix-dry-run', '--format', 'json']);
  assert.doesNotMatch(out, /name: /);
});
