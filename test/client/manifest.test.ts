import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import picomatch from 'picomatch';
import { globsToRegExp } from '../../server/src/docs/globsToRegExp.ts';
import { deriveManifest } from '../../server/src/docs/manifest.ts';
import {
  agentFileGlobs,
  dialectForPath,
  fileAt,
  isInSharedFolder,
} from '../../server/src/language/fileKinds.ts';
import { dialects } from '../../server/src/language/tools/index.ts';
import { openFileKeys } from '../../server/src/lsp/protocol.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: { command: string; title: string }[];
    readonly menus: Record<string, { command: string; when?: string }[]>;
    readonly configuration: {
      readonly properties: Record<
        string,
        { additionalProperties?: { type?: string }; items?: { type?: string } }
      >;
    };
  };
}
const text = readFileSync('package.json', 'utf8');
const { activationEvents, contributes }: Manifest = JSON.parse(text);

test('package.json matches the output of `npm run docs`', () => {
  assert.ok(deriveManifest(text) === text, 'package.json is stale: run `npm run docs`.');
});

test('the manifest shows "Preview Agent" for agent files only', () => {
  const title = contributes.commands.find(({ command }) => command === 'agentFiles.preview')?.title;
  assert.equal(title, 'Preview Agent');
  for (const menu of ['editor/title', 'editor/title/context', 'explorer/context']) {
    const entry = contributes.menus[menu]?.find(({ command }) => command === 'agentFiles.preview');
    const pattern = /resourcePath =~ \/(.+)\/$/.exec(entry?.when ?? '')?.[1];
    assert.ok(pattern, menu);
    const isOffered = (path: string) => new RegExp(pattern).test(path);
    assert.ok(isOffered('/home/me/work/.claude/agents/team/reviewer.md'), menu);
    assert.ok(isOffered('c:\\work\\.claude\\agents\\reviewer.md'), menu);
    assert.ok(!isOffered('/work/.claude/agents/notes.txt'), menu);
    assert.ok(!isOffered('/work/my.claude/agents/reviewer.md'), menu);
    const isOpen = /^resource in (\S+) \|\| resource not in (\S+) && resourcePath =~ /.exec(
      entry?.when ?? '',
    );
    const known = menu === 'explorer/context' ? undefined : [openFileKeys.agentFiles, openFileKeys.others];
    assert.deepEqual(isOpen?.slice(1), known, menu);
  }
});

test('the when clause of a menu matches the same paths as the globs', () => {
  const pattern = new RegExp(globsToRegExp(agentFileGlobs()));
  const folders = agentFileGlobs().map(glob => glob.replace(/^\*\*\//, '').replace(/[^/]*$/, ''));
  const names = ['a.md', 'a.agent.md', 'SKILL.md', 'a.txt', 'a.md.bak', 'a.toml', 'a.mdc', 'AGENTS.md'];
  for (const folder of [...folders, '', 'agents/', '.claude/']) {
    for (const path of names.map(name => `/w/${folder.replace('**/', 'x/')}${name}`)) {
      // The path of a misplaced file does not show that it is meant as an agent file.
      if (fileAt(path, [])?.isMisplaced) continue;
      const isKnown = dialectForPath(path) !== undefined || isInSharedFolder(path);
      assert.equal(pattern.test(path), isKnown, path);
    }
  }
});

test('the languages of agent files in VS Code activate the extension for any path', () => {
  const ids = dialects.flatMap(({ builtInSupport = [] }) =>
    builtInSupport.flatMap(support => support.languageIds),
  );
  assert.ok(ids.includes('prompt'));
  for (const id of ids) assert.ok(activationEvents.includes(`onLanguage:${id}`), id);
});

test('every setting has the types that the settings editor needs', () => {
  const { rules, associations, targets } = Object.fromEntries(
    Object.entries(contributes.configuration.properties).map(([id, setting]) => [id.split('.')[1], setting]),
  );
  assert.equal(rules?.additionalProperties?.type, 'string');
  assert.equal(associations?.additionalProperties?.type, 'string');
  assert.equal(targets?.items?.type, 'string');
});

test('every menu entry refers to a declared command', () => {
  const known = contributes.commands.map(({ command }) => command);
  for (const { command } of Object.values(contributes.menus).flat())
    assert.ok(known.includes(command), command);
});

test('each picture that the manifest names exists and ships', () => {
  const ignored = readFileSync('.vscodeignore', 'utf8').split('\n');
  const shipped = ignored.flatMap(line => (line.startsWith('!') ? picomatch(line.slice(1)) : []));
  const pictures = [...new Set(text.match(/images\/[\w/-]+\.\w+/g))];
  assert.ok(pictures.length > 5);
  for (const picture of pictures) {
    assert.ok(existsSync(picture), picture);
    assert.ok(
      shipped.some(matches => matches(picture)),
      picture,
    );
  }
});

test('each command in a text of the manifest is declared, or is the editor’s own', () => {
  const known = new Set([...contributes.commands.map(({ command }) => command), 'agentFiles.agents.focus']);
  const named = [...text.matchAll(/command:(agentFiles[\w.]+)/gi)].map(([, command]) => command!);
  assert.ok(named.length > 5);
  for (const command of named) assert.ok(known.has(command), command);
});

test('titles of commands are in Title Case', () => {
  const small = /^(?:a|an|and|as|at|by|for|in|of|on|or|the|to)$/;
  for (const { title } of contributes.commands)
    for (const word of title.split(' ')) assert.ok(/^[A-Z]/.test(word) || small.test(word), title);
});

test('globs with one, many or no folders and with braces become one regular expression', () => {
  const pattern = new RegExp(
    globsToRegExp(['**/.a/b/**/*.md', '**/.c/**/*.md', '**/*.agent.md', '**/d/{e,f}.md']),
  );
  for (const path of [
    '/.a/b/x.md',
    '/x/.a/b/c/d.md',
    'c:\\.c\\x.md',
    '/y/z.agent.md',
    '/d/e.md',
    '/w/d/f.md',
  ]) {
    assert.ok(pattern.test(path), path);
  }
  for (const path of ['/.a/x.md', '/x.a/b/x.md', '/.c/x.mdx', '/d/g.md', '/d/x/e.md']) {
    assert.ok(!pattern.test(path), path);
  }
  assert.throws(() => globsToRegExp(['**/[ab].md']));
  assert.throws(() => globsToRegExp(['a/*.md']));
});
