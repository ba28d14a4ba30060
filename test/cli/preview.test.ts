import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const path = '.claude/agents/reviewer.md';
const agent = `---
name: reviewer
description: Reviews code.
tools: Read, Grpe
---
# Task

See [the docs](docs/a.md) and <script>alert(1)</script>.
`;

test('preview writes one page that loads nothing, runs nothing and has no buttons', async () => {
  const { code, out, err } = await run(project({ [path]: agent }), ['preview', path, '--html']);
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.match(out, /^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
  const style = /<style>([\s\S]*)<\/style>/.exec(out)![1]!;
  const digest = createHash('sha256').update(style).digest('base64');
  assert.ok(out.includes(`content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'`), out);
  assert.match(out, /Unknown tool <code>Grpe<\/code>/);
  assert.match(out, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.doesNotMatch(out, /<script|<button|href="#"|data-reveal|data-open| src=|url\(/);
});

test('preview shows how other tools read the file, and writes to a file', async () => {
  const folder = project({ [path]: agent });
  const { code, out } = await run(folder, ['preview', path, '--for', 'opencode', '--output', 'page.html']);
  assert.equal(code, 0);
  assert.equal(out, '');
  assert.match(readFileSync(join(folder, 'page.html'), 'utf8'), /In other tools[\s\S]*OpenCode/);
});

test('preview takes exactly one agent file', async () => {
  const folder = project({ [path]: agent, '.claude/agents/other.md': agent, 'notes.md': 'Notes.\n' });
  const several = await run(folder, ['preview']);
  assert.deepEqual(several, {
    code: 2,
    out: '',
    err: 'Name one agent file to preview; 2 were found.\n',
  });
  for (const wrong of ['missing.md', 'notes.md']) {
    const { code, out, err } = await run(folder, ['preview', wrong]);
    assert.equal(code, 2, err);
    assert.equal(out, '');
    assert.match(err, new RegExp(wrong));
  }
});

test('the built command has the style sheet of the preview', () => {
  const folder = project({ [path]: agent });
  const page = execFileSync(process.execPath, [join(process.cwd(), 'dist/cli.cjs'), 'preview', path], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.match(page, /body\.standalone/);
});
