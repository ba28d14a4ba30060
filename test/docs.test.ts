import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { block, code, table } from '../server/src/language/docs/markdown.ts';
import { generatedPages } from '../server/src/language/docs/pages.ts';
import { rules } from '../server/src/language/rules/index.ts';

const pages = generatedPages();

for (const [path, text] of pages) {
  test(`${path} is what \`npm run docs\` would write`, () => {
    const committed = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    assert.ok(committed === text, `${path} is stale: run \`npm run docs\`, and commit what it changes.`);
  });

  test(`${path}: every link into the page has its place`, () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    );
    const places = new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)]);
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
    assert.ok(links.length > 0);
    for (const link of links) assert.ok(places.has(link), link);
  });

  test(`${path}: tables have as many cells in each row as in the first`, () => {
    for (const [rows] of text.matchAll(/(?:^\|.*\|\n)+/gm)) {
      const widths = rows
        .trim()
        .split('\n')
        .map(row => row.replaceAll('\\|', '').split('|').length);
      assert.equal(new Set(widths).size, 1, rows);
    }
  });
}

test('every rule has a section', () => {
  for (const { id } of rules) assert.ok(pages.get('docs/rules.md')!.includes(`\n## ${id}\n`), id);
});

test('Markdown in a word, a cell or a block does not break out', () => {
  assert.equal(code('a`b'), '`` a`b ``');
  assert.equal(block('md', '```js\n```\n'), '````md\n```js\n```\n````');
  assert.equal(table(['A', 'B', 'C'], [['`a|b`', '', 'c']]), '| A | C |\n| --- | --- |\n| `a\\|b` | c |');
});
