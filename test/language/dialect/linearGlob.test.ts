import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globMatcher } from '../../../server/src/language/dialect/glob.ts';
import { globProblem, linearGlobMatcher } from '../../../server/src/language/dialect/linearGlob.ts';
import { processorTime } from '../../support/processorTime.ts';

test('matches paths like picomatch', () => {
  const segment = fc
    .array(
      fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[^a]', '{a,b}', '@(a|b)', '?(a)', '+(a|b)', '*(b)'),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map(parts => parts.join(''))
    // A regular expression of picomatch differs where a wildcard follows a wildcard.
    .filter(text => !/[*?][*?]|\*[?*+@]\(|\)[*?]|\?\?/.test(text) && text !== '.' && text !== '..');
  const glob = fc
    .array(fc.oneof(segment, fc.constant('**')), { minLength: 1, maxLength: 4 })
    .map(segments => segments.join('/'))
    // Nor does `*/**` match `a` there, as `a/**` does, and a segment that can be empty may be absent.
    .filter(text => !/\*\*\/\*\*|[*?\])}]\/\*\*$|(?:^|\/)(?:[?*]\([^)]*\))+(?:\/|$)/.test(text));
  const name = fc
    .array(fc.constantFrom('a', 'b', 'ab', '.'), { minLength: 1, maxLength: 3 })
    .map(parts => parts.join(''))
    .filter(text => !/^\.+$/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'));
  fc.assert(
    fc.property(glob, path, (pattern, file) => {
      const expected = picomatch(pattern, { dot: true, windows: false })(file);
      assert.equal(linearGlobMatcher(pattern)(file), expected, `${pattern} ${file}`);
    }),
    { numRuns: 2000 },
  );
});

test('matches groups, negated groups, ranges and escapes', () => {
  const cases: readonly [glob: string, matching: readonly string[], others: readonly string[]][] = [
    ['agents/!(ours).md', ['agents/a.md', 'agents/our.md'], ['agents/ours.md', 'agents/a/b.md']],
    ['**/!(agents)/node_modules/**', ['a/node_modules/x', 'b/a/node_modules/x/y'], ['agents/node_modules/x']],
    ['**/+(a|bc).md', ['a.md', 'x/abca.md'], ['x/ab.md', '.md']],
    ['*(a)b', ['b', 'aab'], ['ba', 'cb']],
    ['v{1..3}.md', ['v1.md', 'v3.md'], ['v4.md']],
    ['\\*.md', ['*.md'], ['a.md']],
    ['{docs,**/notes}/*.md', ['docs/a.md', 'x/notes/a.md'], ['x/docs/a.md']],
    ['vendor/**', ['vendor', 'vendor/a/b'], ['vendors', 'a/vendor']],
  ];
  for (const [glob, matching, others] of cases) {
    const matches = linearGlobMatcher(glob);
    assert.deepEqual([...matching, ...others].filter(matches), matching, glob);
  }
});

test('the time of a glob grows with the path, whatever its wildcards', () => {
  for (const glob of [
    '**/+(*)b',
    '**/+(*|a)+(*|a)b',
    `${'*a'.repeat(40)}b`,
    `${'**/a/'.repeat(20)}b`,
    `**/${'*(a)'.repeat(40)}b`,
    `{${'a*,'.repeat(30)}b}{${'a*,'.repeat(5)}c}`,
    `${'!(b)'.repeat(10)}b`,
    '{'.repeat(900),
    '('.repeat(900),
    '['.repeat(900),
  ]) {
    const passed = processorTime(() => {
      const matches = globMatcher(glob);
      for (const path of ['a'.repeat(40), 'a'.repeat(250), 'a/'.repeat(100)]) matches(path);
    });
    assert.ok(passed < 1000, `${glob}: ${passed} ms`);
  }
});

test('says which globs are not used, and why', () => {
  for (const glob of ['', ' ', '/', '!', '!/', './', '..'])
    assert.equal(globProblem(glob), 'names no files', glob);
  assert.match(globProblem('a'.repeat(70_000))!, /longer than 1000/);
  assert.match(globProblem('+(+(a))')!, /group within a group/);
  assert.match(globProblem('{a,b}'.repeat(50))!, /too many/);
  for (const glob of ['vendor', '!vendor', '**/a', '*', '!(a)', '.claude/', '{a,b}/**'])
    assert.equal(globProblem(glob), undefined, glob);
});
