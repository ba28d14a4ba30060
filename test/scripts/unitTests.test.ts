import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

test('a test that never settles, and a file that cannot be imported, fail alone and by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-files-unit-tests-'));
  const module = JSON.stringify(pathToFileURL('scripts/unitTests.mjs').href);
  const files = {
    'stuck.mjs': `import { suite, test } from ${module};
      test('hangs', { timeout: 50 }, () => new Promise(() => {}));
      suite('group', () => test('passes', () => {}));`,
    'broken.mjs': "throw new Error('This file is broken.');",
    'endless.mjs': 'await new Promise(() => {});',
    'good.mjs': `import { test } from ${module}; test('passes', () => {});`,
    'late.mjs': `import { test } from ${module};
      await new Promise(resolve => setTimeout(resolve, 20));
      test('uses what is defined below it', () => defined);
      const defined = true;`,
    'shard.mjs': `import { register } from ${module};
      for (const file of ['stuck', 'broken', 'endless', 'good', 'late'])
        await register(file, () => import('./' + file + '.mjs'), file === 'endless' ? 50 : 30_000);`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--test', '--test-reporter=tap', join(folder, 'shard.mjs')],
    { encoding: 'utf8', env },
  );
  rmSync(folder, { recursive: true });
  const results = [...stdout.matchAll(/^ *((?:not )?ok) \d+ - (.*)$/gm)].map(([, ...result]) =>
    result.join(' '),
  );
  assert.deepEqual(
    results.filter(result => !result.includes('shard.mjs')),
    [
      'not ok stuck: hangs',
      'ok stuck: passes',
      'ok stuck: group',
      'not ok broken: can be imported',
      'not ok endless: can be imported',
      'ok good: passes',
      'ok late: uses what is defined below it',
    ],
  );
  assert.match(stdout, /did not settle within 50 ms/);
  assert.match(stdout, /This file is broken/);
  assert.match(stdout, /The import of endless did not settle/);
  assert.equal(status, 1);
});
