import assert from 'node:assert/strict';
import { test } from 'node:test';
import { associationGlob } from '../../../server/src/language/dialect/associationGlob.ts';
import { associate } from '../../../server/src/language/dialect/associations.ts';
import { bySpecificity, globMatcher } from '../../../server/src/language/dialect/glob.ts';
import { dialectById } from '../../../server/src/language/fileKinds.ts';

const claude = dialectById('claude-subagent')!;
const kilo = dialectById('kilo-agent')!;

const written: [glob: string, meant: string][] = [
  ['docs/agents/*.md', '**/docs/agents/*.md'],
  ['./docs/*.md', '**/docs/*.md'],
  ['docs\\agents\\*.md', '**/docs/agents/*.md'],
  ['**/docs/*.md', '**/docs/*.md'],
  ['/home/me/agents/*.md', '/home/me/agents/*.md'],
  [' *.agent ', '**/*.agent'],
];
for (const [glob, meant] of written) {
  test(`expands ${glob} to ${meant}`, () => assert.equal(associationGlob(glob), meant));
}

test('uses the most specific association, whatever the order', () => {
  for (const pairs of [
    [['docs/**', claude] as const, ['docs/kilo/*.md', kilo] as const],
    [['docs/kilo/*.md', kilo] as const, ['docs/**', claude] as const],
  ]) {
    const associations = associate(pairs);
    assert.equal(associations.dialectOf('/p/docs/kilo/x.md'), kilo);
    assert.equal(associations.dialectOf('/p/docs/x.md'), claude);
    assert.equal(associations.dialectOf('/p/src/x.md'), undefined);
  }
});

test('lists each expanded glob once', () => {
  assert.deepEqual(
    associate([
      ['a/*.md', claude],
      ['**/a/*.md', kilo],
    ]).globs,
    ['**/a/*.md'],
  );
  assert.deepEqual(associate().globs, []);
});

test('matches relative, absolute and hidden paths, and globs of wildcards only', () => {
  const matches = globMatcher('**/docs/{a,b}/*.md');
  assert.ok(matches('docs/a/x.md') && matches('/p/.docs/docs/b/.x.md'));
  assert.ok(!matches('/p/docs/c/x.md') && !matches('/p/docs/a/x/y.md'));
  assert.ok(globMatcher('**/*')('/p/x') && globMatcher('?')('x'));
});

test('an invalid glob matches only itself', () => {
  for (const glob of ['[', '{a', '(', '!(', 'a'.repeat(5000), '\\', '**/[z-a].md'])
    assert.equal(globMatcher(glob)('/p/docs/x.md'), false, glob.slice(0, 20));
});

test('uses the first of equally specific globs', () => {
  const found = bySpecificity([
    ['**/a/*.md', 1],
    ['**/*/a.md', 2],
    ['**/a/b/*.md', 3],
  ]);
  assert.deepEqual(
    found.map(({ meaning }) => meaning),
    [3, 1, 2],
  );
});
