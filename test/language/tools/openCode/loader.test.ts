import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf } from '../../../../server/src/language/loading/issue.ts';
import {
  openCodeAgent,
  openCodeCommand,
  openCodeMode,
} from '../../../../server/src/language/tools/openCode/loader/openCode.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

/** An agent that loads without issues, plus `lines` in its front matter. */
const agent = (lines: string) => `---\ndescription: Reviews code.\n${lines}\n---\nYou review.\n`;
const issues = (lines: string) => issueLines(openCodeAgent, agent(lines), '.opencode/agents/x.md');
/** The message of the first issue. */
const messageFor = (lines: string) =>
  messageOf(load(openCodeAgent, agent(lines), '.opencode/agents/x.md').issues[0]!);
const issuesOf = (text: string, path = '.opencode/agents/x.md') => issueLines(openCodeAgent, text, path);

test('reports nothing for a valid agent', () => {
  assert.deepEqual(
    issues('mode: subagent\nmodel: anthropic/claude-sonnet-5\ncolor: "#ff6b6b"\npermission:\n  edit: deny'),
    [],
  );
});

test('reports one value that the schema rejects as losing every agent', () => {
  const cases: Record<string, string> = {
    'steps: 0': 'value.number crashes «0»',
    'steps: "5"': 'value.type crashes «"5"» {"expected":["number"]}',
    'model: [a/b]': 'value.type crashes «[a/b]» {"expected":["string"]}',
    'model:': 'value.null crashes «model»',
    'hidden: yes': 'value.boolean crashes «yes» {"suggestion":"true"}',
    'disable: off': 'value.boolean crashes «off» {"suggestion":"false"}',
    'mode: Primary':
      'value.choice crashes «Primary» {"choices":["subagent","primary","all"],"suggestion":"primary"}',
    'permission: Deny': 'value.choice crashes «Deny» {"choices":["allow","ask","deny"],"suggestion":"deny"}',
    'permission:\n  edit: false':
      'value.choice crashes «false» {"choices":["allow","ask","deny"],"suggestion":"deny"}',
    'permission:\n  webfetch:\n    "x*": allow': 'value.type crashes «"x*": allow»',
    'permission:\n  bash:\n    "git *":': 'value.null crashes «"git *"»',
    'tools:\n  bash: no': 'value.boolean crashes «no» {"suggestion":"false"}',
    'options: fast': 'value.type crashes «fast» {"expected":["mapping"]}',
    'name: 42': 'name.invalid crashes «42»',
    'name: [a]': 'name.invalid crashes «[a]»',
  };
  for (const [lines, expected] of Object.entries(cases)) assert.deepEqual(issues(lines), [expected], lines);
});

test('explains what is wrong with a value that looks right', () => {
  const consequence = 'OpenCode rejects its whole configuration: no agent is available.';
  const quotes = 'Remove the quotes, which make it a string.';
  assert.equal(messageFor('hidden: "true"'), `\`"true"\` is not a boolean. ${consequence} ${quotes}`);
  assert.equal(messageFor('steps: "5"'), `\`steps\` must be a number. ${consequence} ${quotes}`);
  assert.match(messageFor('tools:\n  {{tools}}:'), /^`tools\.\{…\}` has no value\. /);
});

test('reports every rejected value of a file', () => {
  const found = issuesOf('---\ndescription: 42\nmode: x\ncolor: green\ntools: Read\nsteps: 0\n---\nx\n');
  assert.deepEqual(
    found.map(line => line.split(' ')[0]),
    ['description.invalid', 'value.choice', 'value.color', 'value.type', 'value.number'],
  );
});

test('advises permissions for a list of tools in another product’s form', () => {
  assert.match(
    messageFor('tools: Read, Edit, Bash(git *)'),
    /"\*": deny`, then `read: allow`, `edit: allow`, `bash: allow`\.$/,
  );
});

test('accepts `"#RRGGBB"` and theme colors only', () => {
  const cases: Record<string, string> = {
    'color: #ff6b6b': 'value.color crashes «#ff6b6b» {"suggestion":"\\"#ff6b6b\\""}',
    'color: green': 'value.color crashes «green» {"suggestion":"\\"#22c55e\\""}',
    'color: "#abc"': 'value.color crashes «"#abc"» {"suggestion":"#aabbcc"}',
    'color: "#ff6b6b80"': 'value.color crashes «"#ff6b6b80"» {"suggestion":"#ff6b6b"}',
    'color: Accent': 'value.color crashes «Accent» {"suggestion":"accent"}',
    'color: chartreusy': 'value.color crashes «chartreusy»',
    'color:': 'value.null crashes «color»',
  };
  for (const [lines, expected] of Object.entries(cases)) assert.deepEqual(issues(lines), [expected], lines);
});

test('reports that unknown keys go to the model provider', () => {
  assert.deepEqual(issues('category: review\ntopP: 0.5'), [
    'key.unknown leaked «category»',
    'key.unknown leaked «topP» {"suggestion":"top_p"}',
  ]);
  assert.match(messageFor('category: review'), /^Unknown key `category`\. .*sends it to the model provider/);
});

test('reports nothing for options that model providers accept', () => {
  assert.deepEqual(issues('reasoningEffort: high\ntextVerbosity: low'), []);
});

test('reports a limit under another product’s key', () => {
  assert.deepEqual(issues('maxTurns: 5\nallowed-tools: Read\npermissionMode: plan\ndisabled: true'), [
    'key.limit unrestricted «maxTurns» {"suggestion":"steps"}',
    'key.limit unrestricted «allowed-tools» {"suggestion":"permission"}',
    'key.limit unrestricted «permissionMode» {"suggestion":"permission"}',
    'key.limit unrestricted «disabled» {"suggestion":"disable"}',
  ]);
  assert.deepEqual(issues('readonly: false\npermissionMode: acceptEdits'), [
    'key.unknown leaked «readonly»',
    'key.unknown leaked «permissionMode»',
  ]);
});

test('reports a `tools` mapping that forbids nothing', () => {
  assert.deepEqual(issues('tools:\n  read: true\n  bash: true').slice(0, 1), [
    'tools.ineffective ignored «tools»',
  ]);
  assert.deepEqual(issues('tools:\n  Read: true\n  Bash: false'), [
    'tools.ineffective unrestricted «tools»',
    'key.deprecated noted «tools»',
    'tools.unknown ignored «Read» {"suggestion":"read"}',
    'tools.unknown unrestricted «Bash» {"suggestion":"bash"}',
  ]);
  assert.deepEqual(issues('tools:\n  bash: false'), ['key.deprecated noted «tools»']);
});

test('reports that `write`, `edit` and `patch` of a `tools` mapping are one permission', () => {
  const found = (lines: string) => issues(lines).filter(line => !line.startsWith('key.deprecated'));
  assert.deepEqual(found('tools:\n  write: false'), ['tools.shadowed changed «write»']);
  assert.deepEqual(found('tools:\n  edit: true\n  patch: false'), ['tools.shadowed changed «patch»']);
  assert.deepEqual(found('tools:\n  write: false\n  edit: true'), ['tools.shadowed unrestricted «edit»']);
  assert.deepEqual(found('tools:\n  bash: true\n  edit: false\n  patch: true'), [
    'tools.shadowed unrestricted «patch»',
  ]);
  for (const fine of [
    'tools:\n  edit: false',
    'tools:\n  write: false\n  edit: false',
    'tools:\n  "*": false\n  write: true\n  edit: true',
    'tools:\n  write: false\n  bash: false\npermission:\n  edit: ask',
  ])
    assert.deepEqual(found(fine), [], fine);
});

test('reports names of which OpenCode has no tool', () => {
  assert.deepEqual(issues('permission:\n  list: deny\n  nope: deny\n  docs_find: deny'), [
    'tools.dead noted «list»',
    'tools.unknown noted «nope»',
  ]);
  assert.deepEqual(issues('tools:\n  list: false\n  nope: false').slice(1), [
    'tools.dead noted «list»',
    'tools.unknown noted «nope»',
  ]);
});

test('reports a permission with another product’s name', () => {
  assert.deepEqual(
    issues('permission:\n  Bash: deny\n  write: deny\n  WebFetch: allow\n  my_mcp_tool: deny'),
    [
      'tools.unknown unrestricted «Bash» {"suggestion":"bash"}',
      'tools.unknown unrestricted «write» {"suggestion":"edit"}',
      'tools.unknown ignored «WebFetch» {"suggestion":"webfetch"}',
    ],
  );
});

test('reports rules that a later rule overrides', () => {
  assert.deepEqual(issues('permission:\n  bash:\n    "rm *": deny\n    "*": allow'), [
    'tools.shadowed unrestricted «"*"»',
  ]);
  assert.deepEqual(issues('permission:\n  bash:\n    "git *": allow\n    "npm *": allow\n    "*": ask'), [
    'tools.shadowed changed «"*"»',
  ]);
  assert.deepEqual(issues('permission:\n  read: allow\n  "*": deny'), ['tools.none changed «"*"»']);
  assert.deepEqual(issues('permission:\n  "*": deny\n  read: allow'), []);
  assert.deepEqual(issues('tools:\n  bash: false\n  "*": true').slice(1), [
    'tools.shadowed unrestricted «"*"»',
  ]);
  assert.deepEqual(issues('tools:\n  bash: false\npermission:\n  "*": allow').slice(1), [
    'tools.shadowed unrestricted «"*"»',
  ]);
});

test('derives granted and denied tools from the rules', () => {
  const limits = (lines: string) => {
    const { tools, disallowedTools } = load(openCodeAgent, agent(lines), '.opencode/agents/x.md');
    return { tools, disallowedTools };
  };
  assert.deepEqual(limits('permission:\n  "*": deny\n  read: allow\n  "gh_*": ask'), {
    tools: ['read', 'gh_*'],
    disallowedTools: null,
  });
  assert.deepEqual(limits('tools:\n  write: false\n  bash: false\npermission:\n  bash: ask'), {
    tools: null,
    disallowedTools: ['edit', 'write'],
  });
  assert.deepEqual(limits('permission:\n  bash:\n    "*": deny\n    "git *": allow'), {
    tools: null,
    disallowedTools: null,
  });
  assert.deepEqual(limits('permission: deny').tools, []);
});

test('requires a model to have the form `provider/model`', () => {
  assert.deepEqual(issues('model: sonnet'), [
    'value.model fails «sonnet» {"suggestion":"anthropic/claude-sonnet-5"}',
  ]);
  assert.deepEqual(issues('model: inherit'), ['value.model fails «inherit»']);
  assert.deepEqual(issues('model: "a/b "'), ['value.model noted «"a/b "» {"suggestion":"a/b"}']);
  assert.deepEqual(issues('model: openrouter/anthropic/claude-3.5-sonnet'), []);
});

test('reports keys without effect and replaced keys', () => {
  assert.deepEqual(issues('prompt: x\nsteps: 5\nmaxSteps: 9'), [
    'key.ignored ignored «prompt»',
    'key.ignored ignored «maxSteps»',
  ]);
  assert.deepEqual(issues('maxSteps: 9'), ['key.deprecated noted «maxSteps» {"suggestion":"steps"}']);
});

test('reports an empty `name`', () => {
  assert.deepEqual(issues('name:'), ['value.null changed «name»']);
  assert.deepEqual(issues('name: ""'), ['name.missing changed «""»']);
});

test('reports YAML that loses the front matter', () => {
  const cases: Record<string, string> = {
    'tools:\n  *: false': 'frontMatter.lost unrestricted «*» {"suggestion":"\\"*\\""}',
    'globs: **/*.ts': 'frontMatter.lost ignored «**/*.ts» {"key":"globs"}',
    'note: @team': 'frontMatter.lost ignored «@team» {"key":"note"}',
    'note: [WIP] x': 'frontMatter.lost ignored «[WIP] x» {"key":"note"}',
    'note: "a \\d"': 'frontMatter.lost ignored «"a \\d"» {"key":"note"}',
    'description: again': 'frontMatter.lost ignored «description: again»',
    'mode:primary': 'frontMatter.lost ignored «mode:primary»',
    'permission:\n    edit: deny\n  bash: deny': 'frontMatter.lost unrestricted «bash: deny»',
  };
  for (const [lines, expected] of Object.entries(cases)) assert.deepEqual(issues(lines), [expected], lines);
});

test('reports delimiters in the wrong place or form', () => {
  assert.deepEqual(issuesOf('\n---\ndescription: x\n---\ny\n'), ['frontMatter.late ignored «---»']);
  assert.deepEqual(issuesOf('# c\n----\npermission: deny\n----\ny\n'), [
    'frontMatter.late unrestricted «----»',
  ]);
  assert.deepEqual(issuesOf('---\ndescription: x\n\nYou are.\n'), ['frontMatter.unclosed ignored «---»']);
  assert.deepEqual(issuesOf('---\ndescription: x\n\nYou: are.\n'), [
    'frontMatter.unclosed changed «---»',
    'key.unknown leaked «You»',
  ]);
  assert.deepEqual(issuesOf('---toml\ndescription = "x"\n---\ny\n'), ['frontMatter.lost ignored «---toml»']);
  assert.deepEqual(issuesOf('---\ndescription: x\n---- more\npermission: deny\n---\ny\n'), [
    'frontMatter.closedEarly unrestricted «---- more» {"lost":["permission"]}',
  ]);
});

test('does not mistake a Markdown rule for a late delimiter', () => {
  assert.deepEqual(issuesOf('# Title\n\nText.\n\n---\n\nNote: x\n\n---\n'), [
    'frontMatter.missing noted «# Title»',
  ]);
  assert.deepEqual(issuesOf('# Agents\n', '.opencode/agents/README.md'), [
    'frontMatter.missing changed «# Agents»',
  ]);
});

test('reports an allow-list that limits nothing', () => {
  const codes = (permission: string) =>
    load(
      openCodeAgent,
      `---\ndescription: d\npermission:\n${permission}\n---\nx\n`,
      '.opencode/agents/a.md',
    ).issues.map(({ code, effect }) => `${code} ${effect}`);
  assert.deepEqual(codes('  bash:\n    "git *": allow'), ['tools.ineffective ignored']);
  assert.deepEqual(codes('  bash:\n    "*": deny\n    "git *": allow'), []);
  assert.deepEqual(codes('  external_directory:\n    "~/x/*": allow'), []);
});

test('rejects JavaScript front matter and never runs it', () => {
  for (const delimiter of ['---js', '---javascript', '--- JS ']) {
    const text = `${delimiter}\n{ description: (globalThis.wasRun = true, "x") }\n---\nBody\n`;
    const result = load(openCodeAgent, text, '.opencode/agents/x.md');
    assert.deepEqual(
      result.issues.map(({ code, effect, range }) => [code, effect, text.slice(range.start, range.end)]),
      [['frontMatter.executable', 'crashes', delimiter.trimEnd()]],
    );
    assert.equal(result.description, null);
    assert.equal(text.slice(result.body!.start, result.body!.end), 'Body');
  }
  assert.equal('wasRun' in globalThis, false);
});

test('repairs an unquoted colon, and turns every such line into a string', () => {
  assert.deepEqual(issuesOf('---\ndescription: Use it: often\nmode: all\n---\nx\n'), [
    'yaml.repaired noted «Use it: often» {"key":"description"}',
  ]);
  assert.deepEqual(issuesOf('---\ndescription: Use it: often # or not\n---\nx\n'), [
    'yaml.repaired noted «Use it: often # or not» {"key":"description"}',
    'yaml.commentKept changed « # or not»',
  ]);
  assert.deepEqual(issuesOf('---\ndescription: Use it: often\nmodel: a/b:high # fast\n---\nx\n'), [
    'yaml.repaired noted «Use it: often» {"key":"description"}',
    'yaml.commentKept changed « # fast»',
  ]);
  assert.deepEqual(issuesOf('---\ndescription: Use it: often\ntools: {bash: false}\n---\nx\n'), [
    'yaml.repaired noted «Use it: often» {"key":"description"}',
    'yaml.repaired changed «{bash: false}» {"key":"tools"}',
    'value.type crashes «{bash: false}» {"expected":["mapping"]}',
  ]);
});

test('skips a file whose YAML the repair does not fix', () => {
  const result = load(openCodeAgent, '---\ndescription: a: b\n  - c\nx\n---\ny\n', '.opencode/agents/x.md');
  assert.equal(result.loads, false);
  assert.deepEqual(
    result.issues.map(({ code, effect }) => `${code} ${effect}`),
    ['yaml.invalid rejected'],
  );
  // The repair changes the line breaks, so that gray-matter's cache has no entry for the text.
  assert.equal(
    load(openCodeAgent, '---\r\nmode: all\r\nnote: @x\r\n---\r\ny\r\n', '.opencode/agents/x.md').loads,
    false,
  );
});

test('reports a description that contains a literal \\n', () => {
  assert.deepEqual(issuesOf('---\ndescription: Use it.\\n\\nOften.\n---\nx\n'), [
    'yaml.literalNewline noted «\\n\\n» {"converted":false}',
  ]);
  assert.deepEqual(issuesOf('---\ndescription: In C:\\new\n---\nx\n'), []);
});

test('reports front matter that is not a mapping', () => {
  assert.deepEqual(issuesOf('---\njust words\n---\nx\n'), ['yaml.invalid leaked «just words»']);
});

test('reports a mapping that is empty because of tabs', () => {
  const [issue] = load(openCodeAgent, agent('tools:\n\tread: true'), '.opencode/agents/x.md').issues;
  assert.equal(issue?.code, 'value.null');
  assert.match(messageOf(issue!), /^`tools` has no value\. .* YAML allows no tabs\.$/);
});

test('locates keys in JSON front matter', () => {
  assert.deepEqual(issuesOf('---json\n{"description": "x", "mode": "Primary"}\n---\ny\n'), [
    'value.choice crashes «mode» {"choices":["subagent","primary","all"],"suggestion":"primary"}',
  ]);
});

test('loads a mode as a primary agent, ignores subfolders and skips an invalid mode', () => {
  const mode = (text: string) => load(openCodeMode, text, '.opencode/modes/m.md');
  assert.equal(mode('---\ndescription: d\nmode: subagent\n---\nx').fields.mode, 'primary');
  assert.equal(mode('---\ncolor: green\n---\nx').issues[0]?.effect, 'rejected');
  assert.equal(load(openCodeMode, 'x', '.opencode/modes/a/m.md').loads, false);
});

test('reports keys that a command ignores', () => {
  const text = '---\ndescription: d\nallowed-tools: Bash\nargument-hint: "[x]"\nsubtask: yes\n---\nDo $1\n';
  assert.deepEqual(issueLines(openCodeCommand, text, '.opencode/commands/c.md'), [
    'value.boolean crashes «yes» {"suggestion":"true"}',
  ]);
  assert.deepEqual(issueLines(openCodeCommand, text.replace('yes', 'true'), '.opencode/commands/c.md'), [
    'key.ignored unrestricted «allowed-tools»',
    'key.unknown noted «argument-hint»',
  ]);
});

test('reports a misspelled key of a command, and tolerates a custom key', () => {
  const issuesOfCommand = (line: string) =>
    issueLines(openCodeCommand, `---\ndescription: d\n${line}\n---\nDo\n`, '.opencode/commands/c.md');
  assert.deepEqual(issuesOfCommand('modle: a/b'), ['key.unknown ignored «modle» {"suggestion":"model"}']);
  assert.deepEqual(issuesOfCommand('mode: primary'), ['key.unknown noted «mode»']);
});

test('reads only files in its own folders', () => {
  for (const path of ['.claude/agents/x.md', 'agents/x.md', '.opencode/x.md', '.opencode/agents/x.MD'])
    assert.deepEqual(
      [load(openCodeAgent, agent(''), path).loads, load(openCodeAgent, agent(''), path).ignored],
      [false, true],
    );
  assert.equal(load(openCodeAgent, agent(''), '/home/me/.config/opencode/agent/a/b.md').name, 'a/b');
});

test('reports what OpenCode does not fill in in an agent’s prompt', () => {
  const found = (body: string) =>
    issueLines(openCodeAgent, `---\ndescription: Works.\n---\n${body}\n`, '.opencode/agents/x.md');
  assert.deepEqual(found('Do $ARGUMENTS by {file:./how.md} in {env:HOME}: !`git status`'), [
    'body.placeholder noted «$ARGUMENTS»',
    'body.placeholder noted «{file:./how.md}»',
    'body.placeholder noted «{env:HOME}»',
    'body.shell noted «!`git status`»',
  ]);
  assert.deepEqual(found('Wow!`a` Write `$ARGUMENTS`, `{env:X}` and\n\n```\n!`ls` {file:a}\n```\n'), []);
});
