import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const agent = (name: string, tools: string, before = '') =>
  `---\nname: ${name}\n${before}description: D.\ntools: ${tools}\n---\nYou.\n`;
const a = '.claude/agents/a.md';
const options = ['check', '--strict', '--baseline', 'known.json'];

test('findings in a baseline are not reported, and new ones are', async () => {
  const cwd = project({ [a]: agent('a', 'Read, Grpe') });
  const first = await run(cwd, [...options, '--update-baseline']);
  assert.deepEqual(
    [first.code, first.out],
    [0, '1 agent file, nothing to report (and 1 in the baseline).\n'],
  );
  assert.equal((await run(cwd, options)).code, 0);
  writeFileSync(join(cwd, a), agent('a', 'Read, Grpe, Bsh'));
  const { code, out } = await run(cwd, options);
  assert.equal(code, 1);
  assert.match(out, /Bsh/);
  writeFileSync(join(cwd, a), agent('a', 'Read, Grpe'));
  assert.equal((await run(cwd, options)).code, 0);
});

test('findings stay known when they move to other lines, and are counted', async () => {
  const cwd = project({ [a]: agent('a', 'Read, Grpe') });
  await run(cwd, [...options, '--update-baseline']);
  writeFileSync(join(cwd, a), agent('a', 'Bash, Read, Grpe', '\n# Lines\n# before it\n'));
  assert.equal((await run(cwd, options)).code, 0);
  writeFileSync(join(cwd, a), `${agent('a', 'Read, Grpe')}\n\u200B`);
  assert.equal((await run(cwd, [...options, '--rule', 'noInvisibleCharacter=warning'])).code, 1);
});

test('a second finding about the same is new', async () => {
  const cwd = project({ [a]: `${agent('a', 'Read')}x\u200By\n` });
  const args = [...options, '--rule', 'noInvisibleCharacter=warning'];
  await run(cwd, [...args, '--update-baseline']);
  assert.equal((await run(cwd, args)).code, 0);
  writeFileSync(join(cwd, a), `${agent('a', 'Grpe, Read')}x\u200By\n`);
  const { out } = await run(cwd, args);
  assert.match(out, /useKnownTool/);
  assert.doesNotMatch(out, /noInvisibleCharacter/);
});

test('findings that are gone are counted, and removed by --update-baseline', async () => {
  const cwd = project({ [a]: agent('a', 'Read, Grpe'), '.claude/agents/b.md': agent('b', 'Read, Bsh') });
  await run(cwd, [...options, '--update-baseline']);
  writeFileSync(join(cwd, a), agent('a', 'Read'));
  const { out } = await run(cwd, options);
  assert.match(out, /^Gone from the baseline: 1\. To remove them from it, add --update-baseline\.$/m);
  // Files that are not checked keep their findings, deleted ones do not.
  await run(cwd, [...options, '--update-baseline', a]);
  const known = () => Object.keys(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')).files);
  assert.deepEqual(known(), ['.claude/agents/b.md']);
  rmSync(join(cwd, '.claude/agents/b.md'));
  await run(cwd, [...options, '--update-baseline']);
  assert.deepEqual(known(), []);
});

test('the paths in a baseline are from its folder, wherever the command runs', async () => {
  const cwd = project({ [a]: agent('a', 'Read, Grpe') });
  await run(cwd, [...options, '--update-baseline']);
  const { code } = await run(join(cwd, '.claude/agents'), [
    'check',
    '--strict',
    '--baseline',
    '../../known.json',
  ]);
  assert.equal(code, 0);
});

test('a baseline that is missing or not one is an error', async () => {
  const cwd = project({ [a]: agent('a', 'Read, Grpe') });
  const missing = await run(cwd, options);
  assert.deepEqual(
    [missing.code, missing.err],
    [2, 'There is no baseline known.json. To write one, add --update-baseline.\n'],
  );
  for (const content of ['{', '[]', '{"version":2,"files":{}}', '{"version":1,"files":{"a":[1]}}']) {
    writeFileSync(join(cwd, 'known.json'), content);
    const { code, err } = await run(cwd, [...options, '--update-baseline']);
    assert.equal(code, 2);
    assert.match(err, /^known\.json (?:cannot be read: |is not a baseline of this version\.)/);
    assert.equal(readFileSync(join(cwd, 'known.json'), 'utf8'), content);
  }
  renameSync(join(cwd, 'known.json'), join(cwd, 'other.json'));
});
