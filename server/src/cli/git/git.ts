import { CliError } from '../terminal.ts';

/** What git must not do: run programs that the repository's configuration names, write, ask, or fetch anything. */
const options = [
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.quotePath=false'],
  ...['-c', 'protocol.allow=never'],
  '--literal-pathspecs',
];
const environment = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** What a run of git may write. */
const mostBytes = 1 << 30;

class GitMissing extends CliError {}

/** Runs git in a folder, without a shell, and returns what it writes. Throws a `CliError` with git's own message. */
export async function git(cwd: string, args: readonly string[], input = ''): Promise<Buffer> {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...options, ...args],
      { cwd, env: { ...process.env, ...environment }, encoding: 'buffer', maxBuffer: mostBytes },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else if ((error as NodeJS.ErrnoException).code === 'ENOENT')
          reject(new GitMissing('git cannot be run: it is not installed.'));
        else reject(new CliError(`git failed: ${firstLine(stderr.toString('utf8')) || error.message}`));
      },
    );
    // It may end before it has read everything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** The items of output with `-z`. */
export function items(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean);
}

/** The id of the commit that a revision means. */
export async function commitOf(cwd: string, revision: string): Promise<string> {
  try {
    const output = await git(cwd, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    return output.toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitMissing) throw error;
    const isRepository = await git(cwd, ['rev-parse', '--git-dir']).then(
      () => true,
      () => false,
    );
    if (isRepository) throw new CliError(`git knows no commit "${revision}".`);
    throw new CliError('The current folder is not in a git repository.');
  }
}

/** The root of the work tree around a folder, as a path from which the folder is reached without resolving links. */
export async function rootAround(cwd: string): Promise<string> {
  const { resolve } = await import('node:path');
  const above = (await git(cwd, ['rev-parse', '--show-cdup'])).toString('utf8').replace(/\n$/, '');
  return resolve(cwd, above);
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!;
}
