import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { globSync } from 'tinyglobby';

test('the licenses of the bundled packages ship', () => {
  const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
  const sources = globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], { ignore: ['server/src/docs/**'] });
  const imported = sources.flatMap(file =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)(?! type)[^'"]*? from '((?:@[^/']+\/)?[^./'][^/']*)/gm,
      ),
    ]
      .map(([, name]) => name!)
      .filter(name => !name.startsWith('node:') && name !== 'vscode'),
  );
  assert.ok(imported.includes('yaml') && imported.includes('zod') && imported.includes('gray-matter'));
  for (const name of new Set(imported)) {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    // Some packages are imported for their types alone.
    if (name === 'vscode-languageserver-types') continue;
    // Only code that no entry point reaches imports it yet.
    if (name === 'smol-toml' && !existsSync('dist/packages/smol-toml.js')) continue;
    assert.ok(notices.includes(`\n${name} ${version} (${license})\n---`), name);
  }
  assert.match(notices, /\nfdir .*\n-+\n\n[\s\S]*?Permission is hereby granted/);
  assert.match(readFileSync('.vscodeignore', 'utf8'), /^!dist\/THIRD-PARTY-NOTICES\.txt$/m);
});
