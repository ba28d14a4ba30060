import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { after } from 'node:test';
import { runCli } from '../../server/src/cli/cli.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Creates a project in a temporary folder, which is the root of a repository. */
export function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-files-cli-'));
  folders.push(folder);
  mkdirSync(join(folder, '.git'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The outcome of a run. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder. */
export async function run(cwd: string, args: readonly string[], stdin = ''): Promise<Run> {
  let [out, err] = ['', ''];
  const code = await runCli(args, {
    cwd,
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    stdin: Readable.from([Buffer.from(stdin)]) as NodeJS.ReadableStream,
    colors: false,
    readRulesPage: () => readFileSync('docs/rules.md', 'utf8'),
    readPageStyle: () => 'body { color: red; }',
  });
  return { code, out, err };
}

interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A file in the JSON output of `check` and `inspect`. */
export interface ReportedFile {
  readonly path: string;
  readonly dialect: string;
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: Place;
    readonly target?: string;
  }[];
  readonly loads: boolean;
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  readonly tools: readonly string[] | null;
  readonly disallowedTools: readonly string[] | null;
  readonly notes: readonly { readonly message: string; readonly range: Place }[];
}

/** Runs a command with `--format json`; nothing may be written to standard error. */
export async function json(
  cwd: string,
  args: readonly string[],
  stdin = '',
): Promise<{ code: number; files: ReportedFile[] }> {
  const { code, out, err } = await run(cwd, [...args, '--format', 'json'], stdin);
  assert.equal(err, '');
  return { code, files: JSON.parse(out).files };
}
