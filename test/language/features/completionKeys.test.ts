import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionsAt } from '../../../server/src/language/features/completions.ts';
import { checkApplied, checkCompletions } from '../../support/completions.ts';
import { readMarked } from '../../support/marked.ts';

const template = [
  '---',
  'name: my-agent',
  'description: What it does, and when to use it.',
  'tools: Read, Grep, Glob',
  'model: inherit',
  '---',
  '',
  'You are',
  '',
].join('\n');

for (const text of ['¦', '-¦', '--¦', '---¦']) {
  test(`"${text}" is offered the whole front matter`, () => {
    checkCompletions(text, 'Claude Code subagent | The whole front matter');
    checkApplied(text, 'Claude Code subagent', template);
  });
}

test('what the whole front matter is, is shown before it is inserted', () => {
  const { snapshot, offset } = readMarked('¦');
  const [whole] = completionsAt(snapshot, offset);
  assert.equal(whole?.documentation()?.value, `\`\`\`markdown\n${template}\`\`\``);
});

test('below a lone opening fence: the rest of it, or the keys', () => {
  checkCompletions(
    '---\n¦',
    `Claude Code subagent
     name
     description
     …`,
  );
  checkApplied('---\n¦', 'Claude Code subagent', template);
  checkApplied('---\n¦', 'name', '---\nname: my-agent');
});

test('keys: required ones first, then as the table has them, present ones left out', () => {
  checkCompletions(
    '---\nname: a\ncolor: red\n¦\n---\n',
    `description | required, string
     tools | string or list of strings
     model | string
     disallowedTools
     permissionMode
     maxTurns | integer
     skills
     mcpServers | list of string or mapping
     hooks | mapping
     memory
     background | true or false
     effort
     isolation
     initialPrompt
     omitClaudeMd
     experimental`,
  );
});

test('a key is inserted with the shape of its value', () => {
  const after = (key: string, value: string) =>
    checkApplied('---\n¦\n---\n', key, `---\n${key}:${value}\n---\n`);
  after('name', ' my-agent');
  after('model', ' inherit');
  after('background', ' true');
  after('isolation', ' worktree');
  after('skills', '\n  - skill-name');
  after('experimental', '\n  cacheTtl: 5m');
  after(
    'hooks',
    '\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check.sh',
  );
});

test('a half-typed key is replaced whole; one with a colon keeps it', () => {
  checkApplied('---\nname: a\nmo¦\n---\n', 'model', '---\nname: a\nmodel: inherit\n---\n');
  checkApplied('---\nmo¦d: opus\n---\n', 'model', '---\nmodel: opus\n---\n');
  checkApplied('---\n"mo¦": opus\n---\n', 'model', '---\n"model": opus\n---\n');
});

test('keys are offered while the lines above are broken', () => {
  for (const broken of ['description: Use this. Examples: foo', 'tools: [Read,', 'name: "x', '\tfoo', '@bar'])
    checkCompletions(
      `---\n${broken}\nback¦\n---\n`,
      broken.startsWith('name') ? 'description\n…' : 'name\n…',
    );
});

test('keys are offered while the front matter is still open, and in CRLF files', () => {
  checkApplied('---\nname: a\nmemo¦\n\nYou are.\n', 'memory', '---\nname: a\nmemory: user\n\nYou are.\n');
  checkApplied('---\r\nname: a\r\nmemo¦\r\n---\r\n', 'memory', '---\r\nname: a\r\nmemory: user\r\n---\r\n');
});

test('top-level keys are offered in no nested map', () => {
  checkCompletions('---\nexperimental:\n  ¦\n---\n', 'cacheTtl');
  checkCompletions('---\nname: a\n  ¦\n---\n', '');
  checkCompletions('---\ndescription: |\n  ¦\n---\n', '');
  checkCompletions('---\nunknown:\n  ¦\n---\n', '');
});

test('nothing is offered in a comment, in prose, on a fence and in the body', () => {
  for (const text of [
    '---\n# mod¦el\n---\n',
    '---\nname: a\nYou are¦ x\n---\n',
    '---\nname: a\n-¦--\n',
    '---\na: b\n---\n$¦',
  ])
    checkCompletions(text, '');
});
