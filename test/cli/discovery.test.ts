import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { runCli } from '../../server/src/cli/cli.ts';

const agent = (name: string) => `---\nname: ${name}\ndescription: Writes.\n---\nYou write.\n`;
const refused = '---\ndescription: Writes.\ntools: Read\n---\nYou write.\n';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Creates files in a temporary folder; a text that starts with `->` makes a link. */
function project(files: Readonly<Record<string, string>>, isRepository = true): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-files-discovery-'));
  folders.push(folder);
  if (isRepository) {
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text.startsWith('->')) symlinkSync(text.slice(2), join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function run(cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runCli(args, {
    cwd,
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    stdin: Readable.from([]) as NodeJS.ReadableStream,
    colors: false,
  });
  return { code, out, err };
}

/** The files that a command lists, each with its rules. */
async function found(cwd: string, ...args: string[]): Promise<string[]> {
  const { out } = await run(cwd, 'check', '--format', 'json', ...args);
  const { files } = JSON.parse(out) as {
    files: readonly { path: string; diagnostics: readonly { rule: string; severity: string }[] }[];
  };
  return files.map(({ path, diagnostics }) =>
    [path, ...diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)].join(', '),
  );
}

test('check finds skills and misplaced files in folders on disk', async () => {
  const skill = '---\nname: ship\ndescription: Ships.\n---\nShip it.\n';
  const cwd = project({
    '.gemini/skills/ship/SKILL.md': skill,
    'skills/release/ship/SKILL.md': skill,
    '.claude/skills/a/Skill.md': skill.replace('ship', 'a'),
    '.claude/skills/b/SKILLS.markdown': skill.replace('ship', 'b'),
    '.claude/skills/c/skill.json': '{"name": "c", "description": "d"}',
    '.claude/skills/d/SKILL.md': skill.replace('ship', 'd'),
    '.claude/skills/d/skill.json': '{"name": "d", "description": "d"}',
    '.claude/agent/x.md': agent('x'),
    '.claude/agent/y.md': agent('y'),
    '.github/agents/x.markdown': agent('x'),
    'docs/roles/p.agent.md': refused,
    'docs/roles/q.agent.md': refused,
  });
  assert.deepEqual(await found(cwd), [
    '.claude/agent/x.md, warning useReadableFile',
    '.claude/agent/y.md',
    '.claude/skills/a/Skill.md, warning useReadableFile',
    '.claude/skills/b/SKILLS.markdown, warning useReadableFile',
    '.claude/skills/c/skill.json, warning useReadableFile',
    '.claude/skills/d/SKILL.md',
    '.claude/skills/d/skill.json',
    '.gemini/skills/ship/SKILL.md',
    '.github/agents/x.markdown, warning useReadableFile',
    'docs/roles/p.agent.md, information useReadableFile',
    'docs/roles/q.agent.md',
    'skills/release/ship/SKILL.md',
  ]);
  const { code, out } = await run(cwd, 'check', '.claude/agent');
  assert.equal(code, 0);
  assert.match(out, /Claude Code does not look in `\.claude\/agent`; one more file is not read either\./);
  assert.match((await run(cwd, 'inspect')).out, /\.claude\/agent\/x\.md +no /);
});

test('check finds the plugins that only a marketplace names', async () => {
  const cwd = project({
    '.claude-plugin/marketplace.json':
      '{"name": "m", "owner": {"name": "Kim"}, "plugins": [{"name": "kit", "source": "./plugins/kit"}]}',
    'plugins/kit/agents/checker.md': agent('checker').replace('---\nYou', 'permissionMode: plan\n---\nYou'),
  });
  const expected = ['plugins/kit/agents/checker.md, error noIgnoredKey'];
  assert.deepEqual(await found(cwd), ['.claude-plugin/marketplace.json', ...expected]);
  assert.deepEqual(await found(cwd, 'plugins/kit/agents/checker.md'), expected);
});

test('a file that several links lead to is reported once', async () => {
  const cwd = project({
    '.agents/skills/lint/SKILL.md': '---\nname: lint\ndescription: Lints.\n---\nLint.\n',
    '.claude/skills': '->../.agents/skills',
    'shared/tester.md': agent('tester'),
    '.claude/agents/tester.md': '->../../shared/tester.md',
    '.claude/agents/team': '->../agents',
    'AGENTS.md': 'Text.\n',
    'CLAUDE.md': '->AGENTS.md',
  });
  assert.deepEqual(await found(cwd), [
    '.agents/skills/lint/SKILL.md',
    '.claude/agents/tester.md',
    'AGENTS.md',
  ]);
  assert.deepEqual(await found(cwd, 'CLAUDE.md'), ['CLAUDE.md']);
});

test('copies in the worktrees of Claude Code are left alone, except from within', async () => {
  const copy = '.claude/worktrees/fix/.claude/agents/tester.md';
  const cwd = project({ '.claude/agents/tester.md': agent('tester'), [copy]: agent('tester') });
  assert.deepEqual(await found(cwd), ['.claude/agents/tester.md']);
  assert.deepEqual(await found(join(cwd, '.claude/worktrees/fix')), ['.claude/agents/tester.md']);
  assert.deepEqual(await found(cwd, copy), [copy]);
});

test('what git ignores is left alone, unless it is named', async () => {
  const cwd = project({
    '.gitignore': 'build/\n*.local.md\n/pack/.claude/*\n!/pack/.claude/agents/\n',
    '.git/info/exclude': 'private\n',
    'build/.claude/agents/a.md': refused,
    'CLAUDE.local.md': 'Mine.\n',
    'private/.claude/agents/b.md': refused,
    'pack/.claude/agents/c.md': agent('c'),
    'pack/.claude/commands/c.md': 'Go.\n',
    'web/.gitignore': '.claude/agents/d.md\n',
    'web/.claude/agents/d.md': refused,
    'web/.claude/agents/e.md': agent('e'),
  });
  assert.deepEqual(await found(cwd), ['pack/.claude/agents/c.md', 'web/.claude/agents/e.md']);
  assert.match((await run(cwd, 'check')).out, /2 agent files, 5 ignored, nothing to report\.\n$/);
  assert.deepEqual(await found(cwd, '--no-gitignore'), [
    'CLAUDE.local.md',
    'build/.claude/agents/a.md, error useName',
    'pack/.claude/agents/c.md',
    'pack/.claude/commands/c.md',
    'private/.claude/agents/b.md, error useName',
    'web/.claude/agents/d.md, error useName',
    'web/.claude/agents/e.md',
  ]);
  assert.deepEqual(await found(cwd, 'build/.claude/agents/a.md'), [
    'build/.claude/agents/a.md, error useName',
  ]);
  assert.deepEqual(await found(join(cwd, 'web')), ['.claude/agents/e.md']);
  assert.match(
    (await run(cwd, 'check', 'build')).out,
    /^No agent files found, 1 ignored by git \(check them with --no-gitignore\)\.\n/,
  );
});

test('without a repository nothing is ignored', async () => {
  const cwd = project({ '.gitignore': '.claude\n', '.claude/agents/a.md': agent('a') }, false);
  assert.deepEqual(await found(cwd), ['.claude/agents/a.md']);
});

test('a file that git tracks is checked although an ignore file names it', async context => {
  const cwd = project(
    {
      '.gitignore': '.claude\n',
      '.claude/agents/a.md': agent('a'),
      'x/.claude/agents/a.md': agent('x'),
    },
    false,
  );
  try {
    execFileSync('git', ['init', '--quiet'], { cwd, stdio: 'ignore' });
    execFileSync('git', ['add', '--force', '.claude/agents/a.md'], { cwd, stdio: 'ignore' });
  } catch {
    context.skip('git is not installed');
    return;
  }
  assert.deepEqual(await found(cwd), ['.claude/agents/a.md']);
});

test('a named file that does not look like an agent file is a warning, and does not fail the run', async () => {
  const cwd = project({ 'notes.md': '# Notes\n', 'a.txt': 'Text.\n', '.claude/agents/a.md': agent('a') });
  const { code, out, err } = await run(cwd, 'check', 'notes.md', 'a.txt', '.claude/agents/a.md');
  assert.equal(code, 0);
  assert.match(err, /^notes\.md does not look like an agent file .*--dialect\.\na\.txt does not look /);
  assert.match(out, /1 agent file, nothing to report\.\n$/);
  assert.equal((await run(cwd, 'check', 'notes.md')).code, 0);
  assert.equal((await run(cwd, 'inspect', 'notes.md')).code, 0);
  assert.equal((await run(cwd, 'check', 'notes.md', 'missing.md')).code, 2);
});
