import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { documentSymbols } from '../../../server/src/language/features/structure/documentSymbols.ts';
import { foldingRanges } from '../../../server/src/language/features/structure/foldingRanges.ts';
import { selectionAt } from '../../../server/src/language/features/structure/selectionRanges.ts';

const nothing = { headings: false, json: false };
const documentOf = (text: string, name = 'x.md') =>
  AgentDocument.of(text, `file:///p/.claude/agents/${name}`);

const text = `---
name: writer
description: "Writes."
tools:
  - Read
  - Edit
mcpServers:
  docs:
    command: docs
---
You write.

# Task

<rules hard="yes">
One.
## Inner
Two.
</rules>

## Steps #

\`\`\`md
# No heading
<fence>
</fence>
\`\`\`

<open>
# Last
Three.
`;

/** Each symbol on a line: its name, its detail, the lines that it covers, and what its name selects. */
function outline(source: string, editor = nothing, name?: string): string[] {
  const document = documentOf(source, name);
  const show = (symbols: readonly DocumentSymbol[], depth: number): string[] =>
    symbols.flatMap(({ name, detail, range, selectionRange, children = [] }) => [
      `${' '.repeat(depth)}${name}${detail ? ` = ${detail}` : ''} ${range.start.line}-${range.end.line} «${sliced(document, selectionRange)}»`,
      ...show(children, depth + 1),
    ]);
  return show(documentSymbols(document, editor), 0);
}

function sliced(document: AgentDocument, { start, end }: Range): string {
  return document.slice({ start: document.offsetAt(start), end: document.offsetAt(end) });
}

test('the outline has keys, headings and tagged sections, each within what is around it', () => {
  assert.deepEqual(outline(text), [
    'name = writer 1-1 «name»',
    'description = "Writes." 2-2 «description»',
    'tools 3-5 «tools»',
    'mcpServers 6-8 «mcpServers»',
    ' docs 7-8 «docs»',
    '  command = docs 8-8 «command»',
    'Task 12-28 «Task»',
    ' rules 14-18 «rules»',
    '  Inner 16-17 «Inner»',
    ' Steps 20-28 «Steps»',
    'Last 29-30 «Last»',
  ]);
});

test('the outline leaves out what the editor outlines itself', () => {
  const editor = { headings: true, json: true };
  assert.deepEqual(outline(text, editor).slice(-2), [
    '  command = docs 8-8 «command»',
    'rules 14-18 «rules»',
  ]);
  const manifest = '{ "name": "kit" }';
  assert.deepEqual(outline(manifest, nothing, 'plugin.json'), ['name = "kit" 0-0 «name»']);
  assert.deepEqual(outline(manifest, editor, 'plugin.json'), []);
});

test('tags that are not closed, or cross others, make no section', () => {
  assert.deepEqual(outline('<a>\n<b>\n</a>\n</b>\n</c>\n'), ['a 0-2 «a»']);
  assert.deepEqual(outline('<a>x</a>\n    <b>\n    </b>\n'), []);
});

test('front matter, keys over several lines, sections and headings can be folded', () => {
  const folds = (editor = nothing) =>
    foldingRanges(documentOf(text), editor).map(({ startLine, endLine, kind = '' }) =>
      `${startLine}-${endLine} ${kind}`.trim(),
    );
  const always = ['0-9 region', '3-5', '6-8', '7-8'];
  assert.deepEqual(folds(), [...always, '12-28', '14-18', '16-17', '20-28', '29-30']);
  assert.deepEqual(folds({ headings: true, json: true }), [...always, '14-18']);
});

test('a selection grows from the word to the file', () => {
  const grown = (marked: string): string[] => {
    const offset = marked.indexOf('|');
    const document = documentOf(marked.replace('|', ''));
    const found: string[] = [];
    for (
      let each: ReturnType<typeof selectionAt> | undefined = selectionAt(document, offset);
      each;
      each = each.parent
    )
      found.push(sliced(document, each.range));
    return found;
  };
  assert.deepEqual(grown('---\ntools: [Read, "Web|Fetch"]\n---\nBody\n').slice(0, -1), [
    'WebFetch',
    '"WebFetch"',
    '[Read, "WebFetch"]',
    'tools: [Read, "WebFetch"]',
    'tools: [Read, "WebFetch"]\n',
    '---\ntools: [Read, "WebFetch"]\n---',
  ]);
  assert.deepEqual(grown('---\nname: a\n---\n# One\n\nFirst li|ne\nsecond line\n\n# Two\n').slice(0, -1), [
    'line',
    'First line',
    'First line\nsecond line',
    '# One\n\nFirst line\nsecond line',
    '# One\n\nFirst line\nsecond line\n\n# Two',
    '# One\n\nFirst line\nsecond line\n\n# Two\n',
  ]);
});

const line = fc.constantFrom(
  '---',
  'name: a',
  'tools: [a, {b: c}]',
  '  - x: y',
  '# One',
  '### Deep',
  '<a>',
  '</a>',
  '<b x="1">',
  '</b>',
  '```',
  'text',
  '',
  '{ "a": [1, { "b": 2 }] }',
  'a: &x [*x]',
);

test('whatever the text, ranges lie within those around them and selections only grow', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.boolean(), fc.nat(), (lines, isJson, at) => {
      const source = lines.join('\n');
      const document = documentOf(source, isJson ? 'plugin.json' : 'x.md');
      const offsets = ({ start, end }: Range) => [document.offsetAt(start), document.offsetAt(end)] as const;
      const isWithin = (inner: Range, outer: Range): boolean =>
        offsets(inner)[0] >= offsets(outer)[0] && offsets(inner)[1] <= offsets(outer)[1];
      const hold = (symbols: readonly DocumentSymbol[]): void => {
        for (const symbol of symbols) {
          assert.notEqual(symbol.name, '');
          assert.ok(isWithin(symbol.selectionRange, symbol.range));
          for (const child of symbol.children ?? []) assert.ok(isWithin(child.range, symbol.range));
          hold(symbol.children ?? []);
        }
      };
      hold(documentSymbols(document, nothing));
      for (const { startLine, endLine } of foldingRanges(document, nothing)) assert.ok(startLine < endLine);
      const offset = at % (source.length + 1);
      for (let each = selectionAt(document, offset); each.parent; each = each.parent) {
        assert.ok(isWithin(each.range, each.parent.range));
        const [start, end] = offsets(each.range);
        assert.ok(start <= offset && offset <= end);
      }
    }),
  );
});

test('ten thousand tags and headings take linear time', () => {
  for (const part of ['<a>\n', '</a>\n', '<a>\n</b>\n', '# x\n', '<a>\n# x\n'])
    documentSymbols(documentOf(part.repeat(10_000)), nothing);
});
