import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  openCodeAgent,
  openCodeCommand,
  openCodeMode,
} from '../../../../server/src/language/tools/openCode/loader/openCode.ts';
import { load } from '../../../support/conformance.ts';
import { noteLines } from '../../../support/noteLines.ts';

/** Front matter of an agent that would load without a note, and its prompt; `lines` come on top. */
const agent = (lines: string) => `---\ndescription: Reviews code.\n${lines}\n---\nYou review.\n`;
const notes = (lines: string) => noteLines(openCodeAgent, agent(lines), '.opencode/agents/x.md');
const notesOf = (text: string, path = '.opencode/agents/x.md') => noteLines(openCodeAgent, text, path);

test('a sound agent has no notes', () => {
  assert.deepEqual(
    notes('mode: subagent\nmodel: anthropic/claude-sonnet-5\ncolor: "#ff6b6b"\npermission:\n  edit: deny'),
    [],
  );
});

test('one value that the schema refuses takes every agent down', () => {
  const cases: Record<string, string> = {
    'steps: 0': 'value.number app «0»',
    'steps: "5"': 'value.type app «"5"» {"expected":"a whole number above 0"}',
    'model: [a/b]': 'value.type app «[a/b]» {"expected":"text"}',
    'model:': 'value.null app «model»',
    'hidden: yes': 'value.boolean app «yes» {"expected":"`true` or `false`","suggestion":"true"}',
    'disable: off': 'value.boolean app «off» {"expected":"`true` or `false`","suggestion":"false"}',
    'mode: Primary':
      'value.choice app «Primary» {"choices":["subagent","primary","all"],"suggestion":"primary"}',
    'permission: Deny': 'value.choice app «Deny» {"choices":["allow","ask","deny"],"suggestion":"deny"}',
    'permission:\n  edit: false':
      'value.choice app «false» {"choices":["allow","ask","deny"],"suggestion":"deny"}',
    'permission:\n  webfetch:\n    "x*": allow':
      'value.type app «"x*": allow» {"expected":"`allow`, `ask` or `deny`"}',
    'permission:\n  bash:\n    "git *":': 'value.null app «"git *"»',
    'tools:\n  bash: no': 'value.boolean app «no» {"expected":"`true` or `false`","suggestion":"false"}',
    'options: fast': 'value.type app «fast» {"expected":"a map"}',
    'name: 42': 'name.invalid app «42»',
    'name: [a]': 'name.invalid app «[a]»',
  };
  for (const [lines, expected] of Object.entries(cases)) assert.deepEqual(notes(lines), [expected], lines);
});

test('a message says what is wrong with a value that looks right', () => {
  const message = (lines: string) =>
    load(openCodeAgent, agent(lines), '.opencode/agents/x.md').notes[0]?.message;
  assert.match(message('hidden: "true"')!, /and this is the text `"true"`: the quotes make it one\./);
  assert.match(message('steps: "5"')!, /and this is the text `"5"`: the quotes make it one\./);
  assert.match(message('tools:\n  {{tools}}:')!, /^`tools\.\{…\}` has no value/);
});

test('every refused value of a file is noted', () => {
  const found = notesOf('---\ndescription: 42\nmode: x\ncolor: green\ntools: Read\nsteps: 0\n---\nx\n');
  assert.deepEqual(
    found.map(line => line.split(' ')[0]),
    ['description.invalid', 'value.choice', 'value.color', 'value.type', 'value.number'],
  );
});

test('a tool list in another product’s form is said with permissions', () => {
  const [note] = load(openCodeAgent, agent('tools: Read, Edit, Bash(git *)'), '.opencode/agents/x.md').notes;
  assert.match(note!.message, /"\*": deny`, then `read: allow`, `edit: allow`, `bash: allow`\.$/);
});

test('colours are `"#RRGGBB"` or words of the theme', () => {
  const cases: Record<string, string> = {
    'color: #ff6b6b': 'value.color app «#ff6b6b» {"suggestion":"\\"#ff6b6b\\""}',
    'color: green': 'value.color app «green» {"suggestion":"\\"#22c55e\\""}',
    'color: "#abc"': 'value.color app «"#abc"» {"suggestion":"#aabbcc"}',
    'color: "#ff6b6b80"': 'value.color app «"#ff6b6b80"» {"suggestion":"#ff6b6b"}',
    'color: Accent': 'value.color app «Accent» {"suggestion":"accent"}',
    'color: chartreusy': 'value.color app «chartreusy»',
    'color:': 'value.null app «color»',
  };
  for (const [lines, expected] of Object.entries(cases)) assert.deepEqual(notes(lines), [expected], lines);
});

test('unknown keys go to the model provider, and the message says so', () => {
  assert.deepEqual(notes('category: review\ntopP: 0.5'), [
    'key.unknown leaked «category»',
    'key.unknown leaked «topP» {"suggestion":"top_p"}',
  ]);
  const [note] = load(openCodeAgent, agent('category: review'), '.opencode/agents/x.md').notes;
  assert.match(note!.message, /sends it to the model provider/);
});

test('options that providers take are meant to go there', () => {
  assert.deepEqual(notes('reasoningEffort: high\ntextVerbosity: low'), []);
});

test('a limit under another product’s key does not hold', () => {
  assert.deepEqual(notes('maxTurns: 5\nallowed-tools: Read\npermissionMode: plan\ndisabled: true'), [
    'key.limit widened «maxTurns» {"suggestion":"steps"}',
    'key.limit widened «allowed-tools» {"suggestion":"permission"}',
    'key.limit widened «permissionMode» {"suggestion":"permission"}',
    'key.limit widened «disabled» {"suggestion":"disable"}',
  ]);
  assert.deepEqual(notes('readonly: false\npermissionMode: acceptEdits'), [
    'key.unknown leaked «readonly»',
    'key.unknown leaked «permissionMode»',
  ]);
});

test('a map of tools that forbids nothing restricts nothing', () => {
  assert.deepEqual(notes('tools:\n  read: true\n  bash: true').slice(0, 1), [
    'tools.ineffective lost «tools»',
  ]);
  assert.deepEqual(notes('tools:\n  Read: true\n  Bash: false'), [
    'tools.ineffective widened «tools»',
    'key.deprecated noted «tools»',
    'tools.unknown lost «Read» {"suggestion":"read"}',
    'tools.unknown widened «Bash» {"suggestion":"bash"}',
  ]);
  assert.deepEqual(notes('tools:\n  write: false'), ['key.deprecated noted «tools»']);
});

test('a permission that is called otherwise does not hold', () => {
  assert.deepEqual(
    notes('permission:\n  Bash: deny\n  write: deny\n  WebFetch: allow\n  my_mcp_tool: deny'),
    [
      'tools.unknown widened «Bash» {"suggestion":"bash"}',
      'tools.unknown widened «write» {"suggestion":"edit"}',
      'tools.unknown lost «WebFetch» {"suggestion":"webfetch"}',
    ],
  );
});

test('the last rule that matches wins', () => {
  assert.deepEqual(notes('permission:\n  bash:\n    "rm *": deny\n    "*": allow'), [
    'tools.shadowed widened «"*"»',
  ]);
  assert.deepEqual(notes('permission:\n  bash:\n    "git *": allow\n    "npm *": allow\n    "*": ask'), [
    'tools.shadowed altered «"*"»',
  ]);
  assert.deepEqual(notes('permission:\n  read: allow\n  "*": deny'), ['tools.none altered «"*"»']);
  assert.deepEqual(notes('permission:\n  "*": deny\n  read: allow'), []);
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
  assert.deepEqual(notes('model: sonnet'), [
    'value.model fails «sonnet» {"suggestion":"anthropic/claude-sonnet-5"}',
  ]);
  assert.deepEqual(notes('model: inherit'), ['value.model fails «inherit»']);
  assert.deepEqual(notes('model: "a/b "'), ['value.model noted «"a/b "» {"suggestion":"a/b"}']);
  assert.deepEqual(notes('model: openrouter/anthropic/claude-3.5-sonnet'), []);
});

test('keys without effect and keys replaced', () => {
  assert.deepEqual(notes('prompt: x\nsteps: 5\nmaxSteps: 9'), [
    'key.ignored lost «prompt»',
    'key.ignored lost «maxSteps»',
  ]);
  assert.deepEqual(notes('maxSteps: 9'), ['key.deprecated noted «maxSteps» {"suggestion":"steps"}']);
});

test('OpenCode: an empty `name` does not count', () => {
  assert.deepEqual(notes('name:'), ['value.null altered «name»']);
  assert.deepEqual(notes('name: ""'), ['name.missing altered «""»']);
});

test('YAML that cannot be read loses the front matter', () => {
  const cases: Record<string, string> = {
    'tools:\n  *: false': 'frontMatter.lost widened «*» {"suggestion":"\\"*\\""}',
    'globs: **/*.ts': 'frontMatter.lost lost «**/*.ts» {"key":"globs"}',
    'note: @team': 'frontMatter.lost lost «@team» {"key":"note"}',
    'note: [WIP] x': 'frontMatter.lost lost «[WIP] x» {"key":"note"}',
    'note: "a \\d"': 'frontMatter.lost lost «"a \\d"» {"key":"note"}',
    'description: again': 'frontMatter.lost lost «description: again»',
    'mode:primary': 'frontMatter.lost lost «mode:primary»',
    'permission:\n    edit: deny\n  bash: deny': 'frontMatter.lost widened «bash: deny»',
  };
  for (const [lines, expected] of Object.entries(cases)) assert.deepEqual(notes(lines), [expected], lines);
});

test('a fence in the wrong place or form loses the front matter', () => {
  assert.deepEqual(notesOf('\n---\ndescription: x\n---\ny\n'), ['frontMatter.late lost «---»']);
  assert.deepEqual(notesOf('# c\n----\npermission: deny\n----\ny\n'), ['frontMatter.late widened «----»']);
  assert.deepEqual(notesOf('---\ndescription: x\n\nYou are.\n'), ['frontMatter.unclosed lost «---»']);
  assert.deepEqual(notesOf('---\ndescription: x\n\nYou: are.\n'), [
    'frontMatter.unclosed altered «---»',
    'key.unknown leaked «You»',
  ]);
  assert.deepEqual(notesOf('---toml\ndescription = "x"\n---\ny\n'), ['frontMatter.lost lost «---toml»']);
  assert.deepEqual(notesOf('---\ndescription: x\n---- more\npermission: deny\n---\ny\n'), [
    'frontMatter.closedEarly widened «---- more» {"lost":["permission"]}',
  ]);
});

test('Markdown with rules and no front matter is no late fence', () => {
  assert.deepEqual(notesOf('# Title\n\nText.\n\n---\n\nNote: x\n\n---\n'), [
    'frontMatter.missing noted «# Title»',
  ]);
  assert.deepEqual(notesOf('# Agents\n', '.opencode/agents/README.md'), [
    'frontMatter.missing altered «# Agents»',
  ]);
});

test('JavaScript front matter is refused and never run', () => {
  for (const fence of ['---js', '---javascript', '--- JS ']) {
    const text = `${fence}\n{ description: (globalThis.wasRun = true, "x") }\n---\nBody\n`;
    const result = load(openCodeAgent, text, '.opencode/agents/x.md');
    assert.deepEqual(
      result.notes.map(({ code, effect, range }) => [code, effect, text.slice(range.start, range.end)]),
      [['frontMatter.executable', 'app', fence.trimEnd()]],
    );
    assert.equal(result.description, null);
    assert.equal(text.slice(result.body!.start, result.body!.end), 'Body');
  }
  assert.equal('wasRun' in globalThis, false);
});

test('an unquoted colon is mended, and every such line becomes text', () => {
  assert.deepEqual(notesOf('---\ndescription: Use it: often\nmode: all\n---\nx\n'), [
    'yaml.repaired noted «Use it: often» {"key":"description"}',
  ]);
  assert.deepEqual(notesOf('---\ndescription: Use it: often # or not\n---\nx\n'), [
    'yaml.repaired noted «Use it: often # or not» {"key":"description"}',
    'yaml.commentKept altered « # or not»',
  ]);
  assert.deepEqual(notesOf('---\ndescription: Use it: often\nmodel: a/b:high # fast\n---\nx\n'), [
    'yaml.repaired noted «Use it: often» {"key":"description"}',
    'yaml.commentKept altered « # fast»',
  ]);
  assert.deepEqual(notesOf('---\ndescription: Use it: often\ntools: {bash: false}\n---\nx\n'), [
    'yaml.repaired noted «Use it: often» {"key":"description"}',
    'yaml.repaired altered «{bash: false}» {"key":"tools"}',
    'value.type app «{bash: false}» {"expected":"a map of tool names to `true` or `false`"}',
  ]);
});

test('YAML that mending does not help leaves the file out', () => {
  const result = load(openCodeAgent, '---\ndescription: a: b\n  - c\nx\n---\ny\n', '.opencode/agents/x.md');
  assert.equal(result.loads, false);
  assert.deepEqual(
    result.notes.map(({ code, effect }) => `${code} ${effect}`),
    ['yaml.invalid refused'],
  );
  // Mending changes the line ends, so that the cached first try is not found again.
  assert.equal(
    load(openCodeAgent, '---\r\nmode: all\r\nnote: @x\r\n---\r\ny\r\n', '.opencode/agents/x.md').loads,
    false,
  );
});

test('descriptions that are cut or hold a literal \\n', () => {
  assert.deepEqual(notesOf('---\ndescription: Use C# and # more\n---\nx\n'), [
    'yaml.commentCut altered «# more» {"key":"description"}',
  ]);
  assert.deepEqual(notesOf('---\ndescription: Use it.\\n\\nOften.\n---\nx\n'), [
    'yaml.literalNewline noted «\\n\\n» {"converted":false}',
  ]);
  assert.deepEqual(notesOf('---\ndescription: In C:\\new\n---\nx\n'), []);
});

test('front matter that is no map', () => {
  assert.deepEqual(notesOf('---\njust words\n---\nx\n'), ['yaml.invalid leaked «just words»']);
});

test('a tab for indentation leaves a map without value', () => {
  const [note] = load(openCodeAgent, agent('tools:\n\tread: true'), '.opencode/agents/x.md').notes;
  assert.equal(note?.code, 'value.null');
  assert.match(note!.message, /tabs/);
});

test('JSON front matter is read, and notes find its keys', () => {
  assert.deepEqual(notesOf('---json\n{"description": "x", "mode": "Primary"}\n---\ny\n'), [
    'value.choice app «mode» {"choices":["subagent","primary","all"],"suggestion":"primary"}',
  ]);
});

test('a mode is primary, flat, and left out silently when bad', () => {
  const mode = (text: string) => load(openCodeMode, text, '.opencode/modes/m.md');
  assert.equal(mode('---\ndescription: d\nmode: subagent\n---\nx').fields.mode, 'primary');
  assert.equal(mode('---\ncolor: green\n---\nx').notes[0]?.effect, 'refused');
  assert.equal(load(openCodeMode, 'x', '.opencode/modes/a/m.md').loads, false);
});

test('a command drops what it does not know', () => {
  const text = '---\ndescription: d\nallowed-tools: Bash\nargument-hint: "[x]"\nsubtask: yes\n---\nDo $1\n';
  assert.deepEqual(noteLines(openCodeCommand, text, '.opencode/commands/c.md'), [
    'value.boolean app «yes» {"expected":"`true` or `false`","suggestion":"true"}',
  ]);
  assert.deepEqual(noteLines(openCodeCommand, text.replace('yes', 'true'), '.opencode/commands/c.md'), [
    'key.ignored widened «allowed-tools»',
    'key.unknown noted «argument-hint»',
  ]);
});

test('a command’s key with two letters swapped is told, and a word of its own is left alone', () => {
  const notesOfCommand = (line: string) =>
    noteLines(openCodeCommand, `---\ndescription: d\n${line}\n---\nDo\n`, '.opencode/commands/c.md');
  assert.deepEqual(notesOfCommand('modle: a/b'), ['key.unknown lost «modle» {"suggestion":"model"}']);
  assert.deepEqual(notesOfCommand('mode: primary'), ['key.unknown noted «mode»']);
});

test('only its own folders are read', () => {
  for (const path of ['.claude/agents/x.md', 'agents/x.md', '.opencode/x.md', '.opencode/agents/x.MD'])
    assert.deepEqual(
      [load(openCodeAgent, agent(''), path).loads, load(openCodeAgent, agent(''), path).ignored],
      [false, true],
    );
  assert.equal(load(openCodeAgent, agent(''), '/home/me/.config/opencode/agent/a/b.md').name, 'a/b');
});
