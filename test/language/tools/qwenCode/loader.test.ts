import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qwenAgent } from '../../../../server/src/language/tools/qwenCode/loader/qwen.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

const path = '.qwen/agents/a.md';
const prompt = 'You help with things.';

/** The issues of an agent with these further lines in its front matter. */
function of(lines: string, body = prompt): string[] {
  return issueLines(qwenAgent, `---\nname: helper\ndescription: d\n${lines}\n---\n${body}\n`, path);
}

/** The issues of a whole text. */
const ofText = (text: string, at = path) => issueLines(qwenAgent, text, at);
const named = (name: string) => ofText(`---\nname: ${name}\ndescription: d\n---\n${prompt}\n`);

const modes = '"choices":["default","plan","auto-edit","auto","yolo","bubble"]';
const permissions = '"choices":["default","plan","acceptEdits","auto","bypassPermissions","dontAsk"]';

/** Texts with their issues, each as `code effect «text» {data}`. */
const cases: readonly (readonly [about: string, issues: readonly string[], ...expected: string[]])[] = [
  ['a plain agent', of('tools: [read_file, mcp__s__t]\nmodel: fast\ncolor: auto\nbackground: true')],
  // The file and its delimiters.
  [
    'a file in a subfolder',
    ofText(`---\nname: helper\ndescription: d\n---\n${prompt}\n`, '.qwen/agents/team/a.md'),
    'file.notRead rejected «---» {"to":"../a.md","folder":".qwen/agents/team"}',
  ],
  [
    'a byte order mark and lone carriage returns',
    ofText(`\uFEFF---\rname: helper\rdescription: d\r---\r${prompt}`),
  ],
  ['a file without front matter', ofText('# Agents\n'), 'frontMatter.missing rejected «# Agents»'],
  [
    'a space after the opening delimiter',
    ofText(`--- \nname: helper\n---\n${prompt}`),
    'frontMatter.late rejected «--- »',
  ],
  [
    'a space after the closing delimiter',
    ofText(`---\nname: helper\ndescription: d\n--- \n${prompt}\n`),
    'frontMatter.unclosed rejected «--- »',
  ],
  [
    'a file that ends with the closing delimiter',
    ofText('---\nname: helper\ndescription: d\n---'),
    'body.empty rejected «---»',
  ],
  ['a prompt that is too short', of('', 'Help.'), 'body.empty rejected «Help.»'],
  ['an empty prompt', of('', ''), 'body.empty rejected «---»'],
  ['a long prompt', of('', `First line\n${'word '.repeat(3000)}`), 'body.tooLong noted «First line»'],
  ['placeholders', of('', 'Task: ${task_prompt} ${0} ${a.b} ${query}'), 'body.placeholder fails «${query}»'],
  // What identifies the agent.
  ['a missing name', ofText(`---\ndescription: d\n---\n${prompt}\n`), 'name.missing rejected «---»'],
  ['a name of one letter', named('a'), 'name.invalid rejected «a» {"demand":{"shortest":2,"longest":50}}'],
  [
    'a name with a dot',
    named('my.demo'),
    'name.invalid rejected «my.demo» {"demand":{"pattern":"^[\\\\p{L}\\\\p{N}_-]+$"}}',
  ],
  [
    'a name that ends in a hyphen',
    named('demo-'),
    'name.invalid rejected «demo-» {"demand":{"pattern":"^[^-_].*[^-_]$"}}',
  ],
  ['a reserved name', named('Main'), 'name.invalid rejected «Main» {"demand":{"not":"reserved"}}'],
  ['a name that is a mapping', named('{a: b}'), 'name.invalid rejected «{a: b}» {"expected":["string"]}'],
  [
    'a quoted name with a trailing space',
    named('"demo "'),
    'name.invalid changed «"demo "» {"demand":{"pattern":"^\\\\S(?:.*\\\\S)?$"}}',
  ],
  ['a name that is a number', named('123')],
  [
    'a missing description',
    ofText(`---\nname: helper\n---\n${prompt}\n`),
    'description.missing rejected «---»',
  ],
  [
    'a description that is a list',
    ofText(`---\nname: helper\ndescription: [a, b]\n---\n${prompt}\n`),
    'description.invalid changed «[a, b]»',
  ],
  // Tools.
  [
    'tool lists of another type',
    of('tools: 5\ndisallowedTools: true'),
    'tools.ineffective unrestricted «5»',
    'tools.ineffective unrestricted «true»',
  ],
  ['tools as a mapping', of('tools:\n  read_file: true'), 'tools.ineffective unrestricted «read_file: true»'],
  ['an empty list of tools', of('tools: []'), 'tools.empty unrestricted «[]» {"meaning":"all"}'],
  ['tools without a value', of('tools:'), 'tools.empty ignored «tools» {"meaning":"all"}'],
  ['an empty name among tools', of('tools: [glob, ~, " "]'), 'tools.unknown rejected «" "»'],
  [
    'tools that are not strings',
    of('tools: [glob, ~, 5]'),
    'value.type ignored «~» {"expected":["string"]}',
    'value.type ignored «5» {"expected":["string"]}',
  ],
  [
    'tools of other products',
    of('tools: Read, Grep, Bash(git:*), nope'),
    'tools.unknown ignored «Read» {"suggestion":"read_file"}',
    'tools.specifier ignored «Bash(git:*)» {"suggestion":"run_shell_command"}',
    'tools.unknown noted «nope»',
  ],
  ['tools separated by spaces', of('tools: read_file glob'), 'tools.unknown noted «read_file glob»'],
  [
    'tools that are unavailable to agents',
    of('tools: [glob, workflow, TodoWrite, agent, Task]'),
    'tools.unavailable noted «workflow»',
    'tools.unavailable noted «TodoWrite»',
  ],
  [
    'servers and tools of some sessions in tools',
    of('tools: [glob, mcp__s, "mcp__s__*", mcp__s__t, ask_user_question]'),
    'tools.mcpForm ignored «mcp__s»',
    'tools.mcpForm ignored «"mcp__s__*"»',
    'tools.unavailable noted «ask_user_question»',
  ],
  ['servers in disallowedTools', of('disallowedTools: [mcp__s, "mcp__s__*", mcp__s__t]')],
  ['a star in disallowedTools', of('disallowedTools: ["*"]'), 'tools.ineffective unrestricted «"*"»'],
  [
    'a tool that is given and taken away',
    of('tools: [glob, ReadFile]\ndisallowedTools: read_file'),
    'tools.unavailable ignored «ReadFile»',
  ],
  ['a list that gives no tool', of('tools: [Read, mcp__s]'), 'tools.none fails «[Read, mcp__s]»'],
  [
    'a list of tools of another product',
    of('tools: [Read, Bash]'),
    'tools.none fails «[Read, Bash]» {"suggestion":"read_file, run_shell_command"}',
  ],
  ['a list that may give a tool', of('tools: nope'), 'tools.unknown noted «nope»'],
  [
    'MCP tools in the form of other products',
    of('tools: [glob, s/t, mcp_s_t]'),
    'tools.mcpForm ignored «s/t» {"suggestion":"mcp__s__t"}',
    'tools.mcpForm ignored «mcp_s_t» {"suggestion":"mcp__s__t"}',
  ],
  [
    'an unknown tool in disallowedTools',
    of('disallowedTools: [Bash]'),
    'tools.unknown unrestricted «Bash» {"suggestion":"run_shell_command"}',
  ],
  // Permissions and limits.
  [
    'an approval mode of Claude Code',
    of('approvalMode: acceptEdits'),
    `value.choice rejected «acceptEdits» {${modes},"suggestion":"auto-edit"}`,
  ],
  [
    'an approval mode that is a number',
    of('approvalMode: 5'),
    'value.type rejected «5» {"expected":["string"]}',
  ],
  [
    'both keys for the mode',
    of('approvalMode: plan\npermissionMode: plan'),
    'key.ignored ignored «permissionMode»',
  ],
  [
    'a permission mode that becomes another',
    of('permissionMode: dontAsk'),
    `value.choice changed «dontAsk» {${permissions}}`,
  ],
  [
    'a permission mode in another case',
    of('permissionMode: Plan'),
    `value.choice unrestricted «Plan» {${permissions},"suggestion":"plan"}`,
  ],
  ['an unknown permission mode', of('permissionMode: nope'), `value.choice ignored «nope» {${permissions}}`],
  ['an invalid number of turns', of('maxTurns: 1.5'), 'value.number unrestricted «1.5»'],
  ['a quoted number of turns', of('maxTurns: "+5"')],
  [
    'a mapping instead of a single value',
    of('background: {a: b}'),
    'value.type rejected «{a: b}» {"expected":["string","number","boolean"]}',
  ],
  // Other values.
  ['a model with a provider only', of('model: "openai:"'), 'value.model rejected «"openai:"»'],
  ['a model of spaces', of('model: " "'), 'value.model rejected «" "»'],
  ['a list of models', of('model: [a, b]'), 'value.type changed «[a, b]» {"expected":["string"]}'],
  ['a color in another case', of('color: Red'), 'value.color ignored «Red» {"suggestion":"red"}'],
  ['a color that YAML reads as a comment', of('color: #ff0000'), 'value.color ignored «#ff0000»'],
  ['a word instead of a boolean', of('background: yes'), 'value.boolean ignored «yes» {"suggestion":"true"}'],
  ['a key without a value', of('model:'), 'value.null noted «model»'],
  ['servers as a list', of('mcpServers: [a]'), 'mcp.invalid ignored «[a]» {"expected":["mapping"]}'],
  [
    'a server that is not a mapping',
    of('mcpServers:\n  s: github'),
    'mcp.invalid ignored «github» {"expected":["mapping"]}',
  ],
  [
    'hooks of a wrong shape',
    of('hooks:\n  PreToolUse: x'),
    'hooks.invalid ignored «x» {"expected":["list"]}',
  ],
  [
    'an older form',
    of('runConfig: {max_turns: 5}\nmodelConfig: {model: m}'),
    'key.deprecated noted «runConfig»',
    'key.deprecated noted «modelConfig» {"suggestion":"model"}',
  ],
  [
    'an older form with bad numbers',
    of('runConfig:\n  max_turns: 0\n  max_time_minutes: "3"'),
    'value.number rejected «0»',
    'value.type rejected «"3"» {"expected":["number"]}',
  ],
  // Keys.
  [
    'keys of other products',
    of('version: 1\nmcp_servers: {}\nmax_turns: 5'),
    'key.unknown noted «version»',
    'key.unknown ignored «mcp_servers» {"suggestion":"mcpServers"}',
    'key.limit unrestricted «max_turns» {"suggestion":"maxTurns"}',
  ],
  [
    'a merge key',
    ofText(`---\nname: helper\ndescription: d\nx: &x {model: m}\n<<: *x\n---\n${prompt}\n`),
    'key.unknown noted «x»',
    'yaml.dropped ignored «<<»',
  ],
  // Where an agent runs.
  [
    'an executor of a wrong shape',
    of('executor: acp'),
    'value.type rejected «executor» {"expected":["mapping"]}',
  ],
  [
    'an executor beside tools',
    of('executor: {kind: acp, command: x}\ntools: [glob]\nmodel: inherit'),
    'key.conflict fails «tools»',
  ],
  [
    'a container beside servers and hooks',
    of('executionBackend: container\nmcpServers:\n  a: {command: x}\nhooks:\n  Stop: []\ntools: [glob]'),
    'key.conflict fails «mcpServers»',
    'key.conflict fails «hooks»',
  ],
  ['a container beside an empty mapping of servers', of('executionBackend: container\nmcpServers: {}')],
  [
    'an executor in a container',
    of('executionBackend: container\nexecutor: {kind: acp, command: x}\nmcpServers:\n  a: {command: x}'),
    'key.conflict fails «executor»',
    'key.conflict fails «mcpServers»',
  ],
  [
    'an unknown backend',
    of('executionBackend: docker'),
    'value.choice rejected «docker» {"choices":["container"],"suggestion":"container"}',
  ],
  [
    'an executor in invalid YAML',
    of('model: a: b\nexecutor: {kind: acp, command: x}'),
    'yaml.repaired noted «a:» {"key":"model"}',
    'yaml.invalid rejected «executor:»',
  ],
  // The effects of reading line by line.
  [
    'a colon in a value',
    ofText(`---\nname: helper\ndescription: Use: it\ntools:\n  - glob\n---\n${prompt}\n`),
    'yaml.repaired noted «Use:» {"key":"description"}',
  ],
  [
    'a colon beside a list in brackets',
    ofText(`---\nname: helper\ndescription: Use: it\ntools: [read_file, glob]\n---\n${prompt}\n`),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'yaml.repaired changed «[read_file, glob]» {"key":"description"}',
  ],
  [
    'a colon beside a list of disallowed tools',
    ofText(`---\nname: helper\ndescription: Use: it\ndisallowedTools: ["edit"]\n---\n${prompt}\n`),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'yaml.repaired unrestricted «["edit"]» {"key":"description"}',
  ],
  [
    'a colon beside a list that is not indented',
    ofText(`---\nname: helper\ndescription: Use: it\ntools:\n- read_file\n---\n${prompt}\n`),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'tools.ineffective unrestricted «- read_file»',
  ],
  [
    'a colon above a comment',
    ofText(`---\nname: helper\ndescription: Use: it\nmodel: fast # cheap\n---\n${prompt}\n`),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'yaml.commentKept changed « # cheap»',
  ],
  [
    'a colon above continuation lines',
    ofText(`---\nname: helper\ndescription: Use: it\n  and more\n---\n${prompt}\n`),
    'yaml.repaired noted «Use:» {"key":"description"}',
    'yaml.repaired changed «Use: it\n  and more» {"key":"description"}',
  ],
  [
    'a tab',
    of('tools:\n\t- glob'),
    'yaml.repaired noted «\t» {"key":""}',
    'tools.ineffective unrestricted «- glob»',
  ],
  ['a duplicate key', of('model: a\nmodel: b'), 'yaml.duplicateKey ignored «model» {"winner":"last"}'],
];

for (const [about, issues, ...expected] of cases)
  test(`Qwen Code reports the issues of ${about}`, () => assert.deepEqual(issues, expected));

test('Qwen Code gives the agent the repaired values', () => {
  const text = `---\nname: helper\ndescription: Use: it\ntools: [read_file, glob]\nmaxTurns: "5"\n---\n${prompt}\n`;
  const { loads, description, tools, fields } = load(qwenAgent, text, path);
  assert.deepEqual(
    [loads, description, tools, fields.maxTurns],
    [true, 'Use: it', ['[read_file', 'glob]'], 5],
  );
});
