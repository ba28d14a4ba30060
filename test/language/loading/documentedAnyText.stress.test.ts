import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { dialectForPath } from '../../../server/src/language/fileKinds.ts';
import { type IssueText, messageOf } from '../../../server/src/language/loading/issue.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { load } from '../../support/conformance.ts';
import { sharedPath, sharedTest } from '../../support/shared.ts';

const documented = dialects.filter(({ loader }) => loader.evidence === 'documented');

/** Pieces of which such files go wrong, in any order. */
const pieces = [
  ...['---\n', '---', ' ---\n', '\uFEFF', '\r\n', '\n', '\t', '  ', ': ', '- ', '"', "'", '[', ']', '{', '}'],
  ...['name: x\n', 'description: d\n', 'tools: [Read, "Bash(git *)", mcp__a__b]\n', 'tools: Read, *\n'],
  ...[
    'globs: **/*.ts\n',
    'globs: *.a, *.b # c\n',
    'globs: |\n  *.ts\n',
    'inclusion: fileMatch\n',
    'fork: yes\n',
  ],
  ...['&a [*a]', '*a', '!!js/function "x"', '|\n', '<<: *a\n', '? ', '@', '%', '\u0000', '\ud800', 'é🚀'],
  ...['__proto__: {a: 1}\n', 'constructor: x\n', 'toString: [x]\n', 'permissions: {allow: [1]}\n'],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(parts => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(parts => `---\n${parts.join('')}\n---\nbody\n`),
);

for (const { id, loader, files, template } of documented) {
  const path = files[0]!.replaceAll('**/', '').replaceAll('*', 'x');

  test(`${id}: returns issues within any text`, () => {
    const holds = (text: string) => {
      const result = load(loader, text, path);
      assert.ok(result.loads || result.ignored || result.issues.length > 0, 'rejected without a reason');
      for (const issue of result.issues) {
        checkParts(issue, loader.tool);
        const { range } = issue;
        const message = messageOf(issue);
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        // zod's own messages are not for authors.
        assert.doesNotMatch(message, /Invalid|Too (?:small|big)|expected|undefined|must be (?:,|\.|and)/);
      }
      JSON.stringify(result);
    };
    fc.assert(fc.property(anyText, holds), { numRuns: 150 });
    for (let end = 0; end <= template.length; end++) holds(template.slice(0, end));
  });

  test(`${id}: does not hang on long and hostile texts`, () => {
    const keys = Array.from({ length: 1500 }, (_, index) => `key${index}: value\n`).join('');
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`).join('')}`;
    const started = Date.now();
    for (const text of [
      '',
      '---',
      `---\n${keys}---\nx\n`,
      `---\n${'globs: **/*\n'.repeat(1500)}---\nx\n`,
      `---\nname: x\ndescription: d\n${bomb}---\nx\n`,
      `---\ndescription: ${'['.repeat(3000)}\n---\nx\n`,
      `---\nname: x\ndescription: d\n---\n${'$1 word '.repeat(500_000)}`,
      `---\n${'a'.repeat(2_000_000)}\n---\nx\n`,
    ])
      load(loader, text, path);
    assert.ok(Date.now() - started < 10_000, 'took too long');
  });
}

test('rejects no file because of a secondhand source', () => {
  for (const { id, loader, source, files } of documented) {
    if (source.evidence !== 'secondHand') continue;
    const path = files[0]!.replaceAll('**/', '').replaceAll('*', 'x');
    for (const text of ['', 'x\n', '---\nname: [x\n---\n', '---\nname: 5\ntools: 5\nmodel: 5\n---\n'])
      assert.equal(load(loader, text, path).loads, true, `${id}: ${JSON.stringify(text)}`);
  }
});

sharedTest('reports no error in real files and nothing in unquoted globs', () => {
  let read = 0;
  for (const path of filesBelow(sharedPath('corpus'))) {
    const place = path.endsWith('.mdc') ? `.cursor/rules/${path.slice(path.lastIndexOf('/') + 1)}` : path;
    const dialect = dialectForPath(place);
    if (dialect?.loader.evidence !== 'documented') continue;
    const result = load(dialect.loader, readFileSync(path, 'utf8'), place);
    read++;
    // A file outside of the folders that the tool reads.
    if (result.issues.some(({ code }) => code === 'file.notRead')) continue;
    assert.ok(result.loads, path);
    if (path.includes('awesome-cursorrules')) assert.deepEqual(result.issues, [], path);
  }
  assert.ok(read > 50);
});

/** A problem is short and does not name the tool; no part ends in a period. */
function checkParts({ problem, consequence, advice }: IssueText, tool: string): void {
  const counted = problem.replace(/`` ` ``|`[^`]*`/g, '`12 letters  `');
  assert.ok(counted.length <= 70, problem);
  assert.ok(!problem.includes(tool), problem);
  for (const part of [problem, consequence, advice]) assert.doesNotMatch(part ?? '', /\.$/);
}

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else if (/\.mdc?$/.test(name)) yield path;
  }
}
