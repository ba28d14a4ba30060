import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import type { Loader, LoadResult } from '../../../../server/src/language/loading/loader.ts';
import {
  claudeCodePluginAgent,
  claudeCodeProjectAgent,
} from '../../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { load } from '../../../support/conformance.ts';

/** Front matter of a sound agent with these lines added. */
const agent = (lines: string) => `---\nname: a\ndescription: d\n${lines}\n---\nYou are a.\n`;
/** Front matter of these lines alone. */
const only = (lines: string) => `---\n${lines}\n---\nYou are a.\n`;

/** Each note as `code effect «the text it is about»`. */
function shown(text: string, { notes }: LoadResult): string[] {
  return notes.map(({ code, effect, range }) => `${code} ${effect} «${text.slice(range.start, range.end)}»`);
}

/** Text in, notes out: all of them, in the order of the text. */
function notes(
  title: string,
  table: readonly (readonly [text: string, ...notes: string[]])[],
  loader?: Loader,
) {
  const path = loader === claudeCodePluginAgent ? 'plug/agents/x.md' : '.claude/agents/x.md';
  test(title, () => {
    for (const [text, ...expected] of table) {
      const result = load(loader ?? claudeCodeProjectAgent, text, path);
      assert.deepEqual(shown(text, result), expected, text);
      const isRefused = result.notes.some(({ effect }) => effect === 'refused');
      assert.equal(result.loads, !isRefused && !result.ignored, text);
    }
  });
}

notes('a sound file has none', [
  [agent('tools: Read, Edit, mcp__github__search\nmodel: sonnet # fast\ncolor: blue')],
  [agent('tools: "*"\npermissionMode: plan\nmaxTurns: 5\nbackground: true\neffort: High')],
  [
    agent(
      'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: x',
    ),
  ],
  [only('name: a\ndescription: &text d\ninitialPrompt: *text')],
  [only('name: a\ndescription: d\n  ---')],
]);

notes('the front matter is missing, late or open', [
  ['name: a\ndescription: d\n---\n', 'frontMatter.missing refused «name: a»'],
  ['\n---\nname: a\ndescription: d\n---\n', 'frontMatter.late refused «---»'],
  ['  ---\n  name: a\n  description: d\n  ---\n', 'frontMatter.late refused «---»'],
  ['```md\n---\nname: a\ndescription: d\n---\n```\n', 'frontMatter.late refused «---»'],
  ['# A\n\n---\nname: a\ndescription: d\n---\n', 'frontMatter.late refused «---»'],
  ['--- yaml\nname: a\ndescription: d\n---\n', 'frontMatter.late refused «--- yaml»'],
  ['----\nname: a\ndescription: d\n----\n', 'frontMatter.late refused «----»'],
  ['+++\nname = "a"\n+++\n', 'frontMatter.late refused «+++»'],
  ['---\nname: a\ndescription: d\n\nYou are a.\n', 'frontMatter.unclosed refused «---»'],
  [
    '---\nname: a\ndescription: d\n\n# You\n\nYou are.\n\n---\n\nMore.\n',
    'frontMatter.unclosed refused «---»',
  ],
]);

test('files that are plainly no agents are left alone', () => {
  for (const [text, path] of [
    ['', 'x.md'],
    ['# Agents\n\nAll of them.\n', 'README.md'],
    [only('title: Guide'), 'guide.md'],
    [only('title: Guide\ndescription: How to'), 'guide.md'],
    [only('description: All agents'), 'README.md'],
    ['# Format\n\nText.\n\n## Example\n\n```yaml\n---\nname: a\ndescription: d\n---\n```\n', 'format.md'],
    [agent('tools: Read'), 'x.txt'],
  ] as const) {
    const result = load(claudeCodeProjectAgent, text, `.claude/agents/${path}`);
    assert.deepEqual([result.loads, result.ignored, result.notes], [false, true, []], text);
  }
});

notes('three dashes end the front matter wherever they stand', [
  [
    only('name: a\ndescription: see x.org/a---b\nmodel: sonnet\ntools: Read'),
    'frontMatter.closedEarly widened «---»',
  ],
  [only('name: a\ndescription: |\n  | a |\n  |---|\nmodel: opus'), 'frontMatter.closedEarly lost «---»'],
  [only('name: a\ndescription: "use --- it"'), 'frontMatter.closedEarly refused «---»'],
  [only('name: a\n# ----\ndescription: d\ntools: Read'), 'frontMatter.closedEarly refused «---»'],
  [only('name: a\ndescription: use --- it'), 'frontMatter.closedEarly altered «---»'],
]);

test('an early end names the keys that it costs, and what that means', () => {
  const text = only('name: a\ndescription: b --- c\nmodel: opus\ntools: Read');
  const result = load(claudeCodeProjectAgent, text, 'x.md');
  assert.equal(result.description, 'b');
  assert.equal(result.tools, null);
  assert.deepEqual(result.notes[0]!.data, { lost: ['model', 'tools'] });
  assert.match(result.notes[0]!.message, /`model` and `tools` below are lost, and the agent gets every tool/);
});

notes('Claude Code mends YAML, and what that changes is told', [
  [only('name: a\ndescription: Use it when: asked'), 'yaml.repaired altered «Use it when: asked»'],
  [only('name: a\ndescription: **Bold** text'), 'yaml.repaired altered «**Bold** text»'],
  [only('name: a\ndescription: [OLD] Use b'), 'yaml.repaired altered «[OLD] Use b»'],
  [agent('tools:\n\t- Read'), 'yaml.repaired altered «\t»'],
  [
    only('name: a\ndescription: b: c\nmodel: sonnet # fast'),
    'yaml.repaired altered «b: c»',
    'yaml.commentKept altered « # fast»',
  ],
  [
    only('name: a\ndescription: When:\\n\\nNow: x'),
    'yaml.repaired altered «When:\\n\\nNow: x»',
    'yaml.literalNewline noted «\\n\\n»',
  ],
]);

notes('Claude Code does not load YAML that it cannot read or mend', [
  [only('name: a\ndescription: Use when:'), 'yaml.invalid refused «Use when:»'],
  [only("name: a\ndescription: 'it's'"), "yaml.invalid refused «'»"],
  [only('name: a\ndescription: "open'), 'yaml.invalid refused «"»'],
  [only('name: a\ndescription: "a" b'), 'yaml.invalid refused «"»'],
  [only('name: a\ndescription: "a \\d b"'), 'yaml.invalid refused «\\d»'],
  [only('name: a\ndescription: - b'), 'yaml.invalid refused «- b»'],
  [only('name: a\ndescription: Use.\n\n<example>\nx'), 'yaml.invalid refused «<example>»'],
  [only('name: a\ndescription: one\n  two: three'), 'yaml.invalid refused «two: three»'],
  [only('name: a\ndescription: >\n  b\n c\nmodel: opus'), 'yaml.invalid refused « c»'],
  [only('name: a\ndescription: b: c\ninitialPrompt: |\n  d'), 'yaml.invalid refused «b: c»'],
  [only('name: a\r\ndescription: b: c\r'), 'yaml.invalid refused «b: c»'],
  [only('name: a\ndescription:d'), 'yaml.invalid refused «description:d»'],
  [agent('metadata\n  x: 1'), 'yaml.invalid refused «metadata»'],
  [agent('x: \0'), 'yaml.invalid refused «\0»'],
  [only('{"name": "a", "tools": [Read}'), 'yaml.invalid refused «{"name": "a", "tools": [Read}»'],
  [only('- name: a\n  description: d'), 'yaml.invalid refused «- name: a»'],
  [agent('...\nmodel: opus'), 'yaml.invalid refused «...»'],
]);

notes('what YAML drops is told', [
  [only('name: a\ndescription: C# and # more'), 'yaml.commentCut altered «# more»'],
  [only('name: a\ndescription: # more'), 'yaml.commentCut refused «# more»'],
  [agent('color: #ff0000'), 'yaml.commentCut lost «#ff0000»'],
  [only('name: a\ndescription: &x d'), 'yaml.dropped altered «&x»'],
  [only('name: a\ndescription: !x d'), 'yaml.dropped altered «!x»'],
  [agent('model: opus\nmodel: sonnet'), 'yaml.duplicateKey lost «model»'],
  [only('name: a\ndescription: In C:\\new'), 'yaml.literalNewline altered «\\n»'],
]);

notes('names and descriptions', [
  [only('description: d\ntools: Read'), 'name.missing refused «---»'],
  [only('name:\ndescription: d'), 'name.missing refused «name»'],
  [only('name: 42\ndescription: d'), 'name.invalid refused «42»'],
  [only('name: -x\ndescription: d'), 'name.invalid refused «-x»'],
  [only('name: a:b\ndescription: d'), 'name.invalid refused «a:b»'],
  [only('name: a'), 'description.missing refused «---»'],
  [only('name: a\ndescription: ""'), 'description.missing refused «description»'],
  [only('name: a\ndescription: 42'), 'description.invalid refused «42»'],
]);

notes('keys that Claude Code does not know, or not there', [
  [agent('colour: red'), 'key.unknown noted «colour»'],
  [agent('version: 1'), 'key.unknown noted «version»'],
  [agent('allowed-tools: Read'), 'key.limit widened «allowed-tools»'],
  [agent('tools: Read\nallowed-tools: Read'), 'key.unknown noted «allowed-tools»'],
  [agent('disallowed_tools: Bash'), 'key.limit widened «disallowed_tools»'],
  [agent('permission-mode: plan'), 'key.limit widened «permission-mode»'],
  [agent('todos: x'), 'key.unknown noted «todos»'],
  [agent('mode: x'), 'key.unknown noted «mode»'],
]);

test('suggestions for keys are the tool’s own', () => {
  const suggestion = (key: string) =>
    load(claudeCodeProjectAgent, agent(`${key}: x`), 'x.md').notes[0]!.data?.suggestion;
  const table = {
    allowedTools: 'tools',
    Tools: 'tools',
    'max-turns': 'maxTurns',
    mcp_servers: 'mcpServers',
    whenToUse: 'description',
    descripton: 'description',
    colours: 'color',
    code: 'model',
    mode: undefined,
    tags: undefined,
    permissions: undefined,
    'max-turn': undefined,
  };
  for (const [key, expected] of Object.entries(table)) assert.equal(suggestion(key), expected, key);
});

notes('values that Claude Code ignores or changes', [
  [agent('model: sonet'), 'value.model lost «sonet»'],
  [agent('model: [opus]'), 'value.type lost «[opus]»'],
  [agent('model:'), 'value.null noted «model»'],
  [agent('permissionMode: Plan'), 'value.choice widened «Plan»'],
  [agent('permissionMode: acceptedits'), 'value.choice lost «acceptedits»'],
  [agent('maxTurns: 0'), 'value.number lost «0»'],
  [agent('maxTurns: "5 turns"'), 'value.number altered «"5 turns"»'],
  [agent('background: yes'), 'value.boolean lost «yes»'],
  [agent('effort: huge'), 'value.choice lost «huge»'],
  [agent('memory: User'), 'value.choice lost «User»'],
  [agent('memory: [user]'), 'value.choice lost «[user]»'],
  [agent('isolation: none'), 'value.choice lost «none»'],
  [agent('color: magenta'), 'value.color noted «magenta»'],
  [agent('skills: 5'), 'value.type lost «5»'],
  [agent('experimental:\n  cacheTtl: 2h'), 'value.choice lost «2h»'],
  [agent('initialPrompt: [a]'), 'value.type lost «[a]»'],
]);

notes('tools that an agent does not get', [
  [agent('tools:'), 'tools.empty lost «tools»'],
  [agent('tools: []'), 'tools.empty lost «tools»'],
  [agent('tools: true'), 'value.type lost «true»'],
  [agent('tools: All tools'), 'tools.none lost «All tools»'],
  [agent('tools: AskUserQuestion'), 'tools.none lost «AskUserQuestion»'],
  [agent('tools: Read, Grpe'), 'tools.unknown lost «Grpe»'],
  [agent('tools: Read; Edit'), 'tools.unknown lost «Read;»'],
  [agent('tools: [Read, 5]'), 'value.type lost «5»'],
  [agent('tools:\n  - Read\n  - MultiEdit'), 'tools.dead lost «MultiEdit»'],
  [agent('tools: Read, ExitPlanMode'), 'tools.unavailable lost «ExitPlanMode»'],
  [agent('tools: Read, ExitPlanMode\npermissionMode: plan')],
  [agent('tools: Read, Bash, Grep'), 'tools.shadowed noted «Grep»'],
  [agent('tools: Read, Task'), 'tools.alias noted «Task»'],
  [agent('tools: Bash(git add:*, x), Read'), 'tools.specifier widened «Bash(git add:*, x)»'],
  [agent('tools: Agent(a, b), Read'), 'tools.specifier noted «Agent(a, b)»'],
  [agent('tools: Read, github/search'), 'tools.mcpForm lost «github/search»'],
  [agent('tools: [Read, "*"]'), 'tools.ineffective widened «*»'],
  [agent('disallowedTools: "*"'), 'tools.ineffective widened «*»'],
  [agent('disallowedTools: bash'), 'tools.unknown widened «bash»'],
  [agent('disallowedTools: Bash(rm:*)'), 'tools.specifier altered «Bash(rm:*)»'],
  [agent('disallowedTools: {Bash: true}'), 'value.type widened «{Bash: true}»'],
]);

notes('hooks and MCP servers', [
  [agent('hooks: true'), 'hooks.invalid refused «true»'],
  [agent('hooks:\n  PreToolUse: x'), 'hooks.invalid refused «x»'],
  [agent('hooks:\n  PreToolUse:\n    - hooks:\n        - type: comand'), 'hooks.invalid refused «comand»'],
  [agent('hooks:\n  Stop:\n    - hooks:\n        - type: comand'), 'hooks.invalid lost «comand»'],
  [agent('hooks:\n  Stop:\n    - hooks:\n        - type: command'), 'hooks.invalid lost «type: command»'],
  [
    agent('hooks:\n  Stop:\n    - hooks:\n        - {type: command, command: x, timeout: "5"}'),
    'hooks.invalid lost «"5"»',
  ],
  [agent('hooks:\n  PreTooluse: []'), 'hooks.event widened «PreTooluse»'],
  [agent('hooks:\n  Interrupt: []'), 'hooks.event lost «Interrupt»'],
  [agent('PreToolUse:\n  - hooks:\n      - type: command'), 'hooks.invalid refused «PreToolUse»'],
  [agent('Hooks:\n  PreToolUse:\n    - hooks:\n        - type: command'), 'hooks.invalid refused «Hooks»'],
  [agent('mcpServers:\n  a:\n    command: x'), 'mcp.invalid lost «mcpServers»'],
  [agent('mcpServers:\n  - a:\n      url: x'), 'mcp.invalid lost «a»'],
  [agent('mcpServers:\n  - a:\n      command: x\n  - 5'), 'mcp.invalid lost «5»'],
]);

notes(
  'agents of a plugin',
  [
    ['# Read me\n'],
    [only('description: d')],
    [only('name: 42\ndescription: d'), 'name.invalid altered «42»'],
    [only('name: a'), 'description.missing lost «---»'],
    [only('name: a\ndescription: [d]'), 'description.invalid lost «[d]»'],
    [only('name: a\nwhen_to_use: d')],
    [agent('hooks: true'), 'key.ignored lost «hooks»'],
    [agent('permission-mode: plan'), 'key.unknown noted «permission-mode»'],
    [only('name: a\ndescription: b\\nc'), 'yaml.literalNewline noted «\\n»'],
    [only('name: a\ndescription: b:'), 'yaml.invalid lost «b:»'],
    [only('name: a\ndescription: b:\ntools: Read'), 'yaml.invalid widened «b:»'],
  ],
  claudeCodePluginAgent,
);

test('every field is given as the tool takes it', () => {
  const { fields } = load(
    claudeCodeProjectAgent,
    agent(
      'model: " INHERIT "\npermissionMode: manual\nmaxTurns: "5"\nskills: a, b\nmemory: user\ntools: Bash\neffort: HIGH\nbackground: "true"',
    ),
    'x.md',
  );
  assert.deepEqual(fields, {
    name: 'a',
    description: 'd',
    model: 'inherit',
    permissionMode: 'default',
    maxTurns: 5,
    skills: ['a', 'b'],
    memory: 'user',
    tools: ['Bash', 'Write', 'Edit', 'Read'],
    effort: 'high',
    background: true,
  });
});

const fragments = [
  '---',
  '---\n',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '  ',
  ': ',
  ':',
  '- ',
  '"',
  "'",
  ' #',
  '[',
  ']',
  '{',
  '}',
  '|',
  '>-',
  '&a ',
  '*a',
  '!x ',
  '<<: *a',
  '\\n',
  '\0',
  '\uFEFF',
  '😀',
  'name: a',
  'description: d',
  'tools: Read, Bash(x',
  'hooks:\n  PreToolUse:\n    - hooks:',
  'mcpServers:\n  - a:',
  'model: x',
  'disallowedTools: "*"',
  '? ',
  '...\n',
  'allowed-tools: Read',
  '`',
  '@',
  '%',
  ',',
  '(',
  ')',
];

test('a list where one word is wanted is called a list', () => {
  const { notes } = claudeCodeProjectAgent.load({
    document: AgentDocument.of(agent('memory: [user]'), 'file:///x.md'),
    path: '/p/.claude/agents/x.md',
  });
  assert.match(notes[0]!.message, /, and this is a list\. Did you mean `user`\?$/);
});

test('any text is read without a throw, and notes lie within it', () => {
  const text = fc
    .tuple(fc.boolean(), fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string()), { maxLength: 30 }))
    .map(([isOpened, parts]) => (isOpened ? '---\n' : '') + parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(claudeCodeProjectAgent, claudeCodePluginAgent), (text, loader) => {
      const path = 'plug/agents/x.md';
      const result = loader.load({ document: AgentDocument.of(text, 'file:///x.md'), path });
      let last = 0;
      for (const { range, message } of result.notes) {
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, message);
        assert.ok(last <= range.start, 'notes come in the order of the text');
        last = range.start;
      }
      const isRefused = result.notes.some(({ effect }) => effect === 'refused');
      assert.ok(result.ignored || result.loads !== isRefused, 'refused exactly when it does not load');
    }),
    { numRuns: 2000 },
  );
});
