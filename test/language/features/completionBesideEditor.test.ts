import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { coreSupportFor } from '../../../server/src/language/features/coreSupport.ts';
import { dialectForPath } from '../../../server/src/language/fileKinds.ts';
import { claudeSubagent } from '../../../server/src/language/tools/claudeCode/subagent.ts';
import { checkApplied, checkCompletions, completions } from '../../support/completions.ts';

const vscode = { name: 'Visual Studio Code', version: '1.139.1', languages: ['markdown', 'chatagent'] };
const builtInSupport = coreSupportFor(vscode, 'chatagent', claudeSubagent);
const options = { builtInSupport };
const labels = (marked: string) => completions(marked, options).items.map(({ label }) => label);

test('built-in support depends on the client and the document', () => {
  assert.equal(builtInSupport?.title, 'VS Code');
  assert.ok(coreSupportFor({ ...vscode, name: 'code-server' }, 'chatagent', claudeSubagent));
  assert.equal(coreSupportFor(vscode, 'markdown', claudeSubagent), undefined);
  assert.equal(coreSupportFor({ ...vscode, name: 'Cursor' }, 'chatagent', claudeSubagent), undefined);
  assert.equal(
    coreSupportFor({ ...vscode, languages: ['markdown'] }, 'chatagent', claudeSubagent),
    undefined,
  );
  assert.equal(coreSupportFor(undefined, 'chatagent', claudeSubagent), undefined);
});

test('releases older than the recorded ones have no built-in support', () => {
  const helps = (version: string) => coreSupportFor({ ...vscode, version }, 'chatagent', claudeSubagent);
  for (const version of ['1.128.0', '1.128.0-insider', '1.139.1', '1.200.0', '2.0.0', '1.128.17075'])
    assert.ok(helps(version), version);
  for (const version of ['1.100.3', '1.127.9', '1.99.0', '0.200.0', '1', '', 'nightly'])
    assert.equal(helps(version), undefined, version);
});

test('completion lists only the keys that VS Code does not list', () => {
  checkCompletions(
    '---\nname: a\n¦\n---\n',
    'background\ncolor\neffort\nexperimental\ninitialPrompt\nisolation\nmaxTurns\nomitClaudeMd',
    options,
  );
});

test('items are sorted by label like those of VS Code', () => {
  const sorted = (marked: string) => completions(marked, options).items.map(({ sortText }) => sortText);
  const own = (marked: string) => sorted(marked).every(sortText => sortText !== undefined);
  assert.ok(sorted('---\ntools: ¦\n---\n').every(sortText => sortText === undefined));
  assert.ok(own('---\neffort: ¦\n---\n'), 'where it lists nothing, the likeliest comes first');
  assert.ok(own('---\nmemory: "¦"\n---\n'), 'where nothing of its list matches, too');
});

const silences: [title: string, marked: string][] = [
  ['below a block of text', '---\ndescription: |\n  x\n¦\n---\n'],
  ['below a quote that is not closed', '---\ndescription: "x\n¦\n---\n'],
  ['below a bracket that is not closed', '---\nskills: [x,\nmo¦\n---\n'],
  ['below hooks', '---\nhooks:\n  Stop:\n    - hooks: []\n¦\n---\n'],
  ['in a file that begins with a blank line', '\n---\nname: a\n¦\n---\n'],
];
for (const [title, marked] of silences) {
  test(`${title} VS Code lists no keys, so completion lists all of them`, () =>
    assert.ok(labels(marked).includes('model')));
}

test('completion lists only the values that VS Code does not list', () => {
  checkCompletions(
    '---\nmodel: ¦\n---\n',
    'best\nclaude-fable-5-2\nclaude-haiku-5-5\nclaude-opus-5-5\nclaude-sonnet-5-5\nfable\nopus[1m]\nopusplan\n…',
    options,
  );
  checkCompletions('---\npermissionMode: p¦\n---\n', 'auto', options);
  checkCompletions('---\nmemory: ¦\n---\n', '', options);
  checkCompletions('---\neffort: ¦\n---\n', 'low\nmedium\nhigh\nxhigh\nmax', options);
});

test('completion in quotes lists all values, because no item of VS Code matches there', () => {
  checkCompletions('---\nmemory: "¦"\n---\n', '"user"\n"project"\n"local"', options);
  checkApplied('---\nmemory: "u¦"\n---\n', '"user"', '---\nmemory: "user"\n---\n', options);
});

const tools: [marked: string, isListed: boolean][] = [
  ['tools: ¦', true],
  ['tools: Read, G¦', true],
  ['tools: [¦]', true],
  ['tools: [\n  G¦\n]', true],
  ['tools: [\n  ¦\n]', false],
  ['tools: [\n  Read, ¦\n]', true],
  ['tools:\n  - ¦', false],
  ['tools:\n  - G¦', true],
  ['tools:\n  ¦', false],
  ['tools: Read ¦', false],
  ['tools: "G¦"', false],
  ["tools: 'Read, G¦'", false],
  ['tools: Read,\n  G¦', false],
];
for (const [marked, isListed] of tools) {
  test(`tools in ${JSON.stringify(marked)} are ${isListed ? 'VS Code’s' : 'ours'}`, () => {
    const offered = labels(`---\n${marked}\n---\n`);
    assert.equal(offered.includes('Grep'), !isListed);
    assert.ok(offered.includes('Monitor'));
  });
}

test('completion lists everything after a character that triggers no completion in VS Code', () => {
  const typed = (marked: string) =>
    completions(marked, { builtInSupport, trigger: marked[marked.indexOf('¦') - 1] }).items.map(
      ({ label }) => label,
    );
  assert.ok(typed('---\ntools: Read, ¦\n---\n').includes('Bash'));
  assert.ok(typed('---\ntools: [¦]\n---\n').includes('Bash'));
  assert.deepEqual(typed('---\nmemory: ¦\n---\n'), ['user', 'project', 'local']);
  assert.deepEqual(typed('---\nmemory:¦\n---\n'), [], 'there it does');
});

test('completion lists hook events and handler keys that VS Code does not list', () => {
  assert.ok(labels('---\nhooks:\n  ¦\n---\n').includes('Stop'));
  assert.ok(!labels('---\nhooks:\n  S¦\n---\n').includes('Stop'));
  assert.ok(labels('---\nhooks:\n  S¦\n---\n').includes('SessionEnd'));
  const handler = '---\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          ';
  checkCompletions(`${handler}¦\n---\n`, 'args\nasync\nasyncRewake\nif\nonce\nshell\nstatusMessage', options);
  // VS Code lists a handler's keys before its dash, and in its values too, among them `bash`.
  checkApplied(
    '---\nhooks:\n  Stop:\n    - hooks:\n        ¦\n---\n',
    '- type',
    '---\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n---\n',
    options,
  );
  checkCompletions(`${handler}shell: b¦\n---\n`, 'shell: bash\nshell: powershell', options);
  checkApplied(`${handler}shell: b¦\n---\n`, 'shell: bash', `${handler}shell: bash\n---\n`, options);
});

/** The labels of ours in a file of the workspace, beside VS Code with or without extensions. */
function beside(path: string, languageId: string, front: string, extensions: string[] = []): string[] {
  const dialect = dialectForPath(`/project/${path}`)!;
  const text = `---\n${front}\n---\n`;
  const document = AgentDocument.of(text.replace('¦', ''), `file:///project/${path}`);
  const editor = { ...vscode, languages: [languageId], extensions };
  const support = coreSupportFor(editor, languageId, dialect, document);
  assert.ok(support);
  return completions(`=== ${path}\n${text}`, { dialect, builtInSupport: support }).items.map(
    ({ label }) => label,
  );
}

test('completion in skills leaves nine keys and the values of three to VS Code', () => {
  const skill = (front: string) => beside('.claude/skills/x/SKILL.md', 'skill', front);
  assert.ok(!skill('name: x\n¦').includes('context'));
  assert.ok(skill('name: x\n¦').includes('allowed-tools'));
  assert.deepEqual(skill('user-invocable: ¦'), []);
  assert.deepEqual(skill('user-invocable:¦'), []);
  assert.deepEqual(skill('context: "¦"'), ['"fork"']);
  assert.ok(skill('metadata:\n  a: b\n¦').includes('context'), 'below a map it lists nothing');
});

test('the keys and tools that VS Code lists in Copilot agents depend on the target and on Copilot Chat', () => {
  const agent = (front: string, extensions?: string[]) =>
    beside('.github/agents/x.agent.md', 'chatagent', front, extensions);
  assert.ok(!agent('name: x\n¦').includes('model'));
  assert.ok(agent('name: x\n¦').includes('mcp-servers'));
  assert.ok(agent('target: github-copilot\n¦').includes('model'));
  assert.ok(!agent('target: github-copilot\n¦').includes('mcp-servers'));
  assert.ok(agent('tools: [¦]').includes('search'));
  assert.ok(!agent('tools: [¦]').includes('read'));
  assert.ok(!agent('tools: [¦]', ['GitHub.copilot-chat']).includes('search'));
  assert.ok(agent('tools: [¦]', ['GitHub.copilot-chat']).includes('github/*'));
  assert.ok(!agent('target: github-copilot\ntools: [¦]').includes('search'));
  assert.ok(agent('target: github-copilot\ntools: [¦]').includes('web'));
});

test('keys in a handoff have a colon, which tells them from the top-level keys that VS Code lists', () => {
  const labels = beside('x.agent.md', 'chatagent', 'handoffs:\n  - label: Go\n    ¦');
  assert.ok(labels.includes('prompt'));
  assert.ok(labels.includes('model:'));
});

test('completion in prompts leaves the agents of the workspace to VS Code', () => {
  assert.deepEqual(beside('x.prompt.md', 'prompt', 'agent: ¦'), ['plan']);
  assert.deepEqual(beside('x.prompt.md', 'prompt', 'agent: ¦', ['github.copilot-chat']), []);
});
