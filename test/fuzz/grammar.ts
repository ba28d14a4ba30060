// Random files of all kinds that are read: mostly well formed, with what breaks parsers and what costs much in between.
import fc from 'fast-check';
import { configurationFileName } from '../../server/src/language/configuration.ts';
import type { Field } from '../../server/src/language/dialect/field.ts';
import { fieldsOf } from '../../server/src/language/dialect/fieldTable.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { dialects } from '../../server/src/language/tools/index.ts';

/** One input: a text, and what it is read as. */
export interface FuzzInput {
  readonly kind: 'agent' | 'configuration' | 'manifest';
  /** A position in `dialects`, for an agent file. */
  readonly dialect: number;
  /** Varies what is done: offsets, and which of the costly features run. */
  readonly choice: number;
  readonly text: string;
}

/** The names and the values that one dialect knows, at any depth. */
interface Words {
  readonly keys: readonly string[];
  readonly nested: readonly string[];
  readonly values: readonly string[];
}

const wordsOf: readonly Words[] = dialects.map(dialect => {
  const { fields } = fieldsOf(dialect);
  const inside = fields.flatMap(field => fieldsWithin(field, 3));
  return {
    keys: fields.map(({ name }) => name),
    nested: [...new Set(inside.map(({ name }) => name).filter(Boolean))],
    values: [
      ...new Set([
        ...[...fields, ...inside].flatMap(({ values, keys }) =>
          [...values, ...keys].map(({ value }) => value),
        ),
        ...(dialect.tools ?? []).map(({ value }) => value),
      ]),
    ],
  };
});
const allKeys = [...new Set(wordsOf.flatMap(({ keys }) => keys))];
const settings = ['rules', 'ignore', 'fields', 'associations', 'collections', '$schema'];
const manifestKeys = ['name', 'plugins', 'source', 'metadata', 'pluginRoot', 'agents', 'commands', 'skills'];

function fieldsWithin({ fields, item, entry }: Field, depth: number): Field[] {
  if (depth === 0) return [];
  const direct = [...fields, ...(item ? [item] : []), ...(entry ? [entry] : [])];
  return [...direct, ...direct.flatMap(field => fieldsWithin(field, depth - 1))];
}

const hostileKeys = [
  '<<',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '? a',
  '? [a, b]',
  '""',
  '"na\\u006de"',
  '*a',
  '&a name',
  '!!str name',
  '1',
  'null',
  'true',
  'Name',
  'a.b',
  'a b',
  '- a',
  '🎯',
  '\u0000',
  '\ud83d',
  'k'.repeat(200),
];

const hostileValues = [
  '',
  '~',
  'x',
  'Reviews code',
  'Use this: when asked',
  'a # b',
  '"open',
  "'open",
  '"closed"',
  "'it''s'",
  '"\\x"',
  '"\\ud83d"',
  '[',
  ']',
  '[a, b',
  '[a, b]',
  '[[], {}]',
  '{',
  '{a: b',
  '{a: b}',
  '{a: b, a: c}',
  '{? a, ? b}',
  '{<<: [1]}',
  '{<<: *a}',
  '{a: {<<: x}}',
  '&a x',
  '&a [*a]',
  '&a {b: *a}',
  '*a',
  '*',
  '&',
  '&a &b x',
  '!!binary aGk=',
  '!!set {a, b}',
  '!!js/function x',
  '!<tag:x> y',
  '! x',
  '|',
  '>-',
  '|9',
  '|+2-',
  '> a',
  '@x',
  '`x`',
  '%x',
  '- a',
  '- - - a',
  '? ? ? a',
  'a: b: c',
  '0x1F',
  '0o17',
  '017',
  '1e999',
  '-.inf',
  '.nan',
  '12345678901234567890',
  '2026-11-29',
  'yes',
  'TRUE',
  'null',
  '---',
  '...',
  'mcp__a__b, mcp__*',
  'Bash(git:*), Read(**/*.md)',
  'Bash(git, Read',
  '$ARGUMENTS ${input:x} {{args}} !`ls` @file.md',
  '\\n\\n<example>\\nuser: x\\n</example>',
  '测试 👨‍👩‍👧',
  'â€™',
  '\u200b\u202e',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '\u0085',
  'a\tb',
  '\t',
  '"""\na\n"""',
  '**/+(*)b',
  '!',
  '/',
  '../../x',
];

/** Repeated often, these have made readers slow. */
const costly = [
  '? ',
  '- ',
  '[',
  '{',
  '{a: ',
  '(',
  '"',
  "'",
  '`',
  '*',
  '&a ',
  '!',
  '#',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '---\n',
  '```\n',
  '<!--',
  '<a>',
  '[a](b) ',
  '@a.md ',
  '$1 ',
  ', ',
  'a: ',
  'a: b\n',
  'a: a: b\n',
  '- a\n',
  ' - a\n',
  'model: x\n',
  'tools: Read, Read\n',
  'a: "\n',
  '\u200b',
  'â€™',
  '\\',
  '{{',
  '${',
  '**/',
  '{a,b}',
];

const openings = [
  '---\n',
  '---\n',
  '---\n',
  '---\r\n',
  '--- \n',
  '\n---\n',
  '\uFEFF---\n',
  ' ---\n',
  '---js\n',
].concat(['---json\n', '----\n', '+++\n', ';;;\n', '—\n', '', '```yaml\n', '```\n---\n']);
const closings = [
  '---\n',
  '---\n',
  '---\n',
  '---\n',
  '---',
  '---x\n',
  '...\n',
  ' ---\n',
  '+++\n',
  '',
  '```\n',
  '--\n',
];
const lineBreaks = ['\n', '\n', '\n', '\n', '\r\n', '\r'];
const indents = ['', '', '', '  ', '  ', ' ', '    ', '\t', '  - ', '- ', '      '];

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!;

/** Words by number, for a dialect that is known only when the text is written. */
type Written = (words: Words) => string;
const some = fc.nat(10_000);

const key: fc.Arbitrary<Written> = fc.oneof(
  { weight: 10, arbitrary: some.map(at => (words: Words) => pick(words.keys, at) ?? 'name') },
  { weight: 3, arbitrary: some.map(at => (words: Words) => pick(words.nested, at) ?? 'a') },
  { weight: 2, arbitrary: some.map(at => () => pick(allKeys, at)) },
  { weight: 2, arbitrary: some.map(at => () => pick(hostileKeys, at)) },
  { weight: 2, arbitrary: fc.constantFrom('name', 'description', 'a', 'b').map(name => () => name) },
);
const repeated = fc
  .tuple(fc.constantFrom(...costly), fc.constantFrom(2, 2, 5, 5, 20, 20, 60, 300))
  .map(([part, times]) => part.repeat(times));
const value: fc.Arbitrary<Written> = fc.oneof(
  { weight: 8, arbitrary: some.map(at => (words: Words) => pick(words.values, at) ?? 'x') },
  { weight: 8, arbitrary: some.map(at => () => pick(hostileValues, at)) },
  {
    weight: 3,
    arbitrary: fc
      .array(some, { maxLength: 5 })
      .map(all => (words: Words) => all.map(at => pick(words.values, at)).join(', ')),
  },
  { weight: 1, arbitrary: repeated.map(text => () => text) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map(text => () => text) },
);
const flow: fc.Arbitrary<Written> = fc
  .array(fc.tuple(key, value, fc.constantFrom('[', '{', '', '"', '- ', ']', '}')), { maxLength: 4 })
  .map(parts => (words: Words) => parts.map(([k, v, mark]) => `${mark}${k(words)}: ${v(words)}`).join(', '));

/** One line, or several that belong together. */
const yamlLine: fc.Arbitrary<Written> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...indents),
        key,
        fc.constantFrom(': ', ': ', ': ', ': ', ':', ' : ', ':\t', ' = '),
        value,
      )
      .map(
        ([indent, k, colon, v]) =>
          (words: Words) =>
            `${indent}${k(words)}${colon}${v(words)}`,
      ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...indents), value).map(
      ([i, v]) =>
        (words: Words) =>
          `${i}${v(words)}`,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(key, flow).map(
      ([k, f]) =>
        (words: Words) =>
          `${k(words)}: {${f(words)}}`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(key, flow).map(
      ([k, f]) =>
        (words: Words) =>
          `${k(words)}: [${f(words)}`,
    ),
  },
  { weight: 1, arbitrary: key.map(k => (words: Words) => `${k(words)}: x\n${k(words)}: y`) },
  { weight: 1, arbitrary: repeated.map(text => () => text) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('# agentfiles-disable-next-line', '#', '', '---', '...', '%YAML 1.1')
      .map(t => () => t),
  },
);
const tomlLine: fc.Arbitrary<Written> = fc.oneof(
  fc.tuple(key, value).map(
    ([k, v]) =>
      (words: Words) =>
        `${k(words)} = ${v(words)}`,
  ),
  fc.tuple(key, value).map(
    ([k, v]) =>
      (words: Words) =>
        `${k(words)} = "${v(words)}"`,
  ),
  fc.tuple(key, flow).map(
    ([k, f]) =>
      (words: Words) =>
        `${k(words)} = {${f(words).replaceAll(':', ' =')}}`,
  ),
  fc.tuple(key, fc.constantFrom('[', '[[')).map(
    ([k, open]) =>
      (words: Words) =>
        `${open}${k(words)}${open.replaceAll('[', ']')}`,
  ),
  fc
    .constantFrom(
      'a = """',
      "a = '''",
      '"""',
      'a.b.c = 1',
      'a = 1979-05-27T07:32:00Z',
      'a = 0xdeadbeef',
      '[a',
    )
    .map(t => () => t),
  repeated.map(text => () => text),
);

const bodyPart: fc.Arbitrary<Written> = fc.oneof(
  fc
    .constantFrom(
      'You write.',
      '# Title',
      '```ts\nconst x = 1;',
      '```',
      '~~~',
      '    code',
      '> quote',
      '| a | b |\n|---|---|',
      '<example>\nuser: "x"\n</example>',
      '<script>alert(1)</script>',
      '[a](command:x "t")',
      '![a](../../b.png)',
      '@docs/a.md',
      '@~/.x/y.md `@z`',
      '$ARGUMENTS $1 ${X:-y} {{args}} {{> x}} ${input:a:b}',
      '!`ls`',
      '---',
      'name: x',
      '\u200b\u202e\u00ad',
    )
    .map(text => () => text),
  value,
  repeated.map(text => () => text),
);

const yamlFile: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom(...openings),
    fc.constantFrom('name: x\ndescription: Reviews code\n', 'name: x\ndescription: Reviews code\n', ''),
    fc.array(yamlLine, { maxLength: 7 }),
    fc.constantFrom(...closings),
    fc.array(bodyPart, { maxLength: 4 }),
  )
  .map(
    ([opening, usual, lines, closing, body]) =>
      (words: Words) =>
        `${opening}${usual}${lines.map(line => `${line(words)}\n`).join('')}${closing}${body.map(part => `${part(words)}\n`).join('')}`,
  );
const tomlFile: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom('+++\n', '---\n', ''),
    fc.array(tomlLine, { maxLength: 7 }),
    fc.constantFrom('+++\n', '---\n', ''),
  )
  .map(
    ([opening, lines, closing]) =>
      (words: Words) =>
        `${opening}${lines.map(line => `${line(words)}\n`).join('')}${closing}You write.\n`,
  );

/** JSON as text, with the keys of the reader, and sometimes cut or with a foreign piece in it. */
const json = (keys: (words: Words) => readonly string[]): fc.Arbitrary<Written> => {
  const { tree } = fc.letrec<{ tree: Written; list: Written; map: Written }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      value.map(v => (words: Words) => JSON.stringify(v(words))),
      fc.constantFrom('1', 'true', 'null', '-1e999', '""', '{', '[', '"\\ud83d"').map(t => () => t),
      tie('list'),
      tie('map'),
      tie('map'),
    ),
    list: fc
      .array(tie('tree'), { maxLength: 4 })
      .map(items => (words: Words) => `[${items.map(each => each(words)).join(', ')}]`),
    map: fc
      .array(fc.tuple(some, tie('tree')), { maxLength: 5 })
      .map(
        pairs => (words: Words) =>
          `{${pairs.map(([at, each]) => `${JSON.stringify(at % 7 === 0 ? pick(hostileKeys, at) : (pick(keys(words), at) ?? 'a'))}: ${each(words)}`).join(', ')}}`,
      ),
  }));
  return tree;
};

/** Cuts a text, or puts a piece into it, at random places. */
const damage: fc.Arbitrary<(text: string) => string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text: string) => text) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...lineBreaks).map(br => (text: string) => text.replaceAll('\n', br)),
  },
  { weight: 1, arbitrary: some.map(at => (text: string) => text.slice(0, at % (text.length + 1))) },
  { weight: 1, arbitrary: some.map(at => (text: string) => text.slice(at % (text.length + 1))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(some, fc.oneof(repeated, fc.constantFrom(...hostileValues)))
      .map(([at, piece]) => (text: string) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place);
      }),
  },
  { weight: 1, arbitrary: fc.constant((text: string) => `\uFEFF${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('\t', '  ').map(by => (text: string) => text.replace(/^/gm, by)) },
);

const configurationWords: Words = {
  keys: settings,
  nested: ['type', 'description', ...rules.map(({ id }) => id)],
  values: ['off', 'error', 'string', 'any', 'vendor', '**/*.md', '!a', ...dialects.map(({ id }) => id)],
};
const configurationText: fc.Arbitrary<string> = fc
  .oneof(
    fc
      .array(yamlLine, { maxLength: 10 })
      .map(lines => (words: Words) => lines.map(line => `${line(words)}\n`).join('')),
    json(({ keys, nested }) => [...keys, ...keys, ...nested]),
  )
  .map(text => text(configurationWords));
const manifestText = json(() => manifestKeys).map(text =>
  text({ keys: manifestKeys, nested: [], values: ['./a', 'agents/b.md', '..'] }),
);

/** Any input. The name of a configuration file is among the texts, since inputs are saved under it. */
export const inputs: fc.Arbitrary<FuzzInput> = fc
  .tuple(
    fc.nat(dialects.length - 1),
    some,
    damage,
    fc.oneof(
      { weight: 16, arbitrary: yamlFile.map(text => ['agent', text] as const) },
      { weight: 2, arbitrary: tomlFile.map(text => ['agent', text] as const) },
      { weight: 1, arbitrary: json(({ keys }) => keys).map(text => ['agent', text] as const) },
      { weight: 2, arbitrary: configurationText.map(text => ['configuration', () => text] as const) },
      { weight: 1, arbitrary: manifestText.map(text => ['manifest', () => text] as const) },
    ),
  )
  .map(([dialect, choice, damaged, [kind, text]]) => ({
    kind,
    dialect,
    choice,
    text: damaged(text(wordsOf[dialect]!)),
  }));

/** What an input is read as, for people. */
export function nameOf({ kind, dialect }: FuzzInput): string {
  return kind === 'agent'
    ? dialects[dialect]!.id
    : kind === 'configuration'
      ? configurationFileName
      : 'plugin.json';
}
