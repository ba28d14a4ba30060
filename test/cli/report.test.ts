import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { runCli } from '../../server/src/cli/cli.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line in a project with these files. */
async function run(files: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'agent-files-report-'));
  folders.push(cwd);
  mkdirSync(join(cwd, '.git'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
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

/** A subagent with a hint (two unknown keys), an information (a misspelled key) and a warning (an unknown tool). */
function agent(name: string, more = ''): string {
  return `---\nname: ${name}\ndescription: Writes texts.\nversion: 1.0.0\nauthor: A\nmodle: opus\ntools: Read, Frob\n${more}---\nYou write texts.\n`;
}

const files = {
  '.claude/agents/a.md': agent('a'),
  '.claude/agents/b.md': agent('b', 'model: [x]\ndisallowedTools: Edti\n'),
};

/** The severities and rules of the findings in the text output, in its order. */
function listedIn(out: string): string[] {
  return [...out.matchAll(/^ +\d+:\d+ {2}(\w+) .* {2}(\w+)$/gm)].map(
    ([, severity, rule]) => `${severity} ${rule}`,
  );
}

test('check lists errors before warnings, and neither information nor hints', async () => {
  const { out, code } = await run(files, 'check');
  assert.equal(code, 1);
  const listed = listedIn(out);
  assert.ok(listed.includes('error useKnownTool') && listed.includes('warning useKnownTool'), out);
  assert.ok(!listed.some(line => /^(?:info|hint)/.test(line)), out);
  const ofB = listedIn(out.slice(out.indexOf('.claude/agents/b.md')));
  assert.ok(ofB.indexOf('error useKnownTool') < ofB.indexOf('warning useKnownTool'), out);
});

test('check --level sets the lowest severity that is listed, and does not change the exit code', async () => {
  const severitiesAt = async (level: string) => {
    const { out, code } = await run(files, 'check', '--level', level);
    assert.equal(code, 1, level);
    return [...new Set(listedIn(out).map(line => line.split(' ')[0]))].sort();
  };
  assert.deepEqual(await severitiesAt('error'), ['error']);
  assert.deepEqual(await severitiesAt('warning'), ['error', 'warning']);
  assert.deepEqual(await severitiesAt('information'), ['error', 'info', 'warning']);
  assert.deepEqual(await severitiesAt('hint'), ['error', 'hint', 'info', 'warning']);
});

test('check says what it does not list, and how to list it', async () => {
  const { out } = await run({ '.claude/agents/a.md': agent('a') }, 'check');
  assert.match(out, /^Not listed: 1 information, 1 hint\. To list them, add --level hint\.$/m);
  const all = await run({ '.claude/agents/a.md': agent('a') }, 'check', '--level', 'hint');
  assert.doesNotMatch(all.out, /Not listed/);
});

test('check ends with a table by rule, what to declare, and a summary of everything', async () => {
  const { out } = await run(files, 'check');
  const end = out.slice(out.indexOf('\n\n', out.lastIndexOf(':')) - 2000);
  assert.match(end, /^warning +2 {2}useKnownTool +List tools by their exact names$/m);
  assert.match(end, /^hint +2 {2}noUnknownKey +Use keys that the tool knows$/m);
  const rows = [...out.matchAll(/^(error|warning|info|hint) +\d+ /gm)].map(([, severity]) => severity);
  assert.deepEqual(
    rows,
    [...rows].sort((a, b) => order.indexOf(a!) - order.indexOf(b!)),
  );
  assert.match(out, /declare `author` and `version` under `fields` in \.agentfilesrc \(2 files\)\.$/m);
  assert.match(out, /\n2 agent files: 1 error, 3 warnings, 2 information, 2 hints\.\n$/);
});

const order = ['error', 'warning', 'info', 'hint'];

test('one file with custom keys mentions the configuration once', async () => {
  const { out } = await run({ '.claude/agents/a.md': agent('a') }, 'check');
  assert.doesNotMatch(out, /agentfilesrc/);
  const declared = 'fields:\n  version: { type: string }\n  author: { type: string }\n';
  const clean = await run({ ...files, '.agentfilesrc': declared }, 'check', '--level', 'hint');
  assert.doesNotMatch(clean.out, /agentfilesrc/);
});

test('the JSON output is complete unless a level is given, and has the other places of a finding', async () => {
  const jsonOf = async (...args: string[]) => {
    const { out } = await run({ '.claude/agents/a.md': agent('a') }, 'check', '--format', 'json', ...args);
    return JSON.parse(out).files[0].diagnostics;
  };
  const all = await jsonOf();
  assert.deepEqual(all.map(({ severity }: { severity: string }) => severity).sort(), [
    'hint',
    'information',
    'warning',
  ]);
  const unknown = all.find(({ severity }: { severity: string }) => severity === 'hint');
  assert.deepEqual(unknown.related, [
    {
      message: 'Unknown key `author`',
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 6 } },
    },
  ]);
  assert.deepEqual(
    (await jsonOf('--level', 'warning')).map(({ severity }: { severity: string }) => severity),
    ['warning'],
  );
});

test('an invalid level, and a level for another command, are usage errors', async () => {
  const wrong = await run(files, 'check', '--level', 'warn');
  assert.deepEqual(
    [wrong.code, wrong.err],
    [2, 'Invalid value "warn" for --level. Use error, warning, information, or hint.\n'],
  );
  const inspect = await run(files, 'inspect', '--level', 'error');
  assert.deepEqual([inspect.code, inspect.err], [2, '--level can only be used with check.\n']);
});
