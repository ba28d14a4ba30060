import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A git repository with one commit, for the duration of a test. */
export function repository(t: TestContext, files: Readonly<Record<string, string>>) {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'agent-files-since-')));
  t.after(() => rmSync(cwd, { recursive: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@example.org', ...args], {
      cwd,
      stdio: 'pipe',
    });
  const write = (changes: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(changes)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
  };
  git('init', '--quiet', '--initial-branch=main');
  write(files);
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A commit');
  };
  commit();
  return { cwd, git, write, commit };
}
