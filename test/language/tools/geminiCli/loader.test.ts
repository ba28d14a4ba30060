import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geminiAgent } from '../../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

const path = '.gemini/agents/a.md';

/** The notes of an agent with these further lines in its front matter. */
function of(lines: string, body = 'You help.'): string[] {
  return issueLines(geminiAgent, `---\nname: a\ndescription: d\n${lines}\n---\n${body}\n`, path);
}

/** The notes of a whole text. */
const ofText = (text: string, at = path) => issueLines(geminiAgent, text, at);

/** Text in, notes out; each is `code effect «text» {data}`. */
const cases: readonly (readonly [about: string, issues: readonly string[], ...expected: string[]])[] = [
  ['a plain agent', of('tools: [read_file, "mcp_*"]')],
  // The file and its fences.
  [
    'a file deeper down',
    ofText('---\nname: a\ndescription: d\n---\n', '.gemini/agents/team/a.md'),
    'file.notRead rejected «---»',
  ],
  [
    'another file ending',
    ofText('---\nname: a\ndescription: d\n---\n', '.gemini/agents/a.MD'),
    'file.notRead rejected «---»',
  ],
  ['a file left out on purpose', ofText('---\nname: a\ndescription: d\n---\n', '.gemini/agents/_a.md')],
  ['notes deeper down', ofText('# Notes\n', '.gemini/agents/team/a.md')],
  ['no front matter', ofText('# Agents\n\nText\n'), 'frontMatter.missing rejected «# Agents»'],
  ['an empty file', ofText(''), 'frontMatter.missing rejected «»'],
  ['a byte order mark', ofText('\uFEFF---\nname: a\n---\n'), 'frontMatter.late rejected «\uFEFF---»'],
  ['blank lines above', ofText('\n---\nname: a\n---\n'), 'frontMatter.late rejected «\n---»'],
  ['text above', ofText('Hello\n---\nname: a\n---\n'), 'frontMatter.late rejected «---»'],
  ['a blank behind the fence', ofText('--- \nname: a\n---\n'), 'frontMatter.late rejected «--- »'],
  ['a language behind the fence', ofText('---yaml\nname: a\n---\n'), 'frontMatter.late rejected «---yaml»'],
  ['lone carriage returns', ofText('---\rname: a\r---\rx'), 'frontMatter.late rejected «---»'],
  ['no end', ofText('---\nname: a\ndescription: d\n'), 'frontMatter.unclosed rejected «---»'],
  [
    'dots at the end',
    ofText('---\nname: a\ndescription: d\n...\nx\n'),
    'frontMatter.unclosed rejected «...»',
  ],
  ['nothing between the fences', ofText('---\n---\nx\n'), 'frontMatter.missing rejected «---»'],
  ['only a comment between them', ofText('---\n# c\n---\nx\n'), 'frontMatter.missing rejected «---»'],
  ['no map between them', ofText('---\njust text\n---\nx\n'), 'yaml.invalid rejected «just text»'],
  [
    'a blank behind the closing fence',
    ofText('---\nname: a\ndescription: d\n--- \nYou help.\n'),
    'body.empty ignored «--- »',
  ],
  [
    'text behind the closing fence',
    ofText('---\nname: a\ndescription: d\n---x\nYou help.\n'),
    'body.empty ignored «x»',
  ],
  ['no prompt', of('', ''), 'body.empty noted «---»'],
  // The YAML.
  [
    'a colon in a value',
    ofText('---\nname: a\ndescription: Use: it\n---\nx\n'),
    'yaml.invalid rejected «Use:» {"key":"description"}',
  ],
  ['a key given twice', of('model: a\nmodel: b'), 'yaml.duplicateKey rejected «model»'],
  ['a tab', of('tools:\n\t- glob'), 'yaml.invalid rejected «\t»'],
  ['a star without quotes', of('tools:\n  - *'), 'yaml.invalid rejected «*»'],
  ['a control character', of('model: a\u0007b'), 'yaml.invalid rejected «\u0007»'],
  [
    'a no-break space',
    ofText('---\nname:\u00a0a\ndescription: d\n---\nx\n'),
    'yaml.invalid rejected «\u00a0»',
  ],
  [
    'a type that is none',
    of('model: !!js/function x'),
    'yaml.invalid rejected «!!js/function» {"key":"model"}',
  ],
  // What identifies the agent.
  ['no name', ofText('---\ndescription: d\n---\nx\n'), 'name.missing rejected «---»'],
  ['an empty name', ofText('---\nname:\ndescription: d\n---\nx\n'), 'name.missing rejected «name»'],
  [
    'a name that is no slug',
    ofText('---\nname: My Agent\ndescription: d\n---\nx\n'),
    'name.invalid rejected «My Agent»',
  ],
  ['a name that is a number', ofText('---\nname: 5\ndescription: d\n---\nx\n'), 'name.invalid rejected «5»'],
  [
    'the name of a built-in agent',
    ofText('---\nname: generalist\ndescription: d\n---\nx\n'),
    'name.invalid fails «generalist»',
  ],
  ['no description', ofText('---\nname: a\n---\nx\n'), 'description.missing rejected «---»'],
  [
    'a description that is a list',
    ofText('---\nname: a\ndescription: [d]\n---\nx\n'),
    'description.invalid rejected «[d]»',
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
  ['a misspelt key', of('modle: x'), 'key.unknown rejected «modle» {"suggestion":"model"}'],
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
    'another kind',
    of('kind: Local'),
    'value.choice rejected «Local» {"choices":["local","remote"],"suggestion":"local"}',
  ],
  [
    'a number in quotes',
    of('max_turns: "5"'),
    'value.type rejected «"5"» {"expected":"a whole number above 0"}',
  ],
  [
    'numbers out of range',
    of('max_turns: 0\ntimeout_mins: 1.5'),
    'value.number rejected «0»',
    'value.number rejected «1.5»',
  ],
  ['a temperature beyond the documented', of('temperature: 3'), 'value.number noted «3»'],
  ['a number for a text', of('display_name: 5'), 'value.type rejected «5» {"expected":"text"}'],
  ['a model of others', of('model: sonnet'), 'value.model ignored «sonnet» {"suggestion":"inherit"}'],
  ['a blank model', of('model: " "'), 'value.model ignored «" "» {"suggestion":"inherit"}'],
  // Tools.
  [
    'tools with commas',
    of('tools: Read, Bash'),
    'value.type rejected «Read, Bash» {"expected":"list","suggestion":"[read_file, run_shell_command]"}',
  ],
  ['tools as a map', of('tools: {glob: true}'), 'value.type rejected «{glob: true}» {"expected":"list"}'],
  ['no tools', of('tools: []'), 'tools.empty noted «[]» {"meaning":"none"}'],
  [
    'tools of others',
    of('tools: [Read, execute, Nope]'),
    'tools.unknown rejected «Read» {"suggestion":"read_file"}',
    'tools.unknown rejected «execute» {"suggestion":"run_shell_command"}',
    'tools.unknown rejected «Nope»',
  ],
  [
    'a tool in other letters',
    of('tools: [Read_File]'),
    'tools.unknown rejected «Read_File» {"suggestion":"read_file"}',
  ],
  ['a tool that starts agents', of('tools: [Agent]'), 'tools.unknown rejected «Agent»'],
  ['an empty tool', of('tools: [""]'), 'tools.unknown rejected «""»'],
  [
    'a tool that is a number',
    of('tools: [5]'),
    'value.type rejected «5» {"expected":"a tool of Gemini CLI"}',
  ],
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
  ['a tool that is taken away', of('tools: [invoke_agent]'), 'tools.unavailable ignored «invoke_agent»'],
  [
    'the former name of a tool',
    of('tools: [search_file_content]'),
    'tools.alias noted «search_file_content» {"suggestion":"grep_search"}',
  ],
  [
    'MCP tools as others write them',
    of('tools: [mcp__s__t, mcp__s, s/t, "@s", s__t, mcp_s, "mcp_s_pre*", mcp__a_b__t]'),
    'tools.mcpForm rejected «mcp__s__t» {"suggestion":"mcp_s_t"}',
    'tools.mcpForm rejected «mcp__s» {"suggestion":"mcp_s_*"}',
    'tools.mcpForm rejected «s/t» {"suggestion":"mcp_s_t"}',
    'tools.mcpForm rejected «"@s"» {"suggestion":"mcp_s_*"}',
    'tools.mcpForm rejected «s__t» {"suggestion":"mcp_s_t"}',
    'tools.mcpForm rejected «mcp_s» {"suggestion":"mcp_s_*"}',
    'tools.mcpForm rejected «"mcp_s_pre*"» {"suggestion":"mcp_s_*"}',
    // The server ends at the first underscore there, so no name fits one that has any.
    'tools.mcpForm rejected «mcp__a_b__t»',
  ],
  [
    'tools of VS Code, which look like those of a server',
    of('tools: [search/codebase, edit/editFiles, vscode/askQuestions]'),
    'tools.unknown rejected «search/codebase» {"suggestion":"grep_search"}',
    'tools.unknown rejected «edit/editFiles» {"suggestion":"replace"}',
    'tools.unknown rejected «vscode/askQuestions»',
  ],
  ['another wildcard', of('tools: ["read_*"]'), 'tools.unknown rejected «"read_*"»'],
  // Servers.
  [
    'servers as a list',
    of('mcp_servers: [a]'),
    'value.type rejected «[a]» {"expected":"a map from server names to servers"}',
  ],
  ['a server of a wrong shape', of('mcp_servers:\n  s: x'), 'mcp.invalid rejected «x»'],
  [
    'a number in the environment',
    of('mcp_servers:\n  s:\n    command: c\n    env:\n      PORT: 8080'),
    'mcp.invalid rejected «8080»',
  ],
  [
    'a limit of a server in camel case',
    of('mcp_servers:\n  s:\n    command: c\n    includeTools: [a]'),
    'mcp.invalid unrestricted «includeTools»',
  ],
  [
    'a server that cannot be reached',
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
  [
    'no address',
    ofText('---\nname: r\nagent_card_url: here\n---\n'),
    'value.type rejected «here» {"expected":"an address with its scheme, such as `https://host/path`"}',
  ],
  [
    'a login of no known type',
    ofText('---\nname: r\nagent_card_url: https://h/c\nauth: {type: apikey, key: k}\n---\n'),
    'value.choice rejected «apikey» {"choices":["apiKey","http","google-credentials","oauth"],"suggestion":"apiKey"}',
  ],
  [
    'a login without its token',
    ofText('---\nname: r\nagent_card_url: https://h/c\nauth:\n  type: http\n  scheme: Bearer\n---\n'),
    'key.missing rejected «auth» {"key":"token"}',
  ],
  [
    'a list with a local agent',
    ofText('---\n- kind: local\n  name: l\n  agent_card_url: https://h/c\n---\n'),
    'value.choice rejected «local» {"choices":["remote"]}',
  ],
  [
    'a list of one that is wrong',
    ofText('---\n- name: R\n  agent_card_url: https://h/c\n---\n'),
    'name.invalid rejected «R»',
  ],
  ['an empty list', ofText('---\n[]\n---\n'), 'frontMatter.missing rejected «[]»'],
  // The prompt.
  ['placeholders that are known', of('', '${query} ${today} ${activeModel} ${cliVersion}')],
  ['what is no placeholder', of('', '${a.b} ${X:-d} ${ x } ${my-var} ${größe} {{x}} $x $ARGUMENTS')],
  [
    'placeholders that are not',
    of('', 'a ${foo}\n```sh\necho \\${0}\n```'),
    'body.placeholder fails «${foo}»',
    'body.placeholder fails «${0}»',
  ],
];

for (const [about, issues, ...expected] of cases)
  test(`Gemini CLI, ${about}`, () => assert.deepEqual(issues, expected));

test('Gemini CLI: messages name the key, the tool and the way out', () => {
  const said = (lines: string) =>
    load(geminiAgent, `---\nname: a\ndescription: d\n${lines}\n---\nx\n`, path).issues.map(
      issue => issue.problem,
    );
  assert.deepEqual(said('tools: [Read]'), [
    '`Read` is no tool of Gemini CLI, so Gemini CLI refuses the whole file. Write `read_file`.',
  ]);
  assert.deepEqual(said('maxTurns: 5'), [
    'Gemini CLI has no field `maxTurns`; it is called `max_turns` there. Gemini CLI refuses the whole file because of the unknown one.',
  ]);
});

test('a list is not to be put in quotes, a number is', () => {
  const said = (lines: string) =>
    load(geminiAgent, `---\nname: a\ndescription: d\n${lines}\n---\nYou help.\n`, path).issues[0]!.problem;
  assert.match(said('model: [a, b]'), /must be text and is a list, so [^.]*\.$/);
  assert.match(said('model: 5'), /Put it in quotes\.$/);
});
