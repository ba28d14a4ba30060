import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf } from '../../../../server/src/language/loading/issue.ts';
import { geminiAgent } from '../../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

const path = '.gemini/agents/a.md';

/** The issues of an agent with these further lines in its front matter. */
function of(lines: string, body = 'You help.'): string[] {
  return issueLines(geminiAgent, `---\nname: a\ndescription: d\n${lines}\n---\n${body}\n`, path);
}

/** The issues of a whole file. */
const ofText = (text: string, at = path) => issueLines(geminiAgent, text, at);

/** A file and its expected issues, each as `code effect «text» {data}`. */
const cases: readonly (readonly [about: string, issues: readonly string[], ...expected: string[]])[] = [
  ['a plain agent', of('tools: [read_file, "mcp_*"]')],
  // The file and its delimiters.
  [
    'a file in a nested folder',
    ofText('---\nname: a\ndescription: d\n---\n', '.gemini/agents/team/a.md'),
    'file.notRead rejected «---» {"to":"../a.md","folder":".gemini/agents/team"}',
  ],
  [
    'another file extension',
    ofText('---\nname: a\ndescription: d\n---\n', '.gemini/agents/a.MD'),
    'file.notRead rejected «---»',
  ],
  ['a file excluded on purpose', ofText('---\nname: a\ndescription: d\n---\n', '.gemini/agents/_a.md')],
  ['a file that is not an agent in a nested folder', ofText('# Notes\n', '.gemini/agents/team/a.md')],
  ['no front matter', ofText('# Agents\n\nText\n'), 'frontMatter.missing rejected «# Agents»'],
  ['an empty file', ofText(''), 'frontMatter.missing rejected «»'],
  ['a byte order mark', ofText('\uFEFF---\nname: a\n---\n'), 'frontMatter.late rejected «\uFEFF---»'],
  ['blank lines above', ofText('\n---\nname: a\n---\n'), 'frontMatter.late rejected «\n---»'],
  ['text above', ofText('Hello\n---\nname: a\n---\n'), 'frontMatter.late rejected «---»'],
  ['a space after the opening delimiter', ofText('--- \nname: a\n---\n'), 'frontMatter.late rejected «--- »'],
  [
    'a language after the opening delimiter',
    ofText('---yaml\nname: a\n---\n'),
    'frontMatter.late rejected «---yaml»',
  ],
  ['lone carriage returns', ofText('---\rname: a\r---\rx'), 'frontMatter.late rejected «---»'],
  ['no closing delimiter', ofText('---\nname: a\ndescription: d\n'), 'frontMatter.unclosed rejected «---»'],
  [
    'dots as the closing delimiter',
    ofText('---\nname: a\ndescription: d\n...\nx\n'),
    'frontMatter.unclosed rejected «...»',
  ],
  ['empty front matter', ofText('---\n---\nx\n'), 'frontMatter.missing rejected «---»'],
  ['only a comment in the front matter', ofText('---\n# c\n---\nx\n'), 'frontMatter.missing rejected «---»'],
  [
    'front matter that is not a mapping',
    ofText('---\njust text\n---\nx\n'),
    'yaml.invalid rejected «just text»',
  ],
  [
    'a space after the closing delimiter',
    ofText('---\nname: a\ndescription: d\n--- \nYou help.\n'),
    'body.empty ignored «--- »',
  ],
  [
    'text after the closing delimiter',
    ofText('---\nname: a\ndescription: d\n---x\nYou help.\n'),
    'body.empty ignored «x»',
  ],
  ['an empty prompt', of('', ''), 'body.empty noted «---»'],
  // The YAML.
  [
    'a colon in a value',
    ofText('---\nname: a\ndescription: Use: it\n---\nx\n'),
    'yaml.invalid rejected «Use:» {"key":"description"}',
  ],
  ['a duplicate key', of('model: a\nmodel: b'), 'yaml.duplicateKey rejected «model»'],
  ['a tab', of('tools:\n\t- glob'), 'yaml.invalid rejected «\t»'],
  ['an unquoted star', of('tools:\n  - *'), 'yaml.invalid rejected «*»'],
  ['a control character', of('model: a\u0007b'), 'yaml.invalid rejected «\u0007»'],
  [
    'a no-break space',
    ofText('---\nname:\u00a0a\ndescription: d\n---\nx\n'),
    'yaml.invalid rejected «\u00a0»',
  ],
  [
    'an unknown YAML tag',
    of('model: !!js/function x'),
    'yaml.invalid rejected «!!js/function» {"key":"model"}',
  ],
  // What identifies the agent.
  ['a missing name', ofText('---\ndescription: d\n---\nx\n'), 'name.missing rejected «---»'],
  ['an empty name', ofText('---\nname:\ndescription: d\n---\nx\n'), 'name.missing rejected «name»'],
  [
    'a name with other characters',
    ofText('---\nname: My Agent\ndescription: d\n---\nx\n'),
    'name.invalid rejected «My Agent» {"demand":{"pattern":"^[a-z0-9-_]+$"}}',
  ],
  [
    'a name that is a number',
    ofText('---\nname: 5\ndescription: d\n---\nx\n'),
    'name.invalid rejected «5» {"expected":["string"]}',
  ],
  [
    'the name of a built-in agent',
    ofText('---\nname: generalist\ndescription: d\n---\nx\n'),
    'name.invalid fails «generalist» {"demand":{"not":"reserved"}}',
  ],
  ['a missing description', ofText('---\nname: a\n---\nx\n'), 'description.missing rejected «---»'],
  [
    'a description that is a list',
    ofText('---\nname: a\ndescription: [d]\n---\nx\n'),
    'description.invalid rejected «[d]» {"expected":["string"]}',
  ],
  // Keys.
  [
    'a key of other tools',
    of('color: red\nversion: 1'),
    'key.unknown rejected «color»',
    'key.unknown rejected «version»',
  ],
  [
    'another tool’s name for a key',
    of('maxTurns: 5'),
    'key.unknown rejected «maxTurns» {"suggestion":"max_turns"}',
  ],
  [
    'servers in camel case',
    of('mcpServers: {}'),
    'key.unknown rejected «mcpServers» {"suggestion":"mcp_servers"}',
  ],
  ['a misspelled key', of('modle: x'), 'key.unknown rejected «modle» {"suggestion":"model"}'],
  [
    'another tool’s name beside the right one',
    of('maxTurns: 5\nmax_turns: 5'),
    'key.unknown rejected «maxTurns»',
  ],
  [
    'a key without a value',
    of('tools:\nmodel: ~'),
    'value.null rejected «tools»',
    'value.null rejected «model»',
  ],
  // Values.
  [
    'an unknown kind',
    of('kind: Local'),
    'value.choice rejected «Local» {"choices":["local","remote"],"suggestion":"local"}',
  ],
  ['a quoted number', of('max_turns: "5"'), 'value.type rejected «"5"» {"expected":["number"]}'],
  [
    'numbers out of range',
    of('max_turns: 0\ntimeout_mins: 1.5'),
    'value.number rejected «0»',
    'value.number rejected «1.5»',
  ],
  [
    'a temperature beside a model that is named',
    of('temperature: 0.3\nmodel: gemini-2.5-flash'),
    'key.ignored ignored «temperature»',
  ],
  ['a temperature beside `auto`', of('temperature: 0.3\nmodel: auto')],
  ['a temperature without a model', of('temperature: 0.3'), 'key.ignored noted «temperature»'],
  ['the default temperature', of('temperature: 1')],
  ['a tool of some sessions', of('tools: [glob, ask_user]'), 'tools.unavailable noted «ask_user»'],
  [
    'a temperature outside the documented range',
    of('temperature: 3'),
    'value.number noted «3» {"demand":{"least":0,"most":2}}',
  ],
  ['a number instead of a string', of('display_name: 5'), 'value.type rejected «5» {"expected":["string"]}'],
  ['a model of another vendor', of('model: sonnet'), 'value.model ignored «sonnet» {"suggestion":"inherit"}'],
  ['a model of only spaces', of('model: " "'), 'value.model ignored «" "» {"suggestion":"inherit"}'],
  // Tools.
  [
    'tools as a comma-separated string',
    of('tools: Read, Bash'),
    'value.type rejected «Read, Bash» {"expected":["list"],"suggestion":"[read_file, run_shell_command]"}',
  ],
  [
    'tools as a mapping',
    of('tools: {glob: true}'),
    'value.type rejected «{glob: true}» {"expected":["list"]}',
  ],
  ['an empty tool list', of('tools: []'), 'tools.empty noted «[]» {"meaning":"none"}'],
  [
    'tools of other products',
    of('tools: [Read, execute, Nope]'),
    'tools.unknown rejected «Read» {"suggestion":"read_file"}',
    'tools.unknown rejected «execute» {"suggestion":"run_shell_command"}',
    'tools.unknown rejected «Nope»',
  ],
  [
    'a tool in another case',
    of('tools: [Read_File]'),
    'tools.unknown rejected «Read_File» {"suggestion":"read_file"}',
  ],
  ['a tool that starts agents', of('tools: [Agent]'), 'tools.unknown rejected «Agent»'],
  ['an empty tool name', of('tools: [""]'), 'tools.unknown rejected «""»'],
  ['a tool that is a number', of('tools: [5]'), 'value.type rejected «5» {"expected":["string"]}'],
  [
    'a tool with a specifier',
    of('tools: ["Bash(git *)"]'),
    'tools.specifier rejected «"Bash(git *)"» {"suggestion":"run_shell_command"}',
  ],
  [
    'a tool that cannot be listed',
    of('tools: [read_background_output]'),
    'tools.unavailable rejected «read_background_output»',
  ],
  [
    'a tool that is removed from agents',
    of('tools: [invoke_agent]'),
    'tools.unavailable ignored «invoke_agent»',
  ],
  [
    'the old name of a tool',
    of('tools: [search_file_content]'),
    'tools.alias noted «search_file_content» {"suggestion":"grep_search"}',
  ],
  [
    'MCP tools in the form of other products',
    of('tools: [mcp__s__t, mcp__s, s/t, "@s", s__t, mcp_s, "mcp_s_pre*", mcp__a_b__t]'),
    'tools.mcpForm rejected «mcp__s__t» {"suggestion":"mcp_s_t"}',
    'tools.mcpForm rejected «mcp__s» {"suggestion":"mcp_s_*"}',
    'tools.mcpForm rejected «s/t» {"suggestion":"mcp_s_t"}',
    'tools.mcpForm rejected «"@s"» {"suggestion":"mcp_s_*"}',
    'tools.mcpForm rejected «s__t» {"suggestion":"mcp_s_t"}',
    'tools.mcpForm rejected «mcp_s» {"suggestion":"mcp_s_*"}',
    'tools.mcpForm rejected «"mcp_s_pre*"» {"suggestion":"mcp_s_*"}',
    // The server ends at the first underscore, so no name fits a server with one.
    'tools.mcpForm rejected «mcp__a_b__t»',
  ],
  [
    'tools of VS Code, which look like those of a server',
    of('tools: [search/codebase, edit/editFiles, vscode/askQuestions]'),
    'tools.unknown rejected «search/codebase» {"suggestion":"grep_search"}',
    'tools.unknown rejected «edit/editFiles» {"suggestion":"replace"}',
    'tools.unknown rejected «vscode/askQuestions»',
  ],
  ['an unsupported wildcard', of('tools: ["read_*"]'), 'tools.unknown rejected «"read_*"»'],
  // Servers.
  ['servers as a list', of('mcp_servers: [a]'), 'value.type rejected «[a]» {"expected":["mapping"]}'],
  [
    'a server of a wrong type',
    of('mcp_servers:\n  s: x'),
    'mcp.invalid rejected «x» {"expected":["mapping"]}',
  ],
  [
    'a number in the environment',
    of('mcp_servers:\n  s:\n    command: c\n    env:\n      PORT: 8080'),
    'mcp.invalid rejected «8080» {"expected":["string"]}',
  ],
  [
    'a limit of a server in camel case',
    of('mcp_servers:\n  s:\n    command: c\n    includeTools: [a]'),
    'mcp.invalid unrestricted «includeTools»',
  ],
  [
    'a server without a command or URL',
    of('mcp_servers:\n  s:\n    httpUrl: http://x'),
    'mcp.invalid ignored «s»',
    'mcp.invalid ignored «httpUrl»',
  ],
  // Remote agents.
  ['a remote agent', ofText('---\nname: r\nagent_card_url: https://h/c\n---\n')],
  [
    'a remote agent with a prompt',
    ofText('---\nname: r\nagent_card_url: https://h/c\n---\nHello ${x}\nthere\n'),
    'body.ignored noted «Hello ${x}»',
  ],
  [
    'a remote agent without a card',
    ofText('---\nkind: remote\nname: r\n---\n'),
    'key.missing rejected «---» {"key":"agent_card_url"}',
  ],
  [
    'a remote agent with two cards',
    ofText('---\nname: r\nagent_card_url: https://h/c\nagent_card_json: "{}"\n---\n'),
    'key.conflict rejected «agent_card_json»',
  ],
  [
    'a remote agent with tools',
    ofText('---\nname: r\nagent_card_url: https://h/c\ntools: [glob]\n---\n'),
    'key.unknown rejected «tools»',
  ],
  ['an invalid URL', ofText('---\nname: r\nagent_card_url: here\n---\n'), 'value.type rejected «here»'],
  [
    'an unknown type of auth',
    ofText('---\nname: r\nagent_card_url: https://h/c\nauth: {type: apikey, key: k}\n---\n'),
    'value.choice rejected «apikey» {"choices":["apiKey","http","google-credentials","oauth"],"suggestion":"apiKey"}',
  ],
  [
    'auth without its token',
    ofText('---\nname: r\nagent_card_url: https://h/c\nauth:\n  type: http\n  scheme: Bearer\n---\n'),
    'key.missing rejected «auth» {"key":"token"}',
  ],
  [
    'a list with a local agent',
    ofText('---\n- kind: local\n  name: l\n  agent_card_url: https://h/c\n---\n'),
    'value.choice rejected «local» {"choices":["remote"]}',
  ],
  [
    'a list with an invalid agent',
    ofText('---\n- name: R\n  agent_card_url: https://h/c\n---\n'),
    'name.invalid rejected «R» {"demand":{"pattern":"^[a-z0-9-_]+$"}}',
  ],
  ['an empty list', ofText('---\n[]\n---\n'), 'frontMatter.missing rejected «[]»'],
  // The prompt.
  ['known placeholders', of('', '${query} ${today} ${activeModel} ${cliVersion}')],
  [
    'text that only looks like a placeholder',
    of('', '${a.b} ${X:-d} ${ x } ${my-var} ${größe} {{x}} $x $ARGUMENTS'),
  ],
  [
    'unknown placeholders',
    of('', 'a ${foo}\n```sh\necho \\${0}\n```'),
    'body.placeholder fails «${foo}»',
    'body.placeholder fails «${0}»',
  ],
];

for (const [about, issues, ...expected] of cases)
  test(`Gemini CLI: reports ${about} as expected`, () => assert.deepEqual(issues, expected));

test('Gemini CLI: messages name the cause, the tool and the solution', () => {
  const messages = (lines: string) =>
    load(geminiAgent, `---\nname: a\ndescription: d\n${lines}\n---\nx\n`, path).issues.map(messageOf);
  assert.deepEqual(messages('tools: [Read]'), [
    'Unknown tool `Read`. Gemini CLI does not load the file. Did you mean `read_file`?',
  ]);
  assert.deepEqual(messages('maxTurns: 5'), [
    'Unknown key `maxTurns`. Gemini CLI does not load a file with an unknown key. Did you mean `max_turns`?',
  ]);
});

test('Gemini CLI: advises quotes for a number, but not for a list', () => {
  const message = (lines: string) =>
    messageOf(load(geminiAgent, `---\nname: a\ndescription: d\n${lines}\n---\nYou help.\n`, path).issues[0]!);
  assert.match(message('model: [a, b]'), /must be a string\. Gemini CLI reads a list and [^.]*\.$/);
  assert.match(message('model: 5'), /Put it in quotes\.$/);
});
