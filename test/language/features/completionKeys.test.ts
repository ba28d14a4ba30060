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
  test(`"${text}" completes to the whole front matter`, () => {
    checkCompletions(text, 'Claude Code subagent | The whole front matter');
    checkApplied(text, 'Claude Code subagent', template);
  });
}

test('the completion item for the front matter shows its text before it is inserted', () => {
  const { snapshot, offset } = readMarked('¦');
  const [whole] = completionsAt(snapshot, offset);
  assert.equal(whole?.documentation()?.value, `\`\`\`markdown\n${template}\`\`\``);
});

test('below an opening delimiter without front matter, completion lists the rest of it and the keys', () => {
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

test('completion lists required keys first, then the others in the order of the table, without those present', () => {
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

test('a key is inserted with a snippet for its value', () => {
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

test('a half-typed key is replaced, and its colon is kept', () => {
  checkApplied('---\nname: a\nmo¦\n---\n', 'model', '---\nname: a\nmodel: inherit\n---\n');
  checkApplied('---\nmo¦d: opus\n---\n', 'model', '---\nmodel: opus\n---\n');
  checkApplied('---\n"mo¦": opus\n---\n', 'model', '---\n"model": opus\n---\n');
});

test('completion lists keys below lines that are invalid YAML', () => {
  for (const broken of ['description: Use this. Examples: foo', 'tools: [Read,', 'name: "x', '\tfoo', '@bar'])
    checkCompletions(
      `---\n${broken}\nback¦\n---\n`,
      broken.startsWith('name') ? 'description\n…' : 'name\n…',
    );
});

test('completion lists keys in an unclosed front matter and in CRLF files', () => {
  checkApplied('---\nname: a\nmemo¦\n\nYou are.\n', 'memory', '---\nname: a\nmemory: user\n\nYou are.\n');
  checkApplied('---\r\nname: a\r\nmemo¦\r\n---\r\n', 'memory', '---\r\nname: a\r\nmemory: user\r\n---\r\n');
});

test('completion lists no top-level keys in a nested mapping', () => {
  checkCompletions('---\nexperimental:\n  ¦\n---\n', 'cacheTtl');
  checkCompletions('---\nname: a\n  ¦\n---\n', '');
  checkCompletions('---\ndescription: |\n  ¦\n---\n', '');
  checkCompletions('---\nunknown:\n  ¦\n---\n', '');
});

test('completion is empty in a comment, in prose, on a delimiter and in the body', () => {
  for (const text of [
    '---\n# mod¦el\n---\n',
    '---\nname: a\nYou are¦ x\n---\n',
    '---\nname: a\n-¦--\n',
    '---\na: b\n---\n$¦',
  ])
    checkCompletions(text, '');
});
