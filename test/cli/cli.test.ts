import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { json, project, type ReportedFile, run } from '../support/cli.ts';

const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const warned = good.replace('---\nYou', 'tools: Read, Grpe\n---\nYou');
const refused = '---\ndescription: Writes.\ntools: Read\n---\nYou write.\n';

test('check --format json lists every file sorted by path, with LSP positions', async () => {
  const cwd = project({
    '.claude/agents/b.md': good,
    '.claude/agents/a/writer.md': warned.replace('writer', 'other'),
    'docs/notes.md': refused,
  });
  const { code, files } = await json(cwd, ['check']);
  assert.equal(code, 0);
  assert.deepEqual(files, [
    {
      path: '.claude/agents/a/writer.md',
      dialect: 'claude-subagent',
      diagnostics: [
        {
          rule: 'useKnownTool',
          severity: 'warning',
          message:
            'Unknown tool `Grpe`. Claude Code drops the name: names are exact and case-sensitive. Did you mean `Grep`?',
          problem: 'Unknown tool `Grpe`',
          consequence: 'Claude Code drops the name: names are exact and case-sensitive',
          advice: 'Did you mean `Grep`?',
          range: { start: { line: 3, character: 13 }, end: { line: 3, character: 17 } },
        },
      ],
    },
    { path: '.claude/agents/b.md', dialect: 'claude-subagent', diagnostics: [] },
  ]);
  assert.match(files[0]!.diagnostics[0]!.message, /Grpe/);
});

test('check exits with code 1 for an error and with 0 for a warning', async () => {
  const cwd = project({ '.claude/agents/a.md': refused, '.claude/agents/b.md': warned });
  assert.equal((await run(cwd, ['check'])).code, 1);
  assert.equal((await run(cwd, ['check', '.claude/agents/b.md'])).code, 0);
  const { files } = await json(cwd, ['check', '.claude/agents/a.md']);
  assert.deepEqual(
    files[0]!.diagnostics.map(({ rule, severity }) => [rule, severity]),
    [['useName', 'error']],
  );
});

test('check finds the same agents from a folder of agents or its subfolder as from the project root', async () => {
  const cwd = project({
    '.claude/agents/team/a.md': good,
    '.cursor/rules/b.mdc': '---\ndescription: d\n---\nDo.\n',
    'docs/c.md': good,
  });
  const pathsIn = async (folder: string, ...args: string[]) =>
    (await json(join(cwd, folder), ['check', ...args])).files.map(({ path }) => path);
  assert.deepEqual(await pathsIn('', '.claude', '.cursor/rules'), [
    '.claude/agents/team/a.md',
    '.cursor/rules/b.mdc',
  ]);
  assert.deepEqual(await pathsIn('.claude/agents'), ['team/a.md']);
  assert.deepEqual(await pathsIn('.claude/agents/team'), ['a.md']);
  assert.deepEqual(await pathsIn('docs'), []);
  // Another dialect has its own file extension.
  assert.deepEqual(await pathsIn('', '.cursor', '--dialect', 'cursor-rule'), ['.cursor/rules/b.mdc']);
});

test('check prints file, line, column, severity and rule of each problem, and a summary', async () => {
  const cwd = project({ '.claude/agents/a.md': warned, '.claude/agents/b.md': good.replace('writer', 'b') });
  const { out } = await run(cwd, ['check']);
  assert.match(out, /^\.claude\/agents\/a\.md\n +4:14 {2}warning {2}.*Grpe.* {2}useKnownTool\n/);
  assert.ok(!out.includes('b.md'));
  assert.match(out, /\n2 agent files: 1 warning\.\n$/);
  const clean = await run(cwd, ['check', '.claude/agents/b.md']);
  assert.equal(clean.out, '1 agent file, nothing to report.\n');
});

test('check and inspect print one line per problem and escape terminal control characters', async () => {
  const hostile =
    '---\nname: "a\\nb\\e[2J\\u202Ec"\ndescription: Writes.\ntools: "Grpe\\e]0;x\\a"\n---\nYou.\n';
  const cwd = project({ '.claude/agents/a\u001b[31m.md': hostile, '.claude/agents/b.md': hostile });
  for (const command of ['check', 'inspect']) {
    const { out } = await run(cwd, [command]);
    assert.ok(out.includes(String.raw`a\u001b[31m.md`), out);
    assert.ok(out.includes(String.raw`a b\u001b[2J\u202ec`), out);
    assert.doesNotMatch(out, /(?!\n)[\p{Cc}\u202E]/u);
  }
  const { out } = await run(cwd, ['check']);
  for (const line of out.split('\n').filter(text => text.startsWith(' ')))
    assert.match(line, /^ +\d+:\d+ {2}\w+ +\S.* {2}\w+$/);
});

test('check reports a duplicate agent name in both files, each with the path of the other', async () => {
  const cwd = project({ '.claude/agents/a.md': good, '.claude/agents/my team/a.md': good });
  const { files } = await json(cwd, ['check']);
  assert.deepEqual(
    files.map(({ diagnostics }) => diagnostics.map(one => one.rule)),
    [['noDuplicateName'], ['noDuplicateName']],
  );
  assert.match(
    files[0]!.diagnostics[0]!.message,
    /^Duplicate agent name `writer` \(also in agents\/my team\/a\.md\)\. /,
  );
  assert.match(
    files[1]!.diagnostics[0]!.message,
    /^Duplicate agent name `writer` \(also in agents\/a\.md\)\. /,
  );
});

test('check applies .agentfilesrc and reports its errors', async () => {
  const cwd = project({
    '.agentfilesrc': 'rules:\n  useKnownTool: error\n  noSuchRule: off\nignore: ["**/old.md"]\n',
    '.claude/agents/a.md': warned,
    '.claude/agents/old.md': refused,
  });
  const { code, files } = await json(cwd, ['check']);
  assert.equal(code, 1);
  assert.deepEqual(
    files.map(({ path, dialect, diagnostics }) => [path, dialect, diagnostics.map(one => one.severity)]),
    [
      ['.agentfilesrc', 'configuration', ['error']],
      ['.claude/agents/a.md', 'claude-subagent', ['error']],
    ],
  );
});

test('check --stdin checks standard input as the file named by --stdin-path', async () => {
  const cwd = project({ '.claude/agents/a.md': good });
  const args = ['check', '--stdin', '--stdin-path', '.claude/agents/a.md'];
  const { code, files } = await json(cwd, args, refused);
  assert.equal(code, 1);
  assert.deepEqual(
    files.map(({ path }) => path),
    ['.claude/agents/a.md'],
  );
  assert.equal((await json(cwd, args, good)).code, 0);
});

test('check keeps a byte order mark in files and on standard input', async () => {
  const marked = `\uFEFF${good}`;
  const agent = '.gemini/agents/writer.md';
  const cwd = project({ [agent]: marked });
  const fromFile = await json(cwd, ['check', agent]);
  assert.equal(fromFile.code, 1);
  assert.deepEqual(await json(cwd, ['check', '--stdin', '--stdin-path', agent], marked), fromFile);
});

test('check reports a UTF-16 file as unreadable', async () => {
  const cwd = project({ '.claude/agents/a.md': good, '.claude/agents/b.md': '' });
  writeFileSync(join(cwd, '.claude/agents/b.md'), `\uFEFF${good}`, 'utf16le');
  const { code, out, err } = await run(cwd, ['check']);
  assert.equal(code, 2);
  assert.equal(
    err,
    '.claude/agents/b.md cannot be read: it is encoded as UTF-16. Tools read UTF-8. Save it as UTF-8.\n',
  );
  assert.match(out, /^1 agent file, 1 unreadable/);
});

test('check --dialect overrides the dialect that the path implies', async () => {
  const cwd = project({ 'docs/writer.md': warned });
  const { files } = await json(cwd, ['check', 'docs/writer.md', '--dialect', 'claude-subagent']);
  assert.deepEqual(
    [files[0]!.path, files[0]!.dialect, files[0]!.diagnostics.length],
    ['docs/writer.md', 'claude-subagent', 1],
  );
  const opencode = await json(cwd, ['check', 'docs/writer.md', '--dialect', 'opencode-agent']);
  assert.equal(opencode.files[0]!.dialect, 'opencode-agent');
  // It is checked as if it were in the tool's folder: OpenCode does not accept a list of tools.
  assert.deepEqual(
    opencode.files[0]!.diagnostics.map(({ rule }) => rule),
    ['useValidType'],
  );
});

test('check --for reports problems with other tools and does not change the exit code', async () => {
  const cwd = project({ '.claude/agents/a.md': good.replace('---\nYou', 'color: green\n---\nYou') });
  const plain = await json(cwd, ['check']);
  assert.deepEqual(plain.files[0]!.diagnostics, []);
  const { code, files } = await json(cwd, ['check', '--for', 'claude, opencode,kilo']);
  assert.equal(code, 0);
  const [only, ...others] = files[0]!.diagnostics;
  assert.deepEqual(others, []);
  assert.equal(only!.target, 'opencode,kilo');
  assert.equal(only!.severity, 'warning');
  assert.match(only!.message, /^Unknown color `green`\. OpenCode .* does not start with this file; Kilo /);
  const { out } = await run(cwd, ['check', '--for', 'opencode']);
  assert.match(out, /warning {2}Unknown color `green`\. OpenCode .*useKnownColor/);
});

const errors: [what: string, args: string[], message: RegExp][] = [
  ['no command', [], /^Usage: agent-files [\s\S]*\n {2}check /],
  ['an unknown command', ['lint'], /^Unknown command "lint"\.\n\nusage/],
  ['a misspelled command', ['chekc'], /Did you mean check\?/],
  ['a path in place of a command', ['notes.md'], /agent-files check notes\.md\n/],
  ['an unknown option', ['check', '--frob'], /^Unknown option --frob\.\n\nusage: agent-files check /],
  [
    'an option before the command',
    ['--format', 'json', 'check'],
    /^--format belongs after the command: agent-files check --format$/m,
  ],
  ['an argument too many', ['rules', 'x'], /^Too many arguments/],
  ['an unknown rule', ['explain', 'useNam'], /^Unknown rule "useNam"\. Did you mean useName\?/],
  ['a misspelled option', ['check', '--formt=json'], /Unknown option --formt\. Did you mean --format\?/],
  ['an option without its value', ['check', '--for'], /^Option '--for <tools>' argument missing\./],
  ['a misspelled dialect', ['check', '--dialect', 'kiro-agnt'], /Did you mean kiro-agent\?/],
  [
    'an unknown format',
    ['check', '--format', 'xml'],
    /Invalid value "xml" for --format\. Use text, json, sarif, .*, or markdown\./,
  ],
  ['an unknown dialect', ['check', '--dialect', 'x'], /Unknown dialect "x".*claude-subagent/],
  ['an unknown target', ['check', '--for', 'claude,x'], /Unknown target "x".*claude, .*opencode/],
  ['an empty target', ['check', '--for', ''], /Unknown target ""/],
  ['--for with inspect', ['inspect', '--for', 'claude'], /--for can only be used with check/],
  ['--stdin without a path', ['check', '--stdin'], /--stdin-path/],
  ['--stdin with an empty path', ['check', '--stdin', '--stdin-path', ''], /--stdin requires --stdin-path/],
  ['--stdin-path without --stdin', ['check', '--stdin-path', 'a.md'], /requires --stdin\./],
  ['a missing file', ['check', 'missing.md'], /No such file or folder: missing\.md\.\n/],
  ['a path below a file', ['check', 'notes.md/a.md'], /No such file or folder: notes\.md\/a\.md/],
  [
    'an unexpanded glob',
    ['check', 'agents/*.md'],
    /No such file or folder: agents\/\*\.md\. Pass the folder/,
  ],
  ['an empty path', ['check', ''], /One of the paths is empty/],
  ['a broken link', ['check', 'loop'], /loop cannot be read: ELOOP/],
];
for (const [what, args, message] of errors) {
  test(`the command line exits with code 2 and an error message for ${what}`, async () => {
    const cwd = project({ 'notes.md': 'Notes.\n' });
    symlinkSync('loop', join(cwd, 'loop'));
    const { code, out, err } = await run(cwd, args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, message);
  });
}

test('an invalid path does not keep the other files from being checked', async () => {
  const cwd = project({ 'notes.md': 'Notes.\n', '.claude/agents/a.md': warned });
  const paths = ['notes.md', '.claude/agents/a.md', 'missing', ''];
  const { code, out, err } = await run(cwd, ['check', ...paths]);
  assert.equal(code, 2);
  assert.match(out, /\n1 agent file: 1 warning\.\n$/);
  assert.deepEqual(
    err
      .trimEnd()
      .split('\n')
      .map(line => /missing|empty|notes\.md does not look like an agent file/.exec(line)?.[0]),
    ['notes.md does not look like an agent file', 'missing', 'empty'],
  );
});

test('check and inspect suggest --dialect when they find no agent files', async () => {
  const cwd = project({ 'docs/notes.md': 'Notes.\n' });
  for (const command of ['check', 'inspect']) {
    const { code, out } = await run(cwd, [command, 'docs']);
    assert.equal(code, 0);
    assert.match(out, /^No agent files found\. Use --dialect .*\n$/);
    assert.deepEqual((await json(cwd, [command, 'docs'])).files, []);
  }
});

test('ignored files are counted in the summary, even when named on the command line', async () => {
  const cwd = project({
    '.agentfilesrc': 'ignore: ["**/old.md"]\n',
    '.claude/agents/a.md': good,
    '.claude/agents/old.md': refused,
  });
  const outOf = async (...args: string[]) => (await run(cwd, args)).out;
  assert.equal(await outOf('check'), '1 agent file, 1 ignored, nothing to report.\n');
  assert.equal(
    await outOf('check', '.claude/agents/old.md'),
    'No agent files found, 1 ignored by .agentfilesrc.\n',
  );
  assert.match(await outOf('inspect'), /\n1 file, 1 ignored: 1 loads as written, /);
});

test('an invalid configuration file is not counted as an agent file', async () => {
  const cwd = project({ '.agentfilesrc': 'rulez: {}\n', '.claude/agents/a.md': good });
  assert.match((await run(cwd, ['check'])).out, /\n1 agent file: 1 error\.\n$/);
});

test('an unreadable file does not keep the other files from being checked', async () => {
  const cwd = project({
    '.claude/agents/a.md': warned,
    '.claude/agents/huge.md': good + 'x'.repeat(20_000_000),
    '.claude/agents/z.md': refused,
  });
  const { code, out, err } = await run(cwd, ['check']);
  assert.equal(code, 2);
  assert.match(err, /^\.claude\/agents\/huge\.md cannot be read: it is larger than \d+ bytes\n$/);
  assert.match(out, /\n2 agent files, 1 unreadable: 1 error, 1 warning\.\n$/);
  const inspected = await run(cwd, ['inspect', '--format', 'json']);
  assert.equal(inspected.code, 2);
  assert.equal(inspected.err, err);
  const { files } = JSON.parse(inspected.out) as { files: readonly ReportedFile[] };
  assert.deepEqual(
    files.map(({ path }) => path),
    ['.claude/agents/a.md', '.claude/agents/z.md'],
  );
});

test('inspect shows how a skill is called, and what is shown of it', async () => {
  const cwd = project({
    '.claude/skills/notes/SKILL.md':
      '---\nname: Notes\ndescription: |\n  Writes\n  <notes>.\nargument-hint: [tag]\ndisable-model-invocation: true\n---\nWrite.\n',
    '.claude/commands/git/tag.md': '---\nuser-invocable: no\n---\n# Tag it\n',
  });
  const { out } = await run(cwd, ['inspect', '--format', 'json']);
  const { files } = JSON.parse(out) as { files: readonly Record<string, unknown>[] };
  assert.deepEqual(
    files.map(({ menu, modelInvocable, userInvocable, listing }) => ({
      menu,
      modelInvocable,
      userInvocable,
      listing,
    })),
    [
      {
        menu: null,
        modelInvocable: true,
        userInvocable: false,
        listing: '- git:tag: Tag it',
      },
      {
        menu: { name: 'Notes', description: 'Writes &lt;notes&gt;.', argumentHint: 'tag' },
        modelInvocable: false,
        userInvocable: true,
        listing: null,
      },
    ],
  );
});

test('--help lists the commands, and the help of a command its options, dialects and tools', async () => {
  const { code, out } = await run(project(), ['--help']);
  assert.equal(code, 0);
  for (const args of [['-h'], ['help']])
    assert.deepEqual(await run(project(), args), { code: 0, out, err: '' });
  for (const command of ['check', 'inspect', 'explain', 'rules', 'dialects', 'completion'])
    assert.match(out, new RegExp(`^ {2}${command} .*[a-z]$`, 'm'));
  assert.doesNotMatch(out, /\bcomplete\b/);
  const check = await run(project(), ['check', '--help']);
  for (const args of [
    ['help', 'check'],
    ['check', 'missing', '-h'],
  ])
    assert.deepEqual(await run(project(), args), { code: 0, out: check.out, err: '' });
  for (const word of ['claude-subagent', 'opencode-agent', '--for', 'opencode'])
    assert.match(check.out, new RegExp(`(?:^|\\s)${word}(?:\\s|$)`));
  for (const line of check.out.split('\n')) assert.ok(line.length <= 80, line);
});

test('explain prints the section of a rule, and rules and dialects list all of them', async () => {
  const explained = await run(project(), ['explain', 'usequotedvalue']);
  assert.equal(explained.code, 0);
  assert.match(explained.out, /^# useQuotedValue\n\n\*\*Quote values/);
  assert.match(explained.out, /\nAfter the fix:\n[\s\S]*\nSources:\n\n- [^\n]*\n(?:- [^\n]*\n)*$/);
  const listed = await run(project(), ['rules']);
  assert.match(listed.out, /^useQuotedValue +by effect +Quote values /m);
  const { rules } = JSON.parse((await run(project(), ['rules', '--format', 'json'])).out);
  for (const { id } of rules) assert.match((await run(project(), ['explain', id])).out, /\nSources:\n/, id);
  assert.match((await run(project(), ['dialects'])).out, /^claude-subagent +.* \*\*\/\.claude\/agents\//m);
  const { dialects } = JSON.parse((await run(project(), ['dialects', '--format', 'json'])).out);
  assert.deepEqual(
    dialects.map(({ id }: { id: string }) => id),
    [...new Set(dialects.map(({ id }: { id: string }) => id))],
  );
});

test('inspect --format json shows how the tool loads each file', async () => {
  const cwd = project({ '.claude/agents/a.md': warned, '.claude/agents/b.md': refused });
  const { code, files } = await json(cwd, ['inspect']);
  assert.equal(code, 0);
  const [a, b] = files as [ReportedFile, ReportedFile];
  assert.deepEqual(
    [a.path, a.dialect, a.loads, a.name, a.description, a.model, a.tools, a.disallowedTools],
    ['.claude/agents/a.md', 'claude-subagent', true, 'writer', 'Writes.', null, ['Read'], null],
  );
  assert.deepEqual(
    a.notes.map(({ range }) => range.start),
    [{ line: 3, character: 13 }],
  );
  assert.equal(typeof a.notes[0]!.message, 'string');
  assert.deepEqual([b.loads, b.name], [false, null]);
});

test('inspect prints a table with the reasons below each row', async () => {
  const cwd = project({
    '.claude/agents/a.md': good,
    '.claude/agents/b.md': warned.replace('writer', 'b'),
    '.claude/agents/c.md': refused,
    '.claude/agents/README.md': '# Agents\n\nOur agents.\n',
    '.opencode/agents/d.md': '---\ndescription: Writes.\nmodel: sonnet\n---\nYou write.\n',
  });
  const { out } = await run(cwd, ['inspect']);
  const rows = out.split('\n').filter(line => /^\S/.test(line));
  assert.deepEqual(
    rows.slice(0, -1).map(row => row.split(/\s{2,}/).slice(0, 3)),
    [
      ['file', 'loads', 'name'],
      ['.claude/agents/README.md', 'none', '–'],
      ['.claude/agents/a.md', 'yes', 'writer'],
      ['.claude/agents/b.md', 'changed', 'b'],
      ['.claude/agents/c.md', 'no', '–'],
      ['.opencode/agents/d.md', 'fails', 'd'],
    ],
  );
  assert.match(out, /b\.md .*\n {4}line 4: .*Grpe/);
  assert.match(
    out,
    /\n5 files: 1 loads as written, 1 with changes, 1 loads and fails when used, 1 does not load, 1 is not meant to\.\n$/,
  );
});

test('inspect shows no tools for rejected files and for kinds without tools', async () => {
  const cwd = project({
    '.claude/agents/writer.md': good,
    '.claude/agents/refused.md': refused,
    '.claude/rules/tabs.md': 'Use tabs.\n',
    'CLAUDE.md': 'Be short.\n',
  });
  const { out } = await run(cwd, ['inspect']);
  const last = (file: string) =>
    out
      .split('\n')
      .find(line => line.startsWith(file))!
      .split(' ')
      .at(-1);
  assert.deepEqual(
    ['.claude/agents/writer.md', '.claude/agents/refused.md', '.claude/rules/tabs.md', 'CLAUDE.md'].map(last),
    ['all', '–', '–', '–'],
  );
});

test('inspect --stdin reads standard input as any dialect', async () => {
  const args = ['inspect', '--stdin', '--stdin-path', 'x.md', '--dialect', 'claude-subagent'];
  const { code, files } = await json(project(), args, good);
  assert.equal(code, 0);
  assert.deepEqual([files.length, files[0]!.path, files[0]!.name], [1, 'x.md', 'writer']);
});
