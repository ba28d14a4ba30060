import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { suggestionOf } from '../../../../server/src/language/loading/issue.ts';
import type { Loader, LoadResult } from '../../../../server/src/language/loading/loader.ts';
import {
  claudeCodePluginAgent,
  claudeCodeProjectAgent,
} from '../../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { load } from '../../../support/conformance.ts';

/** A valid agent with these lines added to its front matter. */
const agent = (lines: string) => `---\nname: a\ndescription: d\n${lines}\n---\nYou are a.\n`;
/** An agent with only these lines of front matter. */
const only = (lines: string) => `---\n${lines}\n---\nYou are a.\n`;

/** Shows each issue as `code effect «the text it is about»`. */
function shown(text: string, { issues }: LoadResult): string[] {
  return issues.map(({ code, effect, range }) => `${code} ${effect} «${text.slice(range.start, range.end)}»`);
}

/** Tests that each text has exactly these issues, in the order of the text. */
function issues(
  title: string,
  table: readonly (readonly [text: string, ...issues: string[]])[],
  loader?: Loader,
) {
  const path = loader === claudeCodePluginAgent ? 'plug/agents/x.md' : '.claude/agents/x.md';
  test(title, () => {
    for (const [text, ...expected] of table) {
      const result = load(loader ?? claudeCodeProjectAgent, text, path);
      assert.deepEqual(shown(text, result), expected, text);
      const isRejected = result.issues.some(({ effect }) => effect === 'rejected');
      assert.equal(result.loads, !isRejected && !result.ignored, text);
    }
  });
}

issues('reports nothing in a valid file', [
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

issues('reports front matter that is missing, late or not closed', [
  ['name: a\ndescription: d\n---\n', 'frontMatter.missing rejected «name: a»'],
  ['\n---\nname: a\ndescription: d\n---\n', 'frontMatter.late rejected «---»'],
  ['  ---\n  name: a\n  description: d\n  ---\n', 'frontMatter.late rejected «---»'],
  ['```md\n---\nname: a\ndescription: d\n---\n```\n', 'frontMatter.late rejected «---»'],
  ['# A\n\n---\nname: a\ndescription: d\n---\n', 'frontMatter.late rejected «---»'],
  ['--- yaml\nname: a\ndescription: d\n---\n', 'frontMatter.late rejected «--- yaml»'],
  ['----\nname: a\ndescription: d\n----\n', 'frontMatter.late rejected «----»'],
  ['+++\nname = "a"\n+++\n', 'frontMatter.late rejected «+++»'],
  ['---\nname: a\ndescription: d\n\nYou are a.\n', 'frontMatter.unclosed rejected «---»'],
  [
    '---\nname: a\ndescription: d\n\n# You\n\nYou are.\n\n---\n\nMore.\n',
    'frontMatter.unclosed rejected «---»',
  ],
]);

test('ignores files that are clearly not agents', () => {
  for (const [text, path] of [
    ['# Agents\n\nAll of them.\n', 'README.md'],
    [only('title: Guide'), 'guide.md'],
    [only('title: Guide\ndescription: How to'), 'guide.md'],
    [only('description: All agents'), 'README.md'],
    ['# Format\n\nText.\n\n## Example\n\n```yaml\n---\nname: a\ndescription: d\n---\n```\n', 'format.md'],
    [agent('tools: Read'), 'x.txt'],
  ] as const) {
    const result = load(claudeCodeProjectAgent, text, `.claude/agents/${path}`);
    assert.deepEqual([result.loads, result.ignored, result.issues], [false, true, []], text);
  }
});

issues('reports three dashes that end the front matter early', [
  [
    only('name: a\ndescription: see x.org/a---b\nmodel: sonnet\ntools: Read'),
    'frontMatter.closedEarly unrestricted «---»',
  ],
  [only('name: a\ndescription: |\n  | a |\n  |---|\nmodel: opus'), 'frontMatter.closedEarly ignored «---»'],
  [only('name: a\ndescription: "use --- it"'), 'frontMatter.closedEarly rejected «---»'],
  [only('name: a\n# ----\ndescription: d\ntools: Read'), 'frontMatter.closedEarly rejected «---»'],
  [only('name: a\ndescription: use --- it'), 'frontMatter.closedEarly changed «---»'],
]);

test('an early end of the front matter lists the lost keys and the lost limits', () => {
  const text = only('name: a\ndescription: b --- c\nmodel: opus\ntools: Read');
  const result = load(claudeCodeProjectAgent, text, 'x.md');
  assert.equal(result.description, 'b');
  assert.equal(result.tools, null);
  assert.deepEqual(result.issues[0]!.data, { lost: ['model', 'tools'] });
  assert.equal(result.issues[0]!.problem, 'Front matter ends early at this line');
  assert.match(
    result.issues[0]!.consequence!,
    /`model` and `tools` below are lost, and the agent gets every tool/,
  );
});

issues('reports what the repair of YAML changes', [
  [only('name: a\ndescription: Use it when: asked'), 'yaml.repaired noted «Use it when: asked»'],
  [only('name: a\ndescription: **Bold** text'), 'yaml.repaired noted «**Bold** text»'],
  [only('name: a\ndescription: [OLD] Use b'), 'yaml.repaired noted «[OLD] Use b»'],
  [agent('tools:\n\t- Read'), 'yaml.repaired changed «\t»'],
  [
    only('name: a\ndescription: b: c\nmodel: sonnet # fast'),
    'yaml.repaired noted «b: c»',
    'yaml.commentKept changed « # fast»',
  ],
  [
    only('name: a\ndescription: When:\\n\\nNow: x'),
    'yaml.repaired noted «When:\\n\\nNow: x»',
    'yaml.literalNewline noted «\\n\\n»',
  ],
]);

issues('reports YAML that Claude Code can neither read nor repair', [
  [only('name: a\ndescription: Use when:'), 'yaml.invalid rejected «Use when:»'],
  [only("name: a\ndescription: 'it's'"), "yaml.invalid rejected «'»"],
  [only('name: a\ndescription: "open'), 'yaml.invalid rejected «"»'],
  [only('name: a\ndescription: "a" b'), 'yaml.invalid rejected «"»'],
  [only('name: a\ndescription: "a \\d b"'), 'yaml.invalid rejected «\\d»'],
  [only('name: a\ndescription: - b'), 'yaml.invalid rejected «- b»'],
  [only('name: a\ndescription: Use.\n\n<example>\nx'), 'yaml.invalid rejected «<example>»'],
  [only('name: a\ndescription: one\n  two: three'), 'yaml.invalid rejected «two: three»'],
  [only('name: a\ndescription: >\n  b\n c\nmodel: opus'), 'yaml.invalid rejected « c»'],
  [only('name: a\ndescription: b: c\ninitialPrompt: |\n  d'), 'yaml.invalid rejected «b: c»'],
  [only('name: a\r\ndescription: b: c\r'), 'yaml.invalid rejected «b: c»'],
  [only('name: a\ndescription:d'), 'yaml.invalid rejected «description:d»'],
  [agent('metadata\n  x: 1'), 'yaml.invalid rejected «metadata»'],
  [agent('x: \0'), 'yaml.invalid rejected «\0»'],
  [only('{"name": "a", "tools": [Read}'), 'yaml.invalid rejected «{"name": "a", "tools": [Read}»'],
  [only('- name: a\n  description: d'), 'yaml.invalid rejected «- name: a»'],
  [agent('...\nmodel: opus'), 'yaml.invalid rejected «...»'],
]);

issues('reports what YAML drops', [
  [only('name: a\ndescription: C# and # more'), 'yaml.commentCut changed «# more»'],
  [only('name: a\ndescription: # more'), 'yaml.commentCut rejected «# more»'],
  [agent('color: #ff0000'), 'yaml.commentCut ignored «#ff0000»'],
  [only('name: a\ndescription: &x d'), 'yaml.dropped changed «&x»'],
  [only('name: a\ndescription: !x d'), 'yaml.dropped changed «!x»'],
  [agent('model: opus\nmodel: sonnet'), 'yaml.duplicateKey ignored «model»'],
  [only('name: a\ndescription: In C:\\new'), 'yaml.literalNewline changed «\\n»'],
]);

issues('reports missing and invalid names and descriptions', [
  [only('description: d\ntools: Read'), 'name.missing rejected «---»'],
  [only('name:\ndescription: d'), 'name.missing rejected «name»'],
  [only('name: 42\ndescription: d'), 'name.invalid rejected «42»'],
  [only('name: -x\ndescription: d'), 'name.invalid rejected «-x»'],
  [only('name: a:b\ndescription: d'), 'name.invalid rejected «a:b»'],
  [only('name: a'), 'description.missing rejected «---»'],
  [only('name: a\ndescription: ""'), 'description.missing rejected «description»'],
  [only('name: a\ndescription: 42'), 'description.invalid rejected «42»'],
]);

issues('reports keys that Claude Code does not know or does not read in an agent', [
  [agent('colour: red'), 'key.unknown noted «colour»'],
  [agent('version: 1'), 'key.unknown noted «version»'],
  [agent('allowed-tools: Read'), 'key.limit unrestricted «allowed-tools»'],
  [agent('tools: Read\nallowed-tools: Read'), 'key.unknown noted «allowed-tools»'],
  [agent('disallowed_tools: Bash'), 'key.limit unrestricted «disallowed_tools»'],
  [agent('permission-mode: plan'), 'key.limit unrestricted «permission-mode»'],
  [agent('todos: x'), 'key.unknown noted «todos»'],
  [agent('mode: x'), 'key.unknown noted «mode»'],
]);

test('suggests the same keys as the tool', () => {
  const suggestion = (key: string) =>
    suggestionOf(load(claudeCodeProjectAgent, agent(`${key}: x`), 'x.md').issues[0]!);
  const table = {
    allowedTools: 'tools',
    Tools: 'tools',
    'max-turns': 'maxTurns',
    mcp_servers: 'mcpServers',
    whenToUse: 'description',
    descripton: 'description',
    colors: 'color',
    code: 'model',
    mode: undefined,
    tags: undefined,
    permissions: undefined,
    'max-turn': undefined,
  };
  for (const [key, expected] of Object.entries(table)) assert.equal(suggestion(key), expected, key);
});

issues('reports values that Claude Code ignores or changes', [
  [agent('model: sonet'), 'value.model ignored «sonet»'],
  [agent('model: [opus]'), 'value.type ignored «[opus]»'],
  [agent('model:'), 'value.null noted «model»'],
  [agent('permissionMode: Plan'), 'value.choice unrestricted «Plan»'],
  [agent('permissionMode: acceptedits'), 'value.choice ignored «acceptedits»'],
  [agent('maxTurns: 0'), 'value.number ignored «0»'],
  [agent('maxTurns: "5 turns"'), 'value.number changed «"5 turns"»'],
  [agent('background: yes'), 'value.boolean ignored «yes»'],
  [agent('effort: huge'), 'value.choice ignored «huge»'],
  [agent('memory: User'), 'value.choice ignored «User»'],
  [agent('memory: [user]'), 'value.choice ignored «[user]»'],
  [agent('isolation: none'), 'value.choice ignored «none»'],
  [agent('color: magenta'), 'value.color noted «magenta»'],
  [agent('skills: 5'), 'value.type ignored «5»'],
  [agent('experimental:\n  cacheTtl: 2h'), 'value.choice ignored «2h»'],
  [agent('initialPrompt: [a]'), 'value.type ignored «[a]»'],
]);

issues('reports tools that an agent does not get', [
  [agent('tools:'), 'tools.empty ignored «tools»'],
  [agent('tools: []'), 'tools.empty noted «tools»'],
  [agent('tools: true'), 'value.type fails «true»'],
  [agent('tools: All tools'), 'tools.none fails «All tools»'],
  [agent('tools: AskUserQuestion'), 'tools.none fails «AskUserQuestion»'],
  [agent('tools: TodoWrite'), 'tools.none fails «TodoWrite»'],
  [agent('tools: [Todowrite, TaskOutput]'), 'tools.none fails «[Todowrite, TaskOutput]»'],
  [agent('tools: Read, TodoWrite'), 'tools.unavailable ignored «TodoWrite»'],
  [agent('tools: Read, TaskOutput'), 'tools.unavailable ignored «TaskOutput»'],
  [agent('tools: {Read: true}'), 'value.type fails «{Read: true}»'],
  [agent('tools: {Read: true}\nmemory: user'), 'value.type ignored «{Read: true}»'],
  [agent('tools: Nope\nmcpServers:\n  - s:\n      command: x'), 'tools.unknown ignored «Nope»'],
  [agent('tools: Read\ndisallowedTools: Read'), 'tools.none fails «Read»'],
  [agent('tools: Read, Bash(git:*)\ndisallowedTools: Bash'), 'tools.unavailable ignored «Bash(git:*)»'],
  [agent('tools: Read, mcp__a\ndisallowedTools: mcp__a'), 'tools.unavailable ignored «mcp__a»'],
  [agent('tools: mcp__*'), 'tools.none fails «mcp__*»'],
  [agent('tools: Read, mcp__a__get_*'), 'tools.mcpForm ignored «mcp__a__get_*»'],
  [agent('tools: Read, mcp__a__*')],
  [agent('tools: Read, Grpe'), 'tools.unknown ignored «Grpe»'],
  [agent('tools: Read; Edit'), 'tools.unknown ignored «Read;»'],
  [agent('tools: [Read, 5]'), 'value.type ignored «5»'],
  [agent('tools:\n  - Read\n  - MultiEdit'), 'tools.dead ignored «MultiEdit»'],
  [agent('tools: Read, ExitPlanMode'), 'tools.unavailable ignored «ExitPlanMode»'],
  [agent('tools: Read, ExitPlanMode\npermissionMode: plan')],
  [agent('tools: Read, Bash, Grep'), 'tools.shadowed noted «Grep»'],
  [agent('tools: Read, Task'), 'tools.alias noted «Task»'],
  [agent('tools: Bash(git add:*, x), Read'), 'tools.specifier unrestricted «Bash(git add:*, x)»'],
  [agent('tools: Agent(a, b), Read'), 'tools.specifier noted «Agent(a, b)»'],
  [agent('tools: Read, github/search'), 'tools.mcpForm ignored «github/search»'],
  [agent('tools: [Read, "*"]'), 'tools.ineffective unrestricted «*»'],
  [agent('disallowedTools: "*"'), 'tools.ineffective unrestricted «*»'],
  [agent('disallowedTools: Web*'), 'tools.unknown unrestricted «Web*»'],
  [agent('disallowedTools: mcp__a__get_*'), 'tools.mcpForm unrestricted «mcp__a__get_*»'],
  [agent('disallowedTools: mcp__*')],
  [agent('disallowedTools: MultiEdit'), 'tools.dead noted «MultiEdit»'],
  [agent('disallowedTools: bash'), 'tools.unknown unrestricted «bash»'],
  [agent('disallowedTools: Bash(rm:*)'), 'tools.specifier changed «Bash(rm:*)»'],
  [agent('disallowedTools: {Bash: true}'), 'value.type unrestricted «{Bash: true}»'],
  [agent('tools: [Read, mcp__my.server__get]'), 'tools.mcpForm ignored «mcp__my.server__get»'],
  [agent('disallowedTools: [mcp__my.server]'), 'tools.mcpForm unrestricted «mcp__my.server»'],
]);

issues('reports values that an agent is not started with', [
  [agent('model: claude-opus-4-1'), 'model.replaced changed «claude-opus-4-1»'],
  [agent('model: claude-opus-4-5')],
  [agent('effort: 3'), 'value.choice ignored «3»'],
  [agent('effort: high')],
  [agent('model: claude-sonnet-4-5\neffort: max'), 'key.ignored ignored «effort»'],
  [agent('model: anthropic/claude-haiku-4-5-20251001\neffort: low'), 'key.ignored ignored «effort»'],
  [agent('model: claude-opus-4-5\neffort: high')],
  [agent('permissionMode: bypassPermissions'), 'value.choice noted «bypassPermissions»'],
]);

const hookOn = (event: string, matcher: string) =>
  agent(
    `hooks:\n  ${event}:\n    - matcher: ${matcher}\n      hooks:\n        - type: command\n          command: ./check.sh`,
  );

issues('reports hook matchers in another case than the tools', [
  [hookOn('PreToolUse', 'read'), 'hooks.matcher unrestricted «read»'],
  [hookOn('PostToolUse', 'edit|write'), 'hooks.matcher ignored «edit|write»'],
  [hookOn('PreToolUse', 'Read|write')],
  [hookOn('PreToolUse', '"mcp__.*"')],
  [hookOn('PreToolUse', 'deploy')],
  [hookOn('SubagentStop', 'explore')],
]);

test('says why an agent without any tool starts, or does not', () => {
  const said = (keys: string) =>
    load(claudeCodeProjectAgent, agent(keys), '.claude/agents/a.md').issues[0]!.consequence;
  assert.match(said('tools: Read\ndisallowedTools: Read')!, /starts this agent without any tool/);
  assert.match(said('tools: Bash(git:*)\ndisallowedTools: Bash')!, /starts this agent without any tool/);
  assert.match(said('tools: Bash\ndisallowedTools: Bash(rm:*)')!, /refuses to start/);
  assert.match(said('tools: Nope\ndisallowedTools: Bash')!, /refuses to start/);
});

issues('reports invalid hooks and MCP servers', [
  [agent('hooks: true'), 'hooks.invalid rejected «true»'],
  [agent('hooks:\n  PreToolUse: x'), 'hooks.invalid rejected «x»'],
  [agent('hooks:\n  PreToolUse:\n    - hooks:\n        - type: comand'), 'hooks.invalid rejected «comand»'],
  [agent('hooks:\n  Stop:\n    - hooks:\n        - type: comand'), 'hooks.invalid ignored «comand»'],
  [agent('hooks:\n  Stop:\n    - hooks:\n        - type: command'), 'hooks.invalid ignored «type: command»'],
  [
    agent('hooks:\n  Stop:\n    - hooks:\n        - {type: command, command: x, timeout: "5"}'),
    'hooks.invalid ignored «"5"»',
  ],
  [agent('hooks:\n  PreTooluse: []'), 'hooks.event unrestricted «PreTooluse»'],
  [agent('hooks:\n  Interrupt: []'), 'hooks.event ignored «Interrupt»'],
  [agent('PreToolUse:\n  - hooks:\n      - type: command'), 'hooks.invalid rejected «PreToolUse»'],
  [agent('Hooks:\n  PreToolUse:\n    - hooks:\n        - type: command'), 'hooks.invalid rejected «Hooks»'],
  [agent('mcpServers:\n  a:\n    command: x'), 'mcp.invalid ignored «mcpServers»'],
  [agent('mcpServers:\n  - a:\n      url: x'), 'mcp.invalid ignored «a»'],
  [agent('mcpServers:\n  - a:\n      command: x\n  - 5'), 'mcp.invalid ignored «5»'],
]);

issues(
  'reports the issues of agents of a plugin',
  [
    ['# Read me\n'],
    [only('description: d')],
    [only('name: 42\ndescription: d'), 'name.invalid changed «42»'],
    [only('name: a'), 'description.missing ignored «---»'],
    [only('name: a\ndescription: [d]'), 'description.invalid ignored «[d]»'],
    [only('name: a\nwhen_to_use: d')],
    [agent('hooks: true'), 'key.ignored ignored «hooks»'],
    [agent('permission-mode: plan'), 'key.limit unrestricted «permission-mode»'],
    [only('name: a\ndescription: b\\nc'), 'yaml.literalNewline noted «\\n»'],
    [only('name: a\ndescription: b:'), 'yaml.invalid ignored «b:»'],
    [only('name: a\ndescription: b:\ntools: Read'), 'yaml.invalid unrestricted «b:»'],
  ],
  claudeCodePluginAgent,
);

test('returns every field as the tool reads it', () => {
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

test('a list instead of a single value is reported as a list', () => {
  const { issues } = claudeCodeProjectAgent.load({
    document: AgentDocument.of(agent('memory: [user]'), 'file:///x.md'),
    path: '/p/.claude/agents/x.md',
  });
  assert.equal(issues[0]!.problem, '`memory` must be a string');
  assert.match(issues[0]!.consequence!, /^Claude Code ignores a list here: /);
  assert.equal(issues[0]!.advice, 'Did you mean `user`?');
});

test('reads a mapping behind many blank lines and comments in linear time', () => {
  const result = load(
    claudeCodeProjectAgent,
    agent('').replace('---\n', `---\n${'  \n  # a\n'.repeat(200)}`),
    '.claude/agents/x.md',
  );
  assert.equal(result.loads, true);
});
