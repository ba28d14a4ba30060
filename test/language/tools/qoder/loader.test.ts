import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qoderAgent } from '../../../../server/src/language/tools/qoder/loader/qoder.ts';
import { repairQoderYaml } from '../../../../server/src/language/tools/qoder/loader/repair.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

const path = '.qoder/agents/a.md';

/** The issues of an agent with these further lines in its front matter. */
function of(lines: string, description = 'd'): string[] {
  return issueLines(
    qoderAgent,
    `---\nname: a\ndescription: ${description}\n${lines}\n---\nYou help.\n`,
    path,
  );
}

const ofText = (text: string, at = path) => issueLines(qoderAgent, text, at);
const names = '{"expected":["list","string"]}';

/** Texts with their issues, each as `code effect «text» {data}`. */
const cases: readonly (readonly [about: string, issues: readonly string[], ...expected: string[]])[] = [
  ['a plain agent', of('tools: Read, Grep\nmodel: sonnet\ncolor: red\neffort: high\nmaxTurns: 5')],
  ['a file in a subfolder', ofText('---\nname: a\ndescription: d\n---\nx\n', '.qoder/agents/team/a.md')],
  [
    'a file of another extension',
    ofText('---\nname: a\ndescription: d\n---\nx\n', '.qoder/agents/a.MD'),
    'file.notRead rejected «---»',
  ],
  ['a file excluded by its name', ofText('---\nname: a\ndescription: d\n---\nx\n', '.qoder/agents/_a.md')],
  ['a byte order mark', ofText('\uFEFF---\nname: a\n---\n'), 'frontMatter.late rejected «\uFEFF---»'],
  ['a file without front matter', ofText('Text\n'), 'frontMatter.missing rejected «Text»'],
  ['a front matter that is a list', ofText('---\n- a\n---\nx\n'), 'yaml.invalid rejected «- a»'],
  ['an empty prompt', ofText('---\nname: a\ndescription: d\n---\n'), 'body.empty noted «---»'],
  ['a missing name', ofText('---\ndescription: d\n---\nx\n'), 'name.missing rejected «---»'],
  [
    'a name that is a boolean',
    ofText('---\nname: true\ndescription: d\n---\nx\n'),
    'name.invalid rejected «true» {"expected":["string"]}',
  ],
  ['a missing description', ofText('---\nname: a\n---\nx\n'), 'description.missing rejected «---»'],
  [
    'a description that is a number',
    ofText('---\nname: a\ndescription: 5\n---\nx\n'),
    'description.invalid rejected «5» {"expected":["string"]}',
  ],
  [
    'a key without a value',
    of('tools:\nmodel:'),
    'value.null rejected «tools»',
    'value.null rejected «model»',
  ],
  [
    'tool lists of another type',
    of('tools: 5\ndisallowedTools: {a: b}'),
    `value.type rejected «5» ${names}`,
    `value.type rejected «{a: b}» ${names}`,
  ],
  ['an unknown color', of('color: "#ff0000"'), 'value.color rejected «"#ff0000"»'],
  ['a color in another case', of('color: Red'), 'value.color rejected «Red» {"suggestion":"red"}'],
  [
    'an unknown effort',
    of('effort: mediun'),
    'value.choice rejected «mediun» {"choices":["low","medium","high","xhigh","max"],"suggestion":"medium"}',
  ],
  [
    'an unknown memory',
    of('memory: team'),
    'value.choice rejected «team» {"choices":["user","project","local"]}',
  ],
  ['an invalid number of turns', of('maxTurns: 0'), 'value.number rejected «0»'],
  ['a quoted number of turns', of('maxTurns: "5"'), 'value.type rejected «"5"» {"expected":["number"]}'],
  [
    'a word instead of a boolean',
    of('background: yes'),
    'value.boolean rejected «yes» {"suggestion":"true"}',
  ],
  [
    'a server of a wrong type',
    of('mcpServers:\n  s:\n    command: c\n    type: stdio'),
    'mcp.invalid rejected «stdio»',
  ],
  ['servers by name', of('mcpServers: [github]')],
  [
    'a hook without a command',
    of('hooks:\n  PreToolUse:\n    - hooks:\n        - type: command'),
    'hooks.invalid rejected «type: command»',
  ],
  [
    'a matcher without hooks',
    of('hooks:\n  PreToolUse:\n    - matcher: Bash'),
    'hooks.invalid rejected «matcher: Bash»',
  ],
  [
    'keys of other products',
    of('version: 1\nmcp_servers: {}\nmax_turns: 5'),
    'key.unknown noted «version»',
    'key.unknown ignored «mcp_servers» {"suggestion":"mcpServers"}',
    'key.limit unrestricted «max_turns» {"suggestion":"maxTurns"}',
  ],
  [
    'a limit of another product with a value that is invalid here',
    of('maxIterations: -1'),
    'key.unknown noted «maxIterations»',
  ],
  [
    'tools of other products',
    of('tools: [read_file]'),
    'tools.unknown noted «read_file» {"suggestion":"Read"}',
  ],
  // What is repaired, and what happens to the rest.
  [
    'a colon in a value',
    of('tools:\n  - Read', 'Use: it'),
    'yaml.repaired noted «Use:» {"key":"description"}',
  ],
  [
    'a colon beside a list in brackets',
    of('tools: [Read, Grep]', 'Use: it'),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'yaml.repaired changed «[Read, Grep]» {"key":"description"}',
  ],
  [
    'a colon above a comment',
    of('model: fast # cheap', 'Use: it'),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'yaml.commentKept changed «# cheap»',
  ],
  [
    'a colon above a comment that makes a value invalid',
    of('color: red # warm', 'Use: it'),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'value.color rejected «red»',
    'yaml.commentKept changed «# warm»',
  ],
  [
    'a colon above a block',
    of('initialPrompt: |\n  one\n  two', 'Use: it'),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'yaml.repaired changed «|\n  one\n  two» {"key":"description"}',
  ],
  [
    'a colon above continuation lines',
    of('model: m', 'Use: it\n  and more'),
    'yaml.invalid rejected «Use:» {"key":"description"}',
  ],
  ['a tab', of('tools:\n\t- Read'), 'yaml.repaired noted «\t» {"key":""}'],
  ['a duplicate key', of('model: a\nmodel: b'), 'yaml.duplicateKey rejected «model»'],
];

for (const [about, issues, ...expected] of cases)
  test(`Qoder CLI reports the issues of ${about}`, () => assert.deepEqual(issues, expected));

test('Qoder CLI quotes values and joins blocks, and leaves the rest unchanged', () => {
  const { yaml, quoted, joined } = repairQoderYaml(
    [
      'description: Use: "it"',
      "name: 'it''s'",
      '# a: b: c',
      'list:',
      '  - key: a: b',
      '  - @a',
      'text: |',
      '  one: x: y',
      '',
      '  two',
      'turns: 5',
    ].join('\n'),
  );
  assert.deepEqual(yaml.split('\n'), [
    'description: "Use: \\"it\\""',
    "name: 'it''s'",
    '# a: b: c',
    'list:',
    '  - key: "a: b"',
    '  - @a',
    'text: "one: x: y  two"',
    'turns: 5',
  ]);
  assert.deepEqual([quoted, joined], [[0, 4], [6]]);
});

test('Qoder CLI gives the agent the repaired values', () => {
  const text = '---\nname: a\ndescription: Use: it\nmodel: fast # cheap\n---\nYou help.\n';
  const { loads, description, model } = load(qoderAgent, text, path);
  assert.deepEqual([loads, description, model], [true, 'Use: it', 'fast # cheap']);
});
