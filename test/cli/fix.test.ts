import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encoded } from '../../server/src/cli/fix/writeText.ts';
import { json, project, run } from '../support/cli.ts';

const broken = '---\nname: NAME\ndescription: Use it when: asked.\n---\nYou write.\n';
const fixed = broken.replace(': Use it when: asked.', ': "Use it when: asked."');
const named = (name: string, text = broken) => text.replace('NAME', name);
const path = (name: string) => `.claude/agents/${name}.md`;

test('check --fix applies the safe fixes of all files, and says which', async () => {
  const cwd = project({ [path('a')]: named('a'), [path('b')]: named('b'), [path('c')]: named('c', fixed) });
  const { code, out, err } = await run(cwd, ['check', '--fix']);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(out, `Fixed ${path('a')}\nFixed ${path('b')}\n\n3 agent files, nothing to report.\n`);
  for (const name of ['a', 'b', 'c'])
    assert.equal(readFileSync(join(cwd, path(name)), 'utf8'), named(name, fixed));
  assert.deepEqual(readdirSync(join(cwd, '.claude/agents')).sort(), ['a.md', 'b.md', 'c.md']);
  const again = await run(cwd, ['check', '--fix']);
  assert.equal(again.out, '3 agent files, nothing to report.\n');
});

test('check --fix leaves what only the author can decide, and reports it', async () => {
  const text = named('a').replace('---\nYou', 'tools: Read, Grpe\n---\nYou');
  const cwd = project({ [path('a')]: text });
  const { out } = await run(cwd, ['check', '--fix']);
  assert.match(out, /^Fixed .*\n\n.*\n {4}4:14 {2}warning {2}Unknown tool `Grpe`/);
  assert.match(readFileSync(join(cwd, path('a')), 'utf8'), /tools: Read, Grpe\n/);
});

test('check --fix respects rules that are off, comments, and ignored files', async () => {
  const suppressed = named('b').replace('desc', '# agent-files-disable-next-line useQuotedValue\ndesc');
  const cwd = project({
    '.agentfilesrc': 'rules:\n  useQuotedValue: off\n',
    [path('a')]: named('a'),
    'other/.agentfilesrc': 'ignore: ["**/c.md"]\n',
    [`other/${path('b')}`]: suppressed,
    [`other/${path('c')}`]: named('c'),
  });
  assert.equal((await run(cwd, ['check', '--fix'])).out.includes('Fixed'), false);
  await run(cwd, ['check', '--fix', '--rule', 'useQuotedValue=warning']);
  assert.equal(readFileSync(join(cwd, path('a')), 'utf8'), named('a', fixed));
  assert.equal(readFileSync(join(cwd, `other/${path('b')}`), 'utf8'), suppressed);
  assert.equal(readFileSync(join(cwd, `other/${path('c')}`), 'utf8'), named('c'));
});

test('check --fix keeps line ends, a byte order mark and permissions', async () => {
  const windows = `\uFEFF${named('a').replaceAll('\n', '\r\n')}`;
  const cwd = project({ [path('a')]: windows });
  chmodSync(join(cwd, path('a')), 0o640);
  await run(cwd, ['check', '--fix']);
  assert.equal(
    readFileSync(join(cwd, path('a')), 'utf8'),
    `\uFEFF${named('a', fixed).replaceAll('\n', '\r\n')}`,
  );
  if (process.platform !== 'win32') assert.equal(statSync(join(cwd, path('a'))).mode & 0o777, 0o640);
});

test('check --fix keeps bytes that are not UTF-8, and does not write a line that has some', async () => {
  const cwd = project({ [path('a')]: '', [path('b')]: '' });
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  writeFileSync(join(cwd, path('a')), bytes(named('a').replace('You write', 'Caf\xE9')));
  const inLine = bytes(named('b').replace('asked', 'caf\xE9'));
  writeFileSync(join(cwd, path('b')), inLine);
  const { code, err } = await run(cwd, ['check', '--fix']);
  assert.deepEqual(
    readFileSync(join(cwd, path('a'))),
    bytes(named('a', fixed).replace('You write', 'Caf\xE9')),
  );
  assert.deepEqual(readFileSync(join(cwd, path('b'))), inLine);
  assert.deepEqual(
    [code, err],
    [2, `${path('b')} cannot be written: the lines to fix have bytes that are not UTF-8\n`],
  );
});

test('text is encoded with the bytes that the lines around a change had', () => {
  const original = Buffer.from('a\xFF\nb\nc\xFE', 'latin1');
  const before = original.toString('utf8');
  assert.deepEqual(
    encoded(original, before, before.replace('b', 'é')).toString('latin1'),
    'a\xFF\n\xC3\xA9\nc\xFE',
  );
  assert.deepEqual(encoded(original, before, before.replace('b\n', '')).toString('latin1'), 'a\xFF\nc\xFE');
  assert.throws(() => encoded(original, before, before.replace('c', 'd')), /not UTF-8/);
});

test('check --fix writes what a link leads to, and keeps the link', {
  skip: process.platform === 'win32' && 'links need special rights there',
}, async () => {
  const cwd = project({ 'shared/a.md': named('a'), [path('b')]: named('b', fixed) });
  symlinkSync('../../shared/a.md', join(cwd, path('a')));
  await run(cwd, ['check', '--fix']);
  assert.ok(lstatSync(join(cwd, path('a'))).isSymbolicLink());
  assert.equal(readFileSync(join(cwd, 'shared/a.md'), 'utf8'), named('a', fixed));
});

test('a file that cannot be written is an error, and the others are fixed', {
  skip: (process.platform === 'win32' || process.getuid?.() === 0) && 'every file can be written',
}, async () => {
  const cwd = project({ [path('a')]: named('a'), [path('b')]: named('b') });
  chmodSync(join(cwd, path('a')), 0o444);
  const { code, err } = await run(cwd, ['check', '--fix']);
  assert.equal(code, 2);
  assert.match(err, /a\.md cannot be written: EACCES/);
  assert.equal(readFileSync(join(cwd, path('b')), 'utf8'), named('b', fixed));
});

test('check --fix-dry-run writes nothing, and prints a diff that git applies', async () => {
  const texts = {
    [path('a')]: named('a').replaceAll('\n', '\r\n'),
    [path('my own')]: named('b').trimEnd(),
    [path('c')]: named('c', fixed),
  };
  const cwd = project(texts);
  const { code, out } = await run(cwd, ['check', '--fix-dry-run']);
  assert.equal(code, 0);
  assert.match(
    out,
    /^diff --git .*\n--- a\/\.claude\/agents\/a\.md\n\+\+\+ b\/\.claude\/agents\/a\.md\n@@ -1,5 \+1,5 @@\n ---/,
  );
  assert.match(out, /\n2 files would be fixed\. To write them, use --fix\.\n/);
  for (const [file, text] of Object.entries(texts)) assert.equal(readFileSync(join(cwd, file), 'utf8'), text);
  execFileSync('git', ['init', '--quiet'], { cwd });
  execFileSync('git', ['apply', '-'], { cwd, input: out });
  assert.equal(readFileSync(join(cwd, path('a')), 'utf8'), named('a', fixed).replaceAll('\n', '\r\n'));
  assert.equal(readFileSync(join(cwd, path('my own')), 'utf8'), named('b', fixed).trimEnd());
  const { code: after, files } = await json(cwd, ['check', '--fix-dry-run']);
  assert.equal(after, 0);
  assert.deepEqual(
    files.flatMap(({ diagnostics }) => diagnostics),
    [],
  );
});

test('the JSON output has the files that are fixed, with a diff unless they are written', async () => {
  const cwd = project({ [path('a')]: named('a') });
  const fixedIn = async (option: string) =>
    JSON.parse((await run(cwd, ['check', option, '--format', 'json'])).out).fixed;
  const [dry] = await fixedIn('--fix-dry-run');
  assert.match(dry.diff, /^diff .*\n\+description: "Use it when: asked\."\n/s);
  assert.deepEqual(await fixedIn('--fix'), [{ path: path('a') }]);
  assert.deepEqual(await fixedIn('--fix'), []);
});

test('--fix with standard input prints the fixed text, and the findings to standard error', async () => {
  const args = ['check', '--fix', '--stdin', '--stdin-path', path('a')];
  const { code, out, err } = await run(project(), args, named('a'));
  assert.deepEqual([code, out], [0, named('a', fixed)]);
  assert.match(err, /1 agent file, nothing to report\.\n$/);
  assert.equal((await run(project(), args, named('a', fixed))).out, named('a', fixed));
});

test('a hostile file cannot add commands for terminals and build systems to a diff', async () => {
  const hostile = named('a').replace('You write.', '::error::x\u001b[31m\n##vso[x]y');
  const { out } = await run(project({ [path('a')]: hostile }), ['check', '--fix-dry-run']);
  assert.match(out, /^ \\u003a:error::x\\u001b\[31m$/m);
  assert.doesNotMatch(out, /\u001b|##[^#[\s]*\[|^\s*::/m);
});

test('the text output ends with how to apply safe fixes, only where there are some', async () => {
  const hint = /^To apply the safe fixes, add --fix; to see them first, --fix-dry-run\.$/m;
  const withFix = project({ [path('a')]: named('a').replace('---\nYou', 'tools: Grpe, Read\n---\nYou') });
  assert.match((await run(withFix, ['check'])).out, hint);
  assert.doesNotMatch((await run(withFix, ['check', '--fix'])).out, hint);
  const without = project({
    [path('a')]: named('a', fixed).replace('---\nYou', 'tools: Grpe, Read\n---\nYou'),
  });
  const { out } = await run(without, ['check']);
  assert.doesNotMatch(out, hint);
  assert.match(out, /^To read more of a rule: agent-files explain useKnownTool$/m);
});

test('options that contradict each other are usage errors', async () => {
  const cwd = project();
  for (const [args, message] of [
    [['--fix', '--fix-dry-run'], '--fix and --fix-dry-run cannot be used together.'],
    [['--quiet', '--level', 'hint'], '--quiet and --level cannot be used together.'],
    [['--strict', '--max-warnings', '1'], '--strict and --max-warnings cannot be used together.'],
    [['--max-warnings', '-1'], 'Invalid value "-1" for --max-warnings. Use a whole number.'],
    [['--update-baseline'], '--update-baseline requires --baseline.'],
    [['--rule', 'useNme=off'], 'Unknown rule "useNme". Did you mean useName?'],
    [
      ['--rule', 'useName'],
      'Invalid value "" for --rule useName. Use error, warning, information, hint, or off.',
    ],
  ] as const) {
    const { code, err } = await run(cwd, ['check', ...args]);
    assert.deepEqual([code, err], [2, `${message}\n`]);
  }
});

test('the packed command line fixes files on disk', () => {
  const cwd = project({ [path('a')]: named('a') });
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'dist/cli.cjs'), 'check', '--fix-dry-run'],
    {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PWD: cwd },
    },
  );
  assert.equal(status, 0);
  assert.match(stdout, /^\+description: "Use it when: asked\."$/m);
});
