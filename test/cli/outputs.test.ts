import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { project, run } from '../support/cli.ts';

const text =
  '---\nname: a\ndescription: "D & <b>d</b>"\ntools: Read, Grpe\ncolour: red\nversion: 1\nauthor: A\n---\nYou.\n';
const refused = '---\ndescription: "Writes | @team: #1"\n---\nYou write.\n';
const quotable = '---\nname: c\ndescription: Use it when: asked.\n---\nYou.\n';
const files = {
  '.claude/agents/a.md': text,
  '.claude/agents/b.md': refused,
  '.claude/agents/it’s 50%,c.md': quotable,
};

/** The output of a format, as text. */
async function output(format: string, ...args: readonly string[]): Promise<string> {
  const { out, err } = await run(project(files), ['check', '--format', format, ...args]);
  assert.equal(err, '');
  return out;
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly relatedLocations?: readonly unknown[];
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Readonly<Record<string, number>>;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}

interface SarifRun {
  readonly results: readonly SarifResult[];
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly help: { readonly text: string; readonly markdown?: string };
      }[];
    };
  };
}

/** Validates a log against the schema of the standard. */
function sarifOf(log: string): SarifRun {
  const schema = createRequire(join(process.cwd(), 'package.json')).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  // The formats are `uri` and the like, for which Ajv has a package of its own.
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  // Draft 4 writes `id` for `$id`.
  const { id: _, $schema, ...draft4 } = JSON.parse(readFileSync(schema, 'utf8'));
  const isValid = ajv.compile(draft4);
  const parsed = JSON.parse(log) as { readonly runs: readonly [SarifRun] };
  assert.ok(isValid(parsed), JSON.stringify(isValid.errors, null, 2));
  return parsed.runs[0];
}

test('SARIF is valid, and has help, fingerprints, fixes and places', async () => {
  const { results, tool, invocations } = sarifOf(await output('sarif'));
  assert.equal(invocations[0]!.executionSuccessful, true);
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
  for (const { help } of tool.driver.rules) assert.match(help.markdown!, /\*\*.*\nSources:\n/s);
  const find = (id: string) => results.find(({ ruleId }) => ruleId === id)!;
  const { physicalLocation } = find('useKnownTool').locations[0]!;
  assert.equal(physicalLocation.artifactLocation.uri, '.claude/agents/a.md');
  assert.deepEqual(physicalLocation.region, { startLine: 4, startColumn: 14, endLine: 4, endColumn: 18 });
  assert.deepEqual([find('useKnownTool').level, find('useName').level], ['warning', 'error']);
  const fix = find('useQuotedValue').fixes![0]!;
  assert.match(fix.description.text, /^Quote /);
  assert.ok(
    fix.artifactChanges[0]!.replacements.some(({ insertedContent }) => /"/.test(insertedContent.text)),
  );
  const ids = results.map(({ partialFingerprints }) => partialFingerprints['agentFiles/v1']);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id!, /^[0-9a-f]{16}$/);
  const uris = results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri);
  assert.ok(uris.includes('.claude/agents/it%E2%80%99s%2050%25%2Cc.md'), uris.join());
});

test('SARIF without findings, and with a file that cannot be read, is valid', async () => {
  const clean = await run(project(), ['check', '--format', 'sarif']);
  assert.deepEqual(sarifOf(clean.out).results, []);
  const failed = await run(project(files), ['check', '--format', 'sarif', '.', 'missing']);
  assert.equal(failed.code, 2);
  assert.equal(sarifOf(failed.out).invocations[0]!.executionSuccessful, false);
});

test('the fixes in SARIF lead to the text that --fix writes', async () => {
  const { results } = sarifOf(await output('sarif'));
  const [fix] = results.find(({ ruleId }) => ruleId === 'useQuotedValue')!.fixes!;
  const lines = quotable.split('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  let fixed = quotable;
  for (const { deletedRegion: at, insertedContent } of [...fix!.artifactChanges[0]!.replacements].reverse())
    fixed =
      fixed.slice(0, offset(at.startLine!, at.startColumn!)) +
      insertedContent.text +
      fixed.slice(offset(at.endLine!, at.endColumn!));
  assert.equal(fixed, quotable.replace('Use it when: asked.', '"Use it when: asked."'));
});

test('GitHub annotations have the lines and columns, and no more commands than findings', async () => {
  const out = await output('github');
  assert.match(
    out,
    /^::warning file=\.claude\/agents\/a\.md,line=4,endLine=4,col=14,endColumn=17,title=useKnownTool::Unknown tool/m,
  );
  assert.match(out, /^::error file=\.claude\/agents\/b\.md,line=1,/m);
  const all = await output('github', '--level', 'hint');
  assert.match(all, /^::notice file=\.claude\/agents\/it’s 50%25%2Cc\.md,line=3,/m);
  const commands = all.split('\n').filter(line => line.startsWith('::'));
  assert.ok(
    commands.every(line => /^::(?:error|warning|notice) file=[^:]*::[^\r\n]+$/.test(line)),
    all,
  );
  assert.match(all, /\n3 agent files: .*\.\n$/);
});

test('paths of reports are from the root of the repository, wherever the command runs', async () => {
  const cwd = join(project(files), '.claude');
  const { out } = await run(cwd, ['check', '--format', 'gitlab', 'agents/a.md']);
  assert.equal(JSON.parse(out)[0].location.path, '.claude/agents/a.md');
  assert.match((await run(cwd, ['check', 'agents/a.md'])).out, /^agents\/a\.md$/m);
});

test('GitLab reports have unique fingerprints, severities and lines', async () => {
  const issues = JSON.parse(await output('gitlab'));
  assert.equal(
    new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size,
    issues.length,
  );
  const found = issues.find(({ check_name }: { check_name: string }) => check_name === 'useKnownTool');
  assert.deepEqual(
    [found.severity, found.location],
    ['major', { path: '.claude/agents/a.md', lines: { begin: 4, end: 4 } }],
  );
});

test('JUnit has a suite for each file, failures for what fails the run, and escapes texts', async () => {
  const out = await output('junit', '--level', 'hint');
  assert.match(
    out,
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="agent-files" tests="3" failures="1" errors="0">/,
  );
  assert.match(
    out,
    /<testsuite name="\.claude\/agents\/b\.md" tests="1" failures="1" errors="0">\n {4}<testcase name="useName 1:1" [^>]*line="1">\n {6}<failure type="error" message="/,
  );
  assert.match(out, /<system-out>[^<]*a\.md:4:14: warning: Unknown tool `Grpe`/);
  const strict = await output('junit', '--strict');
  assert.match(strict, /<testsuites name="agent-files" tests="3" failures="2"/);
  const hostile = project({ '.claude/agents/a.md': text.replace('Grpe', '"<&\u0001]]>"') });
  const { out: escaped } = await run(hostile, ['check', '--format', 'junit']);
  assert.match(escaped, /&lt;&amp;.*\]\]&gt;/);
  assert.doesNotMatch(escaped, /\u0001|<&/);
});

test('Markdown is one table, and nothing in it is HTML or notifies anybody', async () => {
  const out = await output('markdown', '--level', 'hint', '--for', 'opencode,gemini');
  assert.match(out, /^### Agent Files\n\n3 agent files: 1 error, /);
  const rows = out.split('\n').filter(line => line.startsWith('| '));
  assert.match(rows[2]!, /^\| 🔴 error \| `\.claude\/agents\/b\.md:1` \| .* \| `useName` \|$/);
  const cells = rows.map(row => row.replace(/\\\|/g, '').split('|').length);
  assert.deepEqual(new Set(cells), new Set([6]));
  const clean = await run(project(), ['check', '--format', 'markdown']);
  assert.equal(
    clean.out,
    '### Agent Files\n\nNo agent files found. Use --dialect to check any Markdown file.\n',
  );
});

test('each --output takes the format before it, its own, or that of its extension', async () => {
  const cwd = project(files);
  const written = (name: string) => readFileSync(join(cwd, name), 'utf8');
  const both = await run(cwd, ['check', '--format', 'sarif', '--output', 'a.txt', '--format', 'json']);
  sarifOf(written('a.txt'));
  assert.equal(JSON.parse(both.out).files.length, 3);
  const beside = await run(cwd, ['check', '--output', 'junit=b.xml', '--output', 'c.md']);
  assert.match(written('b.xml'), /^<\?xml/);
  assert.match(written('c.md'), /^### Agent Files/);
  assert.match(beside.out, /\n3 agent files: /);
  const only = await run(cwd, ['check', '--format', 'text', '--output', 'd.txt']);
  assert.deepEqual([only.out, only.code], ['', 1]);
  assert.equal(written('d.txt'), beside.out);
  const wrong = await run(cwd, ['check', '--format', 'json', '--format', 'text']);
  assert.deepEqual(
    [wrong.code, wrong.err],
    [2, 'Only one format can be printed. Add --output FILE after --format json.\n'],
  );
  const nowhere = await run(cwd, ['check', '--output', 'missing/a.json']);
  assert.match(nowhere.err, /^missing\/a\.json cannot be written: ENOENT/);
});

test('--quiet prints only what makes the run fail', async () => {
  const cwd = project({ '.claude/agents/a.md': text });
  assert.deepEqual(await run(cwd, ['check', '--quiet']), { code: 0, out: '', err: '' });
  const strict = await run(cwd, ['check', '--quiet', '--strict']);
  assert.equal(strict.code, 1);
  assert.match(strict.out, /useKnownTool\n\nwarning +1 +useKnownTool .*\n\n1 agent file: 1 warning\.\n$/);
});

test('--strict and --max-warnings decide on warnings, --rule on severities', async () => {
  const cwd = project({ '.claude/agents/a.md': text });
  const codeOf = async (...args: string[]) => (await run(cwd, ['check', ...args])).code;
  assert.equal(await codeOf('--strict'), 1);
  assert.equal(await codeOf('--max-warnings', '1'), 0);
  const many = await run(cwd, ['check', '--max-warnings', '0']);
  assert.deepEqual([many.code, many.err], [1, 'Too many warnings: 1, and 0 are allowed.\n']);
  assert.equal(await codeOf('--rule', 'useKnownTool=error'), 1);
  assert.equal(await codeOf('--strict', '--rule', 'useKnownTool=off', '--rule', 'noUnknownKey=hint'), 0);
});

test('--stats prints how long each rule took', async () => {
  const out = await output('text', '--stats');
  assert.match(out, /\nMilliseconds +Part +Files\n +[\d.]+ +total +3\n/);
  assert.match(out, /\n +\d+\.\d +useKnownTool +1\n/);
  const { statistics } = JSON.parse(await output('json', '--stats'));
  assert.ok(statistics.total >= statistics.check);
  assert.ok(
    statistics.rules.some(
      ({ rule, files: count }: { rule: string; files: number }) => rule === 'noMojibake' && count === 3,
    ),
  );
});
