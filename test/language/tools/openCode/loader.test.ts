import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  openCodeAgent,
  openCodeCommand,
  openCodeMode,
} from '../../../../server/src/language/tools/openCode/loader/openCode.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

/** Front matter of an agent that would load without a note, and its prompt; `lines` come on top. */
const agent = (lines: string) => `---\ndescription: Reviews code.\n${lines}\n---\nYou review.\n`;
const issues = (lines: string) => issueLines(openCodeAgent, agent(lines), '.opencode/agents/x.md');
const issuesOf = (text: string, path = '.opencode/agents/x.md') => issueLines(openCodeAgent, text, path);

test('a sound agent has no notes', () => {
  assert.deepEqual(
    issues('mode: subagent\nmodel: anthropic/claude-sonnet-5\ncolor: "#ff6b6b"\npermission:\n  edit: deny'),
    [],
  );
});

test('one value that the schema refuses takes every agent down', () => {
  const cases: Record<string, string> = {
    'steps: 0': 'value.number crashes «0»',
    'steps: "5"': 'value.type crashes «"5"» {"expected":"a whole number above 0"}',
    'model: [a/b]': 'value.type crashes «[a/b]» {"expected":"text"}',
    'model:': 'value.null crashes «model»',
    'hidden: yes': 'value.boolean crashes «yes» {"expected":"`true` or `false`","suggestion":"true"}',
    'disable: off': 'value.boolean crashes «off» {"expected":"`true` or `false`","suggestion":"false"}',
    'mode: Primary':
      'value.choice crashes «Primary» {"choices":["subagent","primary","all"],"suggestion":"primary"}',
    'permission: Deny': 'value.choice crashes «Deny» {"choices":["allow","ask","deny"],"suggestion":"deny"}',
    'permission:\n  edit: false':
      'value.choice crashes «false» {"choices":["allow","ask","deny"],"suggestion":"deny"}',
    'permission:\n  webfetch:\n    "x*": allow':
      'value.type crashes «"x*": allow» {"expected":"`allow`, `ask` or `deny`"}',
    'permission:\n  bash:\n    "git *":': 'value.null crashes «"git *"»',
    'tools:\n  bash: no': 'value.boolean crashes «no» {"expected":"`true` or `false`","suggestion":"false"}',
    'options: fast': 'value.type crashes «fast» {"expected":"a map"}',
    'name: 42': 'name.invalid crashes «42»',
    'name: [a]': 'name.invalid crashes «[a]»',
  };
  for (const [lines, expected] of Object.entries(cases)) assert.deepEqual(issues(lines), [expected], lines);
});

test('a message says what is wrong with a value that looks right', () => {
  const message = (lines: string) =>
    load(openCodeAgent, agent(lines), '.opencode/agents/x.md').issues[0]?.problem;
  assert.match(message('hidden: "true"')!, /and this is the text `"true"`: the quotes make it one\./);
  assert.match(message('steps: "5"')!, /and this is the text `"5"`: the quotes make it one\./);
  assert.match(message('tools:\n  {{tools}}:')!, /^`tools\.\{…\}` has no value/);
});

test('every refused value of a file is noted', () => {
  const found = issuesOf('---\ndescription: 42\nmode: x\ncolor: green\ntools: Read\nsteps: 0\n---\nx\n');
  assert.deepEqual(
    found.map(line => line.split(' ')[0]),
    ['description.invalid', 'value.choice', 'value.color', 'value.type', 'value.number'],
  );
});

test('a tool list in another product’s form is said with permissions', () => {
  const [issue] = load(
    openCodeAgent,
    agent('tools: Read, Edit, Bash(git *)'),
    '.opencode/agents/x.md',
  ).issues;
  assert.match(issue!.problem, /"\*": deny`, then `read: allow`, `edit: allow`, `bash: allow`\.$/);
});

test('colours are `"#RRGGBB"` or words of the theme', () => {
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

test('unknown keys go to the model provider, and the message says so', () => {
  assert.deepEqual(issues('category: review\ntopP: 0.5'), [
    'key.unknown leaked «category»',
    'key.unknown leaked «topP» {"suggestion":"top_p"}',
  ]);
  const [issue] = load(openCodeAgent, agent('category: review'), '.opencode/agents/x.md').issues;
  assert.match(issue!.problem, /sends it to the model provider/);
});

test('options that providers take are meant to go there', () => {
  assert.deepEqual(issues('reasoningEffort: high\ntextVerbosity: low'), []);
});

test('a limit under another product’s key does not hold', () => {
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

test('a map of tools that forbids nothing restricts nothing', () => {
  assert.deepEqual(issues('tools:\n  read: true\n  bash: true').slice(0, 1), [
    'tools.ineffective ignored «tools»',
  ]);
  assert.deepEqual(issues('tools:\n  Read: true\n  Bash: false'), [
    'tools.ineffective unrestricted «tools»',
    'key.deprecated noted «tools»',
    'tools.unknown ignored «Read» {"suggestion":"read"}',
    'tools.unknown unrestricted «Bash» {"suggestion":"bash"}',
  ]);
  assert.deepEqual(issues('tools:\n  write: false'), ['key.deprecated noted «tools»']);
});

test('a permission that is called otherwise does not hold', () => {
  assert.deepEqual(
    issues('permission:\n  Bash: deny\n  write: deny\n  WebFetch: allow\n  my_mcp_tool: deny'),
    [
      'tools.unknown unrestricted «Bash» {"suggestion":"bash"}',
      'tools.unknown unrestricted «write» {"suggestion":"edit"}',
      'tools.unknown ignored «WebFetch» {"suggestion":"webfetch"}',
    ],
  );
});

test('the last rule that matches wins', () => {
  assert.deepEqual(issues('permission:\n  bash:\n    "rm *": deny\n    "*": allow'), [
    'tools.shadowed unrestricted «"*"»',
  ]);
  assert.deepEqual(issues('permission:\n  bash:\n    "git *": allow\n    "npm *": allow\n    "*": ask'), [
    'tools.shadowed changed «"*"»',
  ]);
  assert.deepEqual(issues('permission:\n  read: allow\n  "*": deny'), ['tools.none changed «"*"»']);
  assert.deepEqual(issues('permission:\n  "*": deny\n  read: allow'), []);
});

test('tools granted and denied follow from the rules', () => {
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
    disallowedTools: ['edit'],
  });
  assert.deepEqual(limits('permission:\n  bash:\n    "*": deny\n    "git *": allow'), {
    tools: null,
    disallowedTools: null,
  });
  assert.deepEqual(limits('permission: deny').tools, []);
});

test('a model is named by provider and id', () => {
  assert.deepEqual(issues('model: sonnet'), [
    'value.model fails «sonnet» {"suggestion":"anthropic/claude-sonnet-5"}',
  ]);
  assert.deepEqual(issues('model: inherit'), ['value.model fails «inherit»']);
  assert.deepEqual(issues('model: "a/b "'), ['value.model noted «"a/b "» {"suggestion":"a/b"}']);
  assert.deepEqual(issues('model: openrouter/anthropic/claude-3.5-sonnet'), []);
});

test('keys without effect and keys replaced', () => {
  assert.deepEqual(issues('prompt: x\nsteps: 5\nmaxSteps: 9'), [
    'key.ignored ignored «prompt»',
    'key.ignored ignored «maxSteps»',
  ]);
  assert.deepEqual(issues('maxSteps: 9'), ['key.deprecated noted «maxSteps» {"suggestion":"steps"}']);
});

test('OpenCode: an empty `name` does not count', () => {
  assert.deepEqual(issues('name:'), ['value.null changed «name»']);
  assert.deepEqual(issues('name: ""'), ['name.missing changed «""»']);
});

test('YAML that cannot be read loses the front matter', () => {
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

test('a fence in the wrong place or form loses the front matter', () => {
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

test('Markdown with rules and no front matter is no late fence', () => {
  assert.deepEqual(issuesOf('# Title\n\nText.\n\n---\n\nNote: x\n\n---\n'), [
    'frontMatter.missing noted «# Title»',
  ]);
  assert.deepEqual(issuesOf('# Agents\n', '.opencode/agents/README.md'), [
    'frontMatter.missing changed «# Agents»',
  ]);
});

test('JavaScript front matter is refused and never run', () => {
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

test('an unquoted colon is mended, and every such line becomes text', () => {
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
    'value.type crashes «{bash: false}» {"expected":"a map of tool names to `true` or `false`"}',
  ]);
});

test('YAML that mending does not help leaves the file out', () => {
  const result = load(openCodeAgent, '---\ndescription: a: b\n  - c\nx\n---\ny\n', '.opencode/agents/x.md');
  assert.equal(result.loads, false);
  assert.deepEqual(
    result.issues.map(({ code, effect }) => `${code} ${effect}`),
    ['yaml.invalid rejected'],
  );
  // Mending changes the line ends, so that the cached first try is not found again.
  assert.equal(
    load(openCodeAgent, '---\r\nmode: all\r\nnote: @x\r\n---\r\ny\r\n', '.opencode/agents/x.md').loads,
    false,
  );
});

test('descriptions that are cut or hold a literal \\n', () => {
  assert.deepEqual(issuesOf('---\ndescription: Use C# and # more\n---\nx\n'), [
    'yaml.commentCut changed «# more» {"key":"description"}',
  ]);
  assert.deepEqual(issuesOf('---\ndescription: Use it.\\n\\nOften.\n---\nx\n'), [
    'yaml.literalNewline noted «\\n\\n» {"converted":false}',
  ]);
  assert.deepEqual(issuesOf('---\ndescription: In C:\\new\n---\nx\n'), []);
});

test('front matter that is no map', () => {
  assert.deepEqual(issuesOf('---\njust words\n---\nx\n'), ['yaml.invalid leaked «just words»']);
});

test('a tab for indentation leaves a map without value', () => {
  const [issue] = load(openCodeAgent, agent('tools:\n\tread: true'), '.opencode/agents/x.md').issues;
  assert.equal(issue?.code, 'value.null');
  assert.match(issue!.problem, /tabs/);
});

test('JSON front matter is read, and notes find its keys', () => {
  assert.deepEqual(issuesOf('---json\n{"description": "x", "mode": "Primary"}\n---\ny\n'), [
    'value.choice crashes «mode» {"choices":["subagent","primary","all"],"suggestion":"primary"}',
  ]);
});

test('a mode is primary, flat, and left out silently when bad', () => {
  const mode = (text: string) => load(openCodeMode, text, '.opencode/modes/m.md');
  assert.equal(mode('---\ndescription: d\nmode: subagent\n---\nx').fields.mode, 'primary');
  assert.equal(mode('---\ncolor: green\n---\nx').issues[0]?.effect, 'rejected');
  assert.equal(load(openCodeMode, 'x', '.opencode/modes/a/m.md').loads, false);
});

test('a command drops what it does not know', () => {
  const text = '---\ndescription: d\nallowed-tools: Bash\nargument-hint: "[x]"\nsubtask: yes\n---\nDo $1\n';
  assert.deepEqual(issueLines(openCodeCommand, text, '.opencode/commands/c.md'), [
    'value.boolean crashes «yes» {"expected":"`true` or `false`","suggestion":"true"}',
  ]);
  assert.deepEqual(issueLines(openCodeCommand, text.replace('yes', 'true'), '.opencode/commands/c.md'), [
    'key.ignored unrestricted «allowed-tools»',
    'key.unknown noted «argument-hint»',
  ]);
});

test('a command’s key with two letters swapped is told, and a word of its own is left alone', () => {
  const issuesOfCommand = (line: string) =>
    issueLines(openCodeCommand, `---\ndescription: d\n${line}\n---\nDo\n`, '.opencode/commands/c.md');
  assert.deepEqual(issuesOfCommand('modle: a/b'), ['key.unknown ignored «modle» {"suggestion":"model"}']);
  assert.deepEqual(issuesOfCommand('mode: primary'), ['key.unknown noted «mode»']);
});

test('only its own folders are read', () => {
  for (const path of ['.claude/agents/x.md', 'agents/x.md', '.opencode/x.md', '.opencode/agents/x.MD'])
    assert.deepEqual(
      [load(openCodeAgent, agent(''), path).loads, load(openCodeAgent, agent(''), path).ignored],
      [false, true],
    );
  assert.equal(load(openCodeAgent, agent(''), '/home/me/.config/opencode/agent/a/b.md').name, 'a/b');
});
