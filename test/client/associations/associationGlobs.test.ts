import assert from 'node:assert/strict';
import { test } from 'node:test';
import picomatch from 'picomatch';
import { ownGlobs, withAssociation } from '../../../client/src/associations/associationGlobs.ts';

const paths: [path: string, file: string, folder: string | undefined][] = [
  ['docs/agents/writer.md', 'docs/agents/writer.md', 'docs/agents/**/*.md'],
  ['writer.md', 'writer.md', undefined],
  ['a [b]/{c}!.x.mdc', 'a ?b?/?c??.x.mdc', 'a ?b?/**/*.mdc'],
  ['agents/writer', 'agents/writer', 'agents/**/*'],
];
for (const [path, file, folder] of paths) {
  test(`ownGlobs returns the globs of ${path} and its folder`, () => {
    assert.deepEqual(ownGlobs(path), { file, folder });
    assert.ok(picomatch(file, { dot: true })(path));
    if (folder !== undefined) assert.ok(picomatch(folder, { dot: true })(path));
  });
}

const own = ownGlobs('docs/writer.md');
const other = { 'x/**': 'kilo-agent' };

test('associating a file keeps the associations of other files', () => {
  const current = { ...other, 'docs/writer.md': 'a', 'docs/**/*.md': 'b' };
  assert.deepEqual(withAssociation(current, own, { of: 'file', dialect: 'c' }), {
    ...other,
    'docs/**/*.md': 'b',
    'docs/writer.md': 'c',
  });
});

test('associating a folder replaces the association of its file', () => {
  const current = { ...other, 'docs/writer.md': 'a' };
  assert.deepEqual(withAssociation(current, own, { of: 'folder', dialect: 'c' }), {
    ...other,
    'docs/**/*.md': 'c',
  });
});

test('a file at the workspace root has no folder to associate', () => {
  assert.deepEqual(withAssociation({}, ownGlobs('writer.md'), { of: 'folder', dialect: 'c' }), {
    'writer.md': 'c',
  });
});

test('the associations of a file and its folder can be removed', () => {
  const current = { ...other, 'docs/writer.md': 'a', 'docs/**/*.md': 'b' };
  assert.deepEqual(withAssociation(current, own), other);
  assert.deepEqual(withAssociation(other, own), other);
});
