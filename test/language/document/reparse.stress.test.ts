import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isPair } from 'yaml';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { reparse } from '../../../server/src/language/document/reparse.ts';
import { isMap, isScalar, isSeq } from '../../../server/src/language/document/yamlNodes.ts';
import type { YamlTree } from '../../../server/src/language/document/yamlTree.ts';

/** All of a tree that anybody can ask for. */
function plain(tree: YamlTree): unknown {
  return {
    ...tree,
    entries: tree.entries.map(entry => ({ ...entry, node: plainNode(entry.node) })),
    root: plainNode(tree.root),
  };
}

function plainNode(node: unknown): unknown {
  if (isPair(node)) return [plainNode(node.key), plainNode(node.value)];
  if (isMap(node) || isSeq(node))
    return { range: [...node.range!], tag: node.tag, flow: node.flow, items: node.items.map(plainNode) };
  if (!isScalar(node)) return node === undefined || node === null ? node : 'alias';
  const { range, value, type, tag, source } = node;
  // Each merge key's value is a symbol of its own.
  return { range: [...range!], value: typeof value === 'symbol' ? String(value) : value, type, tag, source };
}

const documentOf = (text: string, previous?: AgentDocument) =>
  new AgentDocument(TextDocument.create('file:///p/.claude/agents/a.md', 'markdown', 1, text), previous);

const pieces = [
  'name: reviewer\n',
  'invalid: Use it when: asked\n',
  'open: [a, b\n',
  'description: Use this **when** asked & more\n',
  'description: "Quoted\n  over lines"\n',
  "single: 'it''s'\n",
  'block: |\n  one\n\n  two\n',
  'kept: |+\n  one\n\n',
  'folded: >-\n  one\n  two\n',
  'plain: one\n  two\n',
  'tools: Read, Grep\n',
  'tools: [Read, Grep]\n',
  'tools:\n  - Read\n  - "Grep"\n',
  'tools:\n- Read\n- Grep\n',
  'hooks:\n  Stop:\n    - hooks:\n        - type: command\n',
  '# a comment\n',
  '\n',
  'empty:\n',
  'number: 1.0 # why\n',
  'anchor: &a x\n',
  'alias: *a\n',
  '<<: {k: v}\n',
  'tagged: !!str 5\n',
  '{a: 1, b: 2}\n',
  '? explicit\n: value\n',
  '  indented: x\n',
  '...\n',
  '"quoted key": x\n',
  'crlf: x\r\n',
];
const front = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map(parts => parts.join(''));
const typed = fc.oneof(
  fc.constantFrom(
    '',
    ':',
    ' ',
    '\n',
    '#',
    '"',
    "'",
    '- ',
    '|',
    '>',
    '&a ',
    '*a',
    '...\n',
    '---\n',
    '%',
    '{',
    '[',
    ']',
    ',',
  ),
  fc.constantFrom(...pieces),
  fc.string({ maxLength: 3 }),
);
const edit = fc.record({ at: fc.nat(300), length: fc.oneof(fc.constant(0), fc.nat(12)), text: typed });

suite('an incrementally parsed YAML tree', () => {
  test('equals the tree of a full parse', () => {
    fc.assert(
      fc.property(front, fc.array(edit, { minLength: 1, maxLength: 6 }), (content, edits) => {
        let text = `---\n${content}---\nYou write.\n`;
        let document = documentOf(text);
        for (const { at, length, text: put } of edits) {
          const start = Math.min(at, text.length);
          text = text.slice(0, start) + put + text.slice(start + length);
          document = documentOf(text, document);
          assert.deepEqual(plain(document.yaml), plain(documentOf(text).yaml), JSON.stringify(text));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('leaves the previous tree unchanged', () => {
    const text = '---\nname: a\ntools:\n  - Read\n---\n';
    const before = documentOf(text);
    const shown = JSON.stringify(plain(before.yaml));
    const after = documentOf(text.replace('name: a', 'name: abc'), before);
    assert.equal(after.slice(after.rangeOf(['tools', 0])!), 'Read');
    assert.equal(JSON.stringify(plain(before.yaml)), shown);
  });

  test('parses only the changed key again', () => {
    const text = '---\nname: a\ndescription: Writes.\ncolor: red\n---\n';
    const before = documentOf(text);
    const edited = text.replace('Writes.', 'Writes it.');
    const content = documentOf(edited).frontMatter.content;
    const tree = reparse(edited, content, before);
    assert.equal(tree?.entries[0], before.yaml.entries[0]);
    assert.equal(tree?.entries[1]?.value, 'Writes it.');
  });

  test('reuses entries of an invalid tree that were parsed on their own', () => {
    const text = '---\nname: a\ndescription: Use it when: asked\ncolor: [red\n---\nYou write.\n';
    const before = documentOf(text);
    assert.ok(before.yaml.errors.length > 0);
    const after = documentOf(text.replace('asked', 'they ask'), before);
    assert.equal(after.yaml.entries[0], before.yaml.entries[0]);
    assert.equal(after.slice(after.entry('color')!.range), '[red');
    const body = documentOf(text.replace('write', 'writes'), before);
    assert.equal(body.yaml, before.yaml);
  });

  test('is not used where keys depend on each other', () => {
    const cases = [
      ['name: &n a\nother: b\n', 'name: &n a\nother: c\n'],
      ['name: a\nother: b\n', 'name: a\nother: *n\n'],
      ['name: a\nother: b\n', 'name: a\nother: b\nthird: c\n'],
      ['name: a\nother: b\n', 'name: aother: b\n'],
      ['name: a\nother: b\n', 'name: "a\nother: b\n'],
      ['{name: a}\n', '{name: b}\n'],
    ];
    for (const [from, to] of cases) {
      const before = documentOf(`---\n${from}---\n`);
      const edited = `---\n${to}---\n`;
      assert.equal(reparse(edited, documentOf(edited).frontMatter.content, before), undefined, to);
    }
  });
});
