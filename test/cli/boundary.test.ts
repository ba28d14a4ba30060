import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../../server/src/cli/cli.ts';
import { failsOnMarkedText } from '../support/failure.ts';
import { project } from '../support/project.ts';

const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const refused = '---\nname: other\n---\nYou write.\n';

async function run(cwd: string, ...args: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await runCli(args, {
    cwd,
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    stdin: process.stdin,
    colors: false,
  });
  return { code, out, err };
}

const files = {
  '.claude/agents/a.md': good.replace('Writes', 'FAILURE'),
  '.claude/agents/b.md': refused,
};

test('check reports an internal error of one file there, checks the others and exits with code 2', async t => {
  failsOnMarkedText(t);
  const cwd = project(t, files);
  const { code, out, err } = await run(cwd, 'check');
  assert.equal(code, 2);
  assert.match(
    out,
    /agents\/a\.md\n +1:1 {2}warning {2}Internal error while checking this file\..* {2}internalError\n/,
  );
  assert.match(out, /agents\/b\.md\n.*error.*useDescription\n/);
  assert.match(err, /^Internal error while checking \.claude\/agents\/a\.md: TypeError: failure at .*\n$/);
});

test('check --format json lists the file with the internal error', async t => {
  failsOnMarkedText(t);
  const { code, out } = await run(project(t, files), 'check', '--format', 'json');
  assert.equal(code, 2);
  const [a, b] = JSON.parse(out).files;
  assert.deepEqual([a.path, a.diagnostics[0].rule], ['.claude/agents/a.md', 'internalError']);
  assert.deepEqual([b.path, b.diagnostics[0].rule], ['.claude/agents/b.md', 'useDescription']);
});

test('inspect shows the file with the internal error and the others', async t => {
  failsOnMarkedText(t);
  const cwd = project(t, files);
  const text = await run(cwd, 'inspect');
  assert.equal(text.code, 2);
  assert.match(text.out, /agents\/a\.md +unknown .*\n +Internal error while checking this file\./);
  assert.match(text.out, /agents\/b\.md +no /);
  const json = await run(cwd, 'inspect', '--format', 'json');
  assert.equal(json.code, 2);
  const [a, b] = JSON.parse(json.out).files;
  assert.deepEqual([a.loads, a.notes[0].code, b.loads], [null, 'internalError', false]);
});
