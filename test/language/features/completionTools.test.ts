import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkApplied, checkCompletions, completions } from '../../support/completions.ts';

const labels = (marked: string) => completions(marked).items.map(({ label }) => label);

const places: [title: string, marked: string, after: string][] = [
  ['an empty value', 'tools: ¦', 'tools: Grep'],
  ['behind a colon', 'tools:¦', 'tools: Grep'],
  ['a comma string', 'tools: Read, G¦', 'tools: Read, Grep'],
  ['the midst of a comma string', 'tools: Read, ¦, Write', 'tools: Read, Grep, Write'],
  ['a comma string in quotes', 'tools: "Read, G¦"', 'tools: "Read, Grep"'],
  ['words without commas', 'tools: Read G¦', 'tools: Read Grep'],
  ['a flow list', 'tools: [Read, G¦]', 'tools: [Read, Grep]'],
  ['quotes in a flow list', 'tools: [Read, "G¦"]', 'tools: [Read, "Grep"]'],
  ['a flow list over several lines', 'tools: [\n  Read,\n  ¦\n]', 'tools: [\n  Read,\n  Grep\n]'],
  ['a line before another item', 'tools: [\n  ¦\n  Read\n]', 'tools: [\n  Grep,\n  Read\n]'],
  ['a block list', 'tools:\n  - Read\n  - ¦', 'tools:\n  - Read\n  - Grep'],
  ['a block list in column 0', 'tools:\n- ¦', 'tools:\n- Grep'],
  ['behind a dash', 'tools:\n  -¦', 'tools:\n  - Grep'],
  ['a missing dash', 'tools:\n  - Read\n  G¦', 'tools:\n  - Read\n  - Grep'],
  ['the line below the key', 'tools:\n  ¦', 'tools:\n  - Grep'],
  ['a string in a list', 'tools:\n  - Read, G¦', 'tools:\n  - Read, Grep'],
];

for (const [title, marked, after] of places) {
  test(`tools: ${title}`, () => checkApplied(`---\n${marked}\n---\n`, 'Grep', `---\n${after}\n---\n`));
}

test('completion omits tools that are already in the list, under any of their names', () => {
  const offered = labels('---\ntools: Read, Task, Bash(git:*), ¦\n---\n');
  for (const name of ['Read', 'Agent', 'Agent(…)', 'Bash']) assert.ok(!offered.includes(name), name);
  assert.ok(offered.includes('Grep'));
  assert.ok(!labels('---\ntools:\n  - Read, Write\n  - ¦\n---\n').includes('Write'));
});

test('completion omits tools that a subagent never gets or that only some hosts have', () => {
  const offered = labels('---\ntools: ¦\n---\n');
  for (const name of ['AskUserQuestion', 'Workflow', 'SubagentHandback', 'ProposeGoal'])
    assert.ok(!offered.includes(name), name);
});

test('completion lists deprecated tools last and marks them', () => {
  const last = completions('---\ntools: ¦\n---\n').items.at(-1)!;
  assert.deepEqual([last.label, last.tags], ['TaskOutput', [1]]);
});

test('completion lists the forms for MCP tools and for agents to start', () => {
  checkApplied('---\ntools: ¦\n---\n', 'mcp__server__tool', '---\ntools: mcp__server__tool\n---\n');
  checkApplied('---\ntools: Read, ¦\n---\n', 'Agent(…)', '---\ntools: Read, Agent(agent-name)\n---\n');
  assert.ok(labels('---\ndisallowedTools: ¦\n---\n').includes('mcp__*'));
  assert.ok(!labels('---\ntools: ¦\n---\n').includes('mcp__*'));
});

test('completion lists specifiers of permission rules, but none without effect', () => {
  assert.ok(!labels('---\ntools: ¦\n---\n').includes('Bash(…)'));
  const rule = '---\nhooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          if: ';
  checkApplied(`${rule}¦\n---\n`, 'Bash(…)', `${rule}Bash(git *)\n---\n`);
});

const team = '=== .claude/agents/tester.md\n---\nname: tester\ndescription: Runs tests.\nmodel: opus\n---\n';

test('completion in a specifier lists agents of the workspace, then built-in ones', () => {
  checkCompletions(
    `${team}=== .claude/agents/lead.md\n---\nname: lead\ndescription: x\ntools: Read, Agent(¦)\n---\n`,
    `tester | Runs tests.
     general-purpose
     Explore
     Plan`,
  );
  checkApplied(
    `${team}=== .claude/agents/lead.md\n---\ntools: ["Agent(Plan, te¦)"]\n---\n`,
    'tester',
    '---\ntools: ["Agent(Plan, tester)"]\n---\n',
  );
});
