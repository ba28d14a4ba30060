import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import type { Loader } from '../../../../server/src/language/loading/loader.ts';
import {
  kiloAgent,
  kiloCommand,
  kiloMode,
  kiloWorkflow,
} from '../../../../server/src/language/tools/kilo/loader.ts';
import {
  openCodeAgent,
  openCodeCommand,
  openCodeMode,
} from '../../../../server/src/language/tools/openCode/loader/openCode.ts';

const loaders: readonly (readonly [Loader, string])[] = [
  [openCodeAgent, '.opencode/agents/x.md'],
  [openCodeMode, '.opencode/modes/x.md'],
  [openCodeCommand, '.opencode/commands/x.md'],
  [kiloAgent, '.kilo/agents/x.md'],
  [kiloMode, '.kilo/modes/x.md'],
  [kiloCommand, '.kilo/commands/x.md'],
  [kiloWorkflow, '.kilo/workflows/x.md'],
];

function loadsWithin(text: string): void {
  const document = AgentDocument.of(text, 'file:///project/x.md');
  for (const [loader, path] of loaders) {
    const result = loader.load({ document, path });
    JSON.stringify(result);
    for (const { range, code } of [
      ...result.issues,
      ...(result.body ? [{ range: result.body, code: 'body' }] : []),
    ]) {
      assert.ok(
        0 <= range.start && range.start <= range.end && range.end <= text.length,
        `${code} in ${JSON.stringify(text)}`,
      );
    }
    const starts = result.issues.map(({ range }) => range.start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  }
}

const keys = [
  'description',
  'name',
  'mode',
  'model',
  'color',
  'tools',
  'permission',
  'steps',
  'options',
  'prompt',
  'x-y',
  '__proto__',
];
const values = [
  '',
  'x',
  '42',
  'yes',
  'null',
  'a: b',
  '#fff',
  '*',
  '@x',
  '[a, b]',
  '{bash: no}',
  '"x',
  '2024-01-01',
  '|\n  a\n  b',
  '\n  bash: deny\n  "*": ask',
  '\n\tbash: deny',
  '&a [*a]',
  'C:\\n x # y',
];

test('loads any front matter, with every issue inside the text', () => {
  const line = fc
    .tuple(fc.constantFrom(...keys), fc.constantFrom(...values))
    .map(([key, value]) => `${key}: ${value}`);
  const delimiter = fc.constantFrom(
    '---',
    '--- ',
    '----',
    '---js',
    '---json',
    ' ---',
    '',
    '\uFEFF---',
    '---\r',
  );
  const text = fc.tuple(
    delimiter,
    fc.array(line, { maxLength: 6 }),
    delimiter,
    fc.constantFrom('', 'Body', '{env:X} $1', '---'),
  );
  fc.assert(
    fc.property(text, ([open, lines, close, body]) => loadsWithin([open, ...lines, close, body].join('\n'))),
    { numRuns: 1500 },
  );
});

test('loads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => loadsWithin(`---\n${text}`)),
    { numRuns: 500 },
  );
});

test('loads hostile files quickly', () => {
  const references = Array.from(
    { length: 30 },
    (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i}]`,
  ).join('\n');
  const hostile = [
    `---\na0: &a0 [x]\n${references}\n---\nx`,
    `---\nself: &a {b: *a}\n---\nx`,
    `---\n${Array.from({ length: 1000 }, (_, i) => `k${i}: a: b`).join('\n')}\n---\nx`,
    `---\npermission:\n${Array.from({ length: 5000 }, (_, i) => `  k${i}: deny`).join('\n')}\n  "*": ask\n---\nx`,
    `---\n${'a: b\n'.repeat(100_000)}---\nx`,
    `---\ndescription: ${'x '.repeat(90_000)}: y\n---\n`,
    `---\ndescription: x\n---\n${'{env:'.repeat(200_000)}`,
    `${'# '.repeat(900)}\nx\n---\nname: x\n---\n`,
    `---\ndescription: a: b${' '.repeat(1900)}\n${'# '.repeat(50_000)}\n---\n`,
    'x'.repeat(10_000_000),
    '\n'.repeat(1_000_000),
  ];
  for (const text of hostile) {
    loadsWithin(text);
  }
});
