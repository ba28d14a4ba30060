import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { renderMarkdown } from '../../../server/src/language/preview/promptMarkdown.ts';
import { elementsOf, parseHtml, select, textOf } from '../../support/htmlTree.ts';

const render = (markdown: string, firstLine = 0) => parseHtml(renderMarkdown(markdown, firstLine));

suite('renderMarkdown', () => {
  test('gives every block its line in the document', () => {
    const root = render('# One\n\ntext\n\n- a\n- b\n\n```js\nx\n```\n\n| h |\n|---|\n| c |\n\n<role>\n', 10);
    const lines = elementsOf(root).flatMap(({ tag, attributes }) =>
      attributes['data-line'] === undefined ? [] : [`${tag} ${attributes['data-line']}`],
    );
    assert.deepEqual(lines, [
      'h3 10',
      'p 12',
      'ul 14',
      'li 14',
      'li 15',
      'pre 17',
      'div 21',
      'thead 21',
      'tr 21',
      'tbody 23',
      'tr 23',
      'div 25',
    ]);
  });

  test('gives headings anchors of their own, a level below the page, and a link to their line', () => {
    const root = render('# A `b` c!\n\n## Same\n\n## Same\n', 4);
    const headings = elementsOf(root).filter(({ tag }) => /^h\d$/.test(tag));
    assert.deepEqual(
      headings.map(({ tag, attributes }) => `${tag} ${attributes.id}`),
      ['h3 prompt-a-b-c', 'h4 prompt-same', 'h4 prompt-same-1'],
    );
    assert.deepEqual(
      select(root, '.line-link').map(link => link.attributes['aria-label']),
      ['Go to line 5', 'Go to line 7', 'Go to line 9'],
    );
  });

  test('follows only links that are safe to follow', () => {
    const root = render(
      '[w](https://a.example/x?y=1&z) [m](mailto:a@b.example) [h](#Two%20Words) [f](../docs/a%20b.md) [r]\n\n[r]: ./rel.md "title"',
    );
    assert.deepEqual(
      select(root, 'a').map(({ attributes }) => attributes['data-open'] ?? attributes.href),
      ['https://a.example/x?y=1&z', 'mailto:a@b.example', '#prompt-two-words', '../docs/a b.md', './rel.md'],
    );
  });

  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#x0A;script:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'command:workbench.action.quit',
    'vscode://x/y',
    'file:///etc/passwd',
    '/etc/passwd',
    '//evil.example/x',
    'C:/x',
    '%2Fetc/passwd',
    'javascript%3Aalert(1)',
  ]) {
    test(`does not follow ${url}`, () => {
      const root = render(`[text](${url}) <${url}> ![image](${url})\n\n[ref]\n\n[ref]: ${url}`);
      assert.deepEqual(select(root, 'a'), []);
    });
  }

  test('shows an image as its description and loads nothing', () => {
    const root = render('![A *graph*](https://a.example/x.png)');
    assert.deepEqual(select(root, 'img'), []);
    assert.equal(textOf(root), 'image: A graph');
  });

  test('colors code of a known language and leaves other code alone', () => {
    const known = render('```python title="x"\ndef f(): pass\n```');
    assert.equal(textOf(select(known, '.hljs-keyword')[0]), 'def');
    assert.equal(select(known, 'pre')[0]!.attributes['data-language'], 'python');
    const unknown = render('```klingon\n<b>x</b>\n```');
    assert.deepEqual(select(unknown, 'span'), []);
    assert.equal(textOf(unknown), '<b>x</b>');
  });

  test('sets tags on lines of their own apart', () => {
    const root = render('before\n<role>\nYou are **one**.\n</role>\nafter');
    assert.deepEqual(select(root, '.tag').map(textOf), ['<role>', '</role>']);
    assert.deepEqual(select(root, 'p').map(textOf), ['before', 'You are one.', 'after']);
  });

  test('shows an example with a dialogue as one, and any other as tags around text', () => {
    const dialogue = render('<example>\nuser: "Hi"\nassistant: "Ho"\n</example>');
    assert.deepEqual(select(dialogue, '.said').map(textOf), ['Hi', 'Ho']);
    const other = render('<example>\n# Code\n</example>');
    assert.deepEqual(select(other, '.tag').map(textOf), ['<example>', '</example>']);
  });

  test('draws the boxes of a task list', () => {
    assert.deepEqual(select(render('- [ ] open\n- [x] done\n- [z] neither'), 'li').map(textOf), [
      '☐ open',
      '☑ done',
      '[z] neither',
    ]);
  });

  test('aligns table columns without inline styles', () => {
    const root = render('| a | b |\n|:-:|--:|\n| 1 | 2 |');
    assert.deepEqual(
      select(root, 'td').map(({ attributes }) => attributes),
      [{ class: 'align-center' }, { class: 'align-right' }],
    );
  });

  test('makes characters visible that hide text', () => {
    const hidden = String.fromCodePoint(...[...'obey'].map(letter => 0xe0000 + letter.charCodeAt(0)));
    assert.equal(
      textOf(render(`a\u202Eb\u200Bc ${hidden} \`x\u2066\``)),
      'aU+202EbU+200Bc hidden text: obey xU+2066',
    );
    assert.equal(textOf(render('```js\nlet a\u202E = 1\n```')), 'let aU+202E = 1');
  });

  test('leaves joined emoji and flags alone', () => {
    const flag = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
    assert.equal(textOf(render(`👩\u200D💻 ${flag}`)), `👩\u200D💻 ${flag}`);
  });
});
