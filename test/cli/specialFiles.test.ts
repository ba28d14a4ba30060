import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { project } from '../support/project.ts';

const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const onlyHere = { skip: process.platform === 'win32' && 'there are no pipes and links like these' };

/** Runs the built command line, which must end soon. */
function run(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [resolve('dist/cli.cjs'), ...args], {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, PWD: cwd },
    timeout: 20_000,
  });
  assert.equal(error, undefined);
  return { status, stdout, stderr };
}

function pipe(file: string): void {
  fs.mkdirSync(resolve(file, '..'), { recursive: true });
  assert.equal(spawnSync('mkfifo', [file]).status, 0);
}

test('a pipe on the command line is an error, and the other files are checked', onlyHere, t => {
  const cwd = project(t, { '.claude/agents/a.md': good });
  pipe(join(cwd, '.claude/agents/pipe.md'));
  fs.symlinkSync('/dev/zero', join(cwd, '.claude/agents/zero.md'));
  const { status, stdout, stderr } = run(
    cwd,
    'check',
    '.claude/agents/pipe.md',
    '.claude/agents/zero.md',
    '.claude/agents/a.md',
  );
  assert.equal(status, 2);
  assert.match(stdout, /^1 agent file, nothing to report\.$/m);
  assert.match(stderr, /pipe\.md is not a regular file\..*\n.*zero\.md is not a regular file\./);
});

test('pipes, devices and links to them are not read as agents, imports or manifests', onlyHere, t => {
  const cwd = project(t, {
    '.claude/agents/a.md': good,
    'CLAUDE.md': 'Follow @docs/pipe.md and @docs/zero.md too.\n',
    'docs/a.md': '',
  });
  pipe(join(cwd, '.claude/agents/pipe.md'));
  pipe(join(cwd, 'docs/pipe.md'));
  fs.symlinkSync('../../docs/pipe.md', join(cwd, '.claude/agents/link.md'));
  fs.symlinkSync('/dev/zero', join(cwd, 'docs/zero.md'));
  const { status, stdout } = run(cwd, 'check');
  assert.deepEqual([status, stdout], [0, '2 agent files, nothing to report.\n']);
  pipe(join(cwd, '.claude-plugin/plugin.json'));
  const withManifest = run(cwd, 'check');
  assert.match(
    withManifest.stdout,
    /plugin\.json\n +1:1 +error +This file cannot be read: it is not a regular file\./,
  );
});

test(
  'a configuration that is a pipe or too large is an error in it, and the files are checked',
  onlyHere,
  t => {
    const cwd = project(t, { '.claude/agents/a.md': good, 'sub/.claude/agents/a.md': good });
    pipe(join(cwd, '.agentfilesrc'));
    fs.writeFileSync(join(cwd, 'sub/.agentfilesrc'), '');
    fs.truncateSync(join(cwd, 'sub/.agentfilesrc'), 1_000_000_000);
    const { status, stdout } = run(cwd, 'check');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^\.agentfilesrc\n +1:1 +error +This file cannot be read: it is not a regular file\./m,
    );
    assert.match(stdout, /^sub\/\.agentfilesrc\n +1:1 +error +This file cannot be read: it is larger than/m);
    assert.match(stdout, /^2 agent files: 2 errors\.$/m);
  },
);

test('a gigabyte is not read', onlyHere, t => {
  const cwd = project(t, { '.claude/agents/a.md': good, '.claude/agents/b.md': '' });
  fs.truncateSync(join(cwd, '.claude/agents/b.md'), 1_000_000_000);
  const { status, stderr } = run(cwd, 'check');
  assert.equal(status, 2);
  assert.match(stderr, /^\.claude\/agents\/b\.md cannot be read: it is larger than 20000000 bytes\n$/);
});

test('folders that link to each other are entered once, and each file is reported once', onlyHere, t => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const cwd = project(t, Object.fromEntries(names.map(name => [`.claude/agents/${name}/${name}.md`, good])));
  for (const from of names)
    for (const to of names) fs.symlinkSync(`../${to}`, join(cwd, `.claude/agents/${from}/to-${to}`));
  const started = performance.now();
  const { files } = JSON.parse(run(cwd, 'check', '--format', 'json').stdout);
  assert.deepEqual(
    files.map(({ path }: { path: string }) => path),
    names.map(name => `.claude/agents/${name}/${name}.md`),
  );
  assert.ok(performance.now() - started < 10_000);
});

test(
  'a file that several links lead to is reported once, at its own place if it is an agent file there',
  onlyHere,
  t => {
    const cwd = project(t, { 'AGENTS.md': 'Be brief.\n', 'dotfiles/agents/a.md': good });
    fs.mkdirSync(join(cwd, '.claude'));
    fs.mkdirSync(join(cwd, '.cursor'));
    fs.symlinkSync('AGENTS.md', join(cwd, 'CLAUDE.md'));
    fs.symlinkSync('../dotfiles/agents', join(cwd, '.claude/agents'));
    fs.symlinkSync('../dotfiles/agents', join(cwd, '.cursor/agents'));
    const pathsOf = (...paths: readonly string[]) =>
      JSON.parse(run(cwd, 'check', '--format', 'json', ...paths).stdout).files.map(
        ({ path }: { path: string }) => path,
      );
    assert.deepEqual(pathsOf(), ['.claude/agents/a.md', 'AGENTS.md']);
    assert.deepEqual(pathsOf('CLAUDE.md', '.'), ['.claude/agents/a.md', 'AGENTS.md']);
    assert.deepEqual(pathsOf('CLAUDE.md'), ['CLAUDE.md']);
  },
);

/** The files that are opened while something runs in this process. */
async function openedBy(t: TestContext, action: () => Promise<unknown>): Promise<readonly string[]> {
  const opened: string[] = [];
  const record = (object: object, name: string): void => {
    const original = (object as Record<string, (...args: unknown[]) => unknown>)[name]!;
    t.mock.method(
      object as never,
      name as never,
      function (this: unknown, ...args: unknown[]) {
        opened.push(String(args[0]));
        return original.apply(this, args);
      } as never,
    );
  };
  for (const name of ['readFileSync', 'openSync', 'readFile', 'open']) record(fs, name);
  for (const name of ['readFile', 'open']) record(fs.promises, name);
  syncBuiltinESMExports();
  try {
    await action();
  } finally {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  }
  return opened;
}

test('nothing outside of the workspace is opened through a link', onlyHere, async t => {
  const outside = project(t, {
    'secret.md': good,
    'agents/a.md': good,
    '.agentfilesrc': 'rules: {}\n',
    'plugin.json': '{"name": "plug"}',
    'docs/style.md': '# Style\n',
  });
  const cwd = project(t, {
    '.claude/agents/good.md': good,
    'CLAUDE.md': 'Follow @docs/style.md and @style.md.\n',
    'sub/.claude/agents/good.md': good,
    '.claude-plugin/readme.txt': '',
  });
  fs.symlinkSync(join(outside, 'secret.md'), join(cwd, '.claude/agents/secret.md'));
  fs.symlinkSync(join(outside, 'agents'), join(cwd, '.claude/agents/more'));
  fs.symlinkSync(join(outside, '.agentfilesrc'), join(cwd, '.agentfilesrc'));
  fs.symlinkSync(join(outside, 'plugin.json'), join(cwd, '.claude-plugin/plugin.json'));
  fs.symlinkSync(join(outside, 'docs'), join(cwd, 'docs'));
  fs.symlinkSync(join(outside, 'docs/style.md'), join(cwd, 'style.md'));
  fs.symlinkSync('more/../../../../..', join(cwd, 'sub/.claude/up'));
  const { runCli } = await import('../../server/src/cli/cli.ts');
  const { nodeFileSystem } = await import('../../server/src/workspace/nodeFileSystem.ts');
  const { startInProcess } = await import('../support/inProcessServer.ts');
  const { pathToFileURL } = await import('node:url');
  const terminal = { cwd, out: () => {}, err: () => {}, stdin: process.stdin, colors: false };
  const checked = await openedBy(t, () => runCli(['check'], terminal));
  assert.ok(checked.includes(join(cwd, '.claude/agents/good.md')));
  assert.deepEqual(
    checked.filter(file => fs.existsSync(file) && fs.realpathSync(file).startsWith(fs.realpathSync(outside))),
    [],
  );
  const served = await openedBy(t, async () => {
    const server = await startInProcess(t, nodeFileSystem, {}, undefined, pathToFileURL(cwd).href);
    await server.diagnostics(pathToFileURL(join(cwd, 'CLAUDE.md')).href, codes => codes.length >= 0);
    await server.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['.claude/agents/secret.md', '.agentfilesrc', '.claude-plugin/plugin.json', 'CLAUDE.md'].map(
        path => ({
          uri: pathToFileURL(join(cwd, path)).href,
          type: 2,
        }),
      ),
    });
    // The answer shows that what was sent before has been handled.
    await server.client.sendRequest('agentFiles/preview', {
      textDocument: { uri: pathToFileURL(join(cwd, '.claude/agents/more/a.md')).href },
    });
    await server.diagnostics(pathToFileURL(join(cwd, '.agentfilesrc')).href, codes =>
      codes.includes('configuration'),
    );
  });
  assert.ok(served.includes(join(fs.realpathSync(cwd), '.claude/agents/good.md')));
  assert.deepEqual(
    served.filter(file => fs.existsSync(file) && fs.realpathSync(file).startsWith(fs.realpathSync(outside))),
    [],
  );
});
