import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { repository } from '../support/repository.ts';

const a = '.claude/agents/a.md';
const agent = (tools: string) => `---\nname: a\ndescription: D.\ntools: ${tools}\n---\nYou.\n`;

interface Step {
  readonly name: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** A folder with `npx`, `agent-files` as what is built. */
function commands(cwd: string): string {
  const folder = join(cwd, '.git/bin');
  mkdirSync(folder, { recursive: true });
  const call = `exec "${process.execPath}" "${resolve('dist/cli.cjs')}" "$@"`;
  const npx = `[ "$1" = --yes ] && shift\ncase "$1" in agent-files|agent-files@*) shift;; *) exit 99;; esac\n${call}`;
  for (const [name, text] of [
    ['npx', npx],
    ['agent-files', call],
  ] as const) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

function inBash(cwd: string, script: string, env: Readonly<Record<string, string>> = {}) {
  const path = `${commands(cwd)}${delimiter}${process.env.PATH}`;
  return spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PWD: cwd, PATH: path, ...env },
  });
}

/** Runs a step of the action as GitHub does, with these inputs. */
function runStep(cwd: string, name: string, inputs: Readonly<Record<string, string>>) {
  const action = parse(readFileSync('action.yml', 'utf8')) as Action;
  const step = action.runs.steps.find(each => each.name === name)!;
  assert.doesNotMatch(step.run, /\$\{\{/, 'Inputs are given as variables, not as text of the script.');
  const env = Object.entries(step.env).map(([key, value]) => {
    const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
    return [key, inputs[input] ?? action.inputs[input]!.default] as const;
  });
  const summary = join(cwd, '.git/summary.md');
  const { status, stdout } = inBash(cwd, step.run, {
    ...Object.fromEntries(env),
    GITHUB_STEP_SUMMARY: summary,
  });
  return { status, stdout, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
}

const onlyHere = { skip: process.platform === 'win32' && 'the scripts are for bash' };

function changed(t: TestContext) {
  const made = repository(t, { [a]: agent('Read') });
  made.git('checkout', '--quiet', '-b', 'work');
  made.write({ [a]: agent('Read, Bash, Grpe') });
  made.commit();
  return made.cwd;
}

test('the GitHub Action annotates, writes SARIF and fails as asked', onlyHere, t => {
  const cwd = changed(t);
  const first = runStep(cwd, 'Check agent files', { sarif: 'x y.sarif' });
  assert.equal(first.status, 0);
  assert.match(first.stdout, /^::warning file=\.claude\/agents\/a\.md,line=4,/);
  assert.equal(JSON.parse(readFileSync(join(cwd, 'x y.sarif'), 'utf8')).version, '2.1.0');
  assert.equal(runStep(cwd, 'Check agent files', { strict: 'true', paths: `${a}\n` }).status, 1);
  // An input is never code.
  assert.equal(runStep(cwd, 'Check agent files', { paths: '$(touch ran); `touch ran`' }).status, 2);
  assert.ok(!existsSync(join(cwd, 'ran')));
});

test('the GitHub Action shows the rights that a branch changes', onlyHere, t => {
  const cwd = changed(t);
  const { status, summary } = runStep(cwd, 'Compare rights', { base: 'main' });
  assert.equal(status, 0);
  assert.match(summary, /^### Agent rights\n[\s\S]*gains Bash/);
  assert.equal(runStep(cwd, 'Compare rights', { base: 'main', 'fail-on-wider-rights': 'true' }).status, 1);
});

test('the hooks of pre-commit run on the files that are given', onlyHere, t => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly {
    readonly entry: string;
    readonly files: string;
  }[];
  for (const { entry, files } of hooks) {
    const { cwd } = repository(t, { [a]: agent('Read').replace('D.', 'Use: it'), 'notes.md': 'Notes.\n' });
    assert.ok(new RegExp(files).test(a));
    const { status, stderr } = inBash(cwd, `${entry} ${a} notes.md`);
    assert.equal(status, 0, stderr);
    assert.equal(readFileSync(join(cwd, a), 'utf8').includes('"Use: it"'), entry.includes('--fix'));
  }
});

test('the commands of docs/ci.md run', onlyHere, t => {
  const page = readFileSync('docs/ci.md', 'utf8');
  for (const [, text] of page.matchAll(/```yaml\n([\s\S]*?)```/g)) assert.ok(parse(text!));
  const found = [...page.matchAll(/(?:npx (?:--yes )?)?agent-files (?:check|diff) [^"\n]*/g)].map(
    ([command]) => command,
  );
  assert.ok(found.length >= 5);
  for (const command of found) {
    const cwd = changed(t);
    const { status, stderr } = inBash(cwd, command.replaceAll('origin/main', 'main'));
    assert.ok(status === 0 || status === 1, `${command}: ${stderr}`);
  }
});
