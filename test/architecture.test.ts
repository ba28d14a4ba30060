import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { globSync } from 'tinyglobby';
import { rules } from '../server/src/language/rules/index.ts';
import { dialects, tools } from '../server/src/language/tools/index.ts';

/** The invariants of ARCHITECTURE.md, read off the sources. */
const files = globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], { ignore: ['**/*.d.ts'] }).sort();
const sources = new Map(files.map(file => [file, readFileSync(file, 'utf8')]));
const core = files.filter(file => file.startsWith('server/src/language/'));

/** The modules that a file imports: packages by name, files by their path from the repository's root. */
function importsOf(file: string): string[] {
  const found = sources.get(file)!.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name]) =>
    name!.startsWith('.') ? relative('.', join(dirname(file), name!)) : name!,
  );
}

/** The code of a file, without comments and without the text of strings. */
function codeOf(file: string): string {
  return sources
    .get(file)!
    .replace(/\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<!:)\/\/[^\n]*/g, found =>
      found.startsWith('/') ? '' : "''",
    );
}

/** Fails with the files for which something holds that must not. */
function none(among: readonly string[], isBroken: (file: string) => boolean): void {
  assert.deepEqual(among.filter(isBroken), []);
}

test('the core imports neither Node nor the shells around it', () => {
  none(core, file =>
    importsOf(file).some(
      name =>
        name.startsWith('node:') ||
        name.startsWith('client/') ||
        /^server\/src\/(?!language\/|version\.ts)/.test(name),
    ),
  );
});

test('the core is synchronous', () => {
  none(core, file => /\b(?:async|await)\b(?!['"]|\s*[:,?])|\bPromise\b/.test(codeOf(file)));
});

test('the core keeps no module state', () => {
  const constant = /:\s*Readonly(?:Map|Set|Array)?</;
  const state =
    /^(?:export )?(?:(?:let|var)\s|const \w+[^=\n]*= (?:new (?:Weak)?(?:Map|Set)\b.*\(\)|\[\]|\{\});)/;
  none(core, file =>
    codeOf(file)
      .split('\n')
      .some(line => state.test(line) && !constant.test(line)),
  );
});

/** Packages that read text, with the only modules that may import them. */
const parsers: Readonly<Record<string, RegExp>> = {
  'gray-matter': /^server\/src\/language\/loading\/grayMatter\.ts$/,
  'js-yaml': /^server\/src\/language\/loading\/(?:jsYaml|yaml\/serdeYaml)\.ts$/,
  'smol-toml': /^server\/src\/language\/document\//,
  'jsonc-parser': /^server\/src\/language\/document\//,
  yaml: /^server\/src\/language\/document\//,
  zod: /^server\/src\/language\/(?:tools|dialect)\//,
};

for (const [name, allowed] of Object.entries(parsers)) {
  test(`${name} is imported only where it belongs`, () => {
    const importers = files.filter(file => importsOf(file).includes(name));
    assert.ok(importers.length > 0);
    none(importers, file => !allowed.test(file));
  });
}

test('YAML nodes become plain values in one place', () => {
  none(core, file => /\.toJS(?:ON)?\(/.test(codeOf(file)));
});

test('LSP types appear only at the edge of the core', () => {
  // A document converts offsets into positions; what leaves the core about another file has positions already.
  const edge =
    /^server\/src\/language\/(?:features\/|document\/agentDocument\.ts|rules\/rule\.ts|workspaceIndex\.ts)/;
  none(core, file => importsOf(file).some(name => name.startsWith('vscode-')) && !edge.test(file));
});

test('no code of the core names a tool or a dialect by its id, but the tools themselves', () => {
  const ids = [...tools, ...dialects]
    .map(({ id }) => id)
    .concat(dialects.flatMap(({ target = [] }) => target));
  const named = new RegExp(`(?<!\\bdialect: )(['"\`])(?:${[...new Set(ids)].join('|')})\\1`);
  const features = core.filter(file => !file.startsWith('server/src/language/tools/'));
  const text = (file: string) => sources.get(file)!.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  none(features, file => named.test(text(file)));
});

test('the machinery knows no tool: only indexes and what surrounds the core import from tools/', () => {
  const machinery = core.filter(file => /\/language\/(?:document|dialect|loading)\//.test(file));
  const shared = /^server\/src\/language\/tools\/shared\//;
  none(machinery, file =>
    importsOf(file).some(name => name.startsWith('server/src/language/tools/') && !shared.test(name)),
  );
});

test('no code of the core compares or parses what a message says', () => {
  const text = (file: string) => sources.get(file)!.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  // A comparison with words, or of a part of a message with anything but nothing.
  const words = /(?:[!=]==\s*|\bcase\s+)(['"`])(?=[^'"`\n]*[a-z] [a-z])(?!\[)[^'"`\n]+\1/i;
  const part =
    /\b(?:expected|consequence|advice)\b(?:\s*[!=]==(?!\s*(?:undefined\b|''))|\??\.(?:includes|startsWith|endsWith|match|matchAll|search|split)\()/;
  const tested = /\.(?:test|exec)\((?:\w+\.)*(?:expected|problem|consequence|advice)\)/;
  none(core, file => [words, part, tested].some(form => form.test(text(file))));
  for (const planted of [
    "expected === 'a list'",
    'advice === other',
    "x.advice.includes('!')",
    '/a/.test(issue.consequence)',
    "case 'two words':",
  ])
    assert.ok(
      [words, part, tested].some(form => form.test(planted)),
      planted,
    );
});

test('a tool is one folder and one line of the index, a rule one file and one line', () => {
  const folders = new Set(
    core.flatMap(file => /^server\/src\/language\/tools\/(\w+)\/index\.ts$/.exec(file)?.[1] ?? []),
  );
  assert.deepEqual(tools.map(({ id }) => id).sort(), [...folders].sort());
  const index = sources.get('server/src/language/rules/index.ts')!;
  for (const { id } of rules) {
    assert.ok(sources.has(`server/src/language/rules/${id}.ts`), id);
    assert.equal(index.split(`'./${id}.ts'`).length, 2, id);
  }
});

test('files are read by the file systems and the command line alone', () => {
  const readers = /^server\/src\/(?:workspace\/|cli\/|start\/|docs\/)|^client\/src\/[\w/]*\.node\.ts$/;
  none(
    files,
    file => importsOf(file).some(name => /^(?:node:)?fs(?:\/promises)?$/.test(name)) && !readers.test(file),
  );
});

test('nothing opens a connection', () => {
  none(files, file => importsOf(file).some(name => /^(?:node:)?(?:https?|http2|dgram|tls)$/.test(name)));
  none(files, file => /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/.test(codeOf(file)));
});

test('no modules import each other in a circle', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const name of importsOf(file)) if (sources.has(name)) visit(name, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(circles, []);
});
