import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { project, run } from '../support/cli.ts';

const a = '.claude/agents/a.md';
const agent = (tools: string) => `---\nname: a\ndescription: D.\ntools: ${tools}\n---\nYou.\n`;
const cli = resolve('dist/cli.cjs');

/** Starts `check --watch`. The function waits until its whole output since the last call matches. */
function watching(t: TestContext, cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [cli, 'check', '--watch', ...args], {
    cwd,
    env: { ...process.env, PWD: cwd, CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  let output = '';
  let check = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += chunk;
      check();
    });
  const until = (pattern: RegExp) =>
    new Promise<string>(done => {
      check = () => {
        if (!pattern.test(output)) return;
        const found = output;
        output = '';
        check = () => {};
        done(found);
      };
      check();
    });
  return { child, until };
}

const report = (outcome: string) =>
  new RegExp(`${outcome}\\.\\n[\\s\\S]*Watching for changes\\. To stop, press Ctrl\\+C\\.\\n`);

test('check --watch checks again when a file changes or comes, until it is interrupted', async t => {
  const cwd = project({ [a]: agent('Read, Grpe') });
  const { child, until } = watching(t, cwd);
  await until(report('1 agent file: 1 warning'));
  writeFileSync(join(cwd, a), agent('Read'));
  await until(report('1 agent file, nothing to report'));
  writeFileSync(join(cwd, '.claude/agents/b.md'), agent('Read').replace('name: a', 'name: b'));
  await until(report('2 agent files, nothing to report'));
  writeFileSync(join(cwd, '.agentfilesrc'), 'ignore: ["**/b.md"]\n');
  await until(report('1 agent file, 1 ignored, nothing to report'));
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  if (process.platform !== 'win32') assert.equal(code, 0);
});

test('check --watch --fix settles, and what it writes does not start it again', async t => {
  const cwd = project({ [a]: agent('Read').replace('D.', 'Use: it') });
  const { until } = watching(t, cwd, '--fix', '--output', 'report.json');
  await until(/Fixed \.claude/);
  await until(report('1 agent file, nothing to report'));
  writeFileSync(join(cwd, 'marker.md'), 'x');
  const output = await until(report('1 agent file, nothing to report'));
  assert.ok(output.split('Watching').length <= 3, output);
});

test('an error does not end check --watch', async t => {
  const cwd = project({ [a]: agent('Read') });
  const { until } = watching(t, cwd, '--baseline', 'known.json');
  await until(/There is no baseline known\.json\..*\nWatching/);
  writeFileSync(join(cwd, 'known.json'), '{"version":1,"files":{}}');
  writeFileSync(join(cwd, a), agent('Read, Bash'));
  await until(report('1 agent file, nothing to report'));
});

test('--watch with standard input is a usage error', async () => {
  const args = ['check', '--watch', '--stdin', '--stdin-path', a];
  const { code, err } = await run(project(), args);
  assert.deepEqual([code, err], [2, '--watch and --stdin cannot be used together.\n']);
});

test('a long run shows its progress on a terminal, and removes it', {
  skip: spawnSync('script', ['--version']).status !== 0 && 'there is no `script` to make a terminal',
}, () => {
  const files = Array.from({ length: 3000 }, (_, at) => [
    `.claude/agents/a${at}.md`,
    agent(`Read, x${at}`).replace('name: a', `name: a${at}`),
  ]);
  const cwd = project(Object.fromEntries(files));
  const env = { ...process.env, PWD: cwd, CI: undefined, TERM: 'xterm' };
  const inTerminal = (command: string) =>
    spawnSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      cwd,
      env,
      encoding: 'utf8',
    }).stdout;
  const long = inTerminal(`"${process.execPath}" "${cli}" check --quiet`);
  assert.match(long, /\r\u001B\[KChecked \d+ of 3000 files/);
  assert.match(long, /\r\u001B\[K$/);
  const short = inTerminal(`"${process.execPath}" "${cli}" check --quiet .claude/agents/a1.md`);
  assert.equal(short, '');
});
