import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionOf } from '../../../../server/src/language/loading/issue.ts';
import { copilotCliAgent } from '../../../../server/src/language/tools/copilot/cli/copilotCli.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const path = '.github/agents/writer.agent.md';
const issues = (fixture: string, at = path) => checkIssues(copilotCliAgent, at, fixture);

test('Copilot CLI: a valid agent has no issues', () => {
  const result = issues(`
---
name: Writer
description: Writes.
tools: [read, edit, Grep, github/*, ms-python.python/run, usages]
model: claude-sonnet-4.6
user-invocable: true
---
You write.
`);
  assert.equal(result.loads, true);
  assert.equal(result.name, 'Writer');
  assert.deepEqual(result.tools, ['view', 'create', 'edit', 'grep', 'skill', 'sql']);
});

test('Copilot CLI: the ID comes from the path, and names an agent without a name', () => {
  const result = load(copilotCliAgent, '---\ndescription: d\n---\n', 'pkg/.github/agents/team/a.agent.md');
  assert.equal(result.fields.id, 'team--a');
  assert.equal(result.name, 'team--a');
});

test('Copilot CLI: reports missing, late and unclosed front matter', () => {
  issues(`
You write.
^^^^^^^^^^ frontMatter.missing rejected
`);
  issues(`

---
^^^ frontMatter.late rejected
description: Writes.
---
`);
  issues(`
---js
^^^^^ frontMatter.late rejected
{ description: "x" }
---
`);
  issues(`
---
^^^ frontMatter.unclosed rejected
description: Writes.
`);
});

test('Copilot CLI: reports a README, but not as an error', () => {
  issues(
    `
# Agents
^^^^^^^^ frontMatter.missing noted
`,
    '.github/agents/README.md',
  );
});

test('Copilot CLI: reports the cause of a YAML error', () => {
  const message = issues(`
---
description: Use this: when asked
                 ^^^^^ yaml.invalid rejected
---
`).issues[0]!.problem;
  assert.match(message, /^Unquoted value contains `: `$/);
  issues(`
---
description: 'it's fine'
                 ^^^^^^^ yaml.invalid rejected
---
`);
  issues(`
---
description: Writes.
tools:
	- read
^ yaml.invalid rejected
---
`);
  issues(`
---
description: Writes.
*: x
^ yaml.invalid rejected
---
`);
  issues(`
---
description: Writes.
description: Reads.
^^^^^^^^^^^ yaml.duplicateKey rejected
---
`);
  issues(`
---
description:nospace
^^^^^^^^^^^^^^^^^^^ yaml.invalid rejected
---
`);
});

test('Copilot CLI: refuses a known key of another type', () => {
  issues(`
---
^^^ description.missing rejected
name: 42
      ^^ name.invalid rejected
tools:
^^^^^ value.null rejected
model: {id: x}
       ^^^^^^^ value.type rejected
skills: a, b
        ^^^^ value.type rejected
user-invocable: yes
                ^^^ value.boolean rejected
infer: "true"
       ^^^^^^ value.type rejected
---
`);
});

test('Copilot CLI: requires arguments and tools of MCP servers', () => {
  issues(`
---
description: Writes.
mcp-servers:
  local:
  ^^^^^ mcp.invalid rejected
  ^^^^^ mcp.invalid rejected
    command: node
  remote:
    type: http
    url: http://127.0.0.1/
    tools: "*"
           ^^^ mcp.invalid rejected
---
`);
});

test('Copilot CLI: checks the events and types of hooks', () => {
  issues(`
---
description: Writes.
hooks:
  preTolUse: []
  ^^^^^^^^^ hooks.event rejected
  preToolUse:
    - type: command
      ^^^^^^^^^^^^^ hooks.invalid rejected
  PostToolUse:
    - matcher: Bash
      hooks:
        - type: command
          command: true
                   ^^^^ hooks.invalid rejected
---
`);
});

test('Copilot CLI: reports unknown keys, keys for other readers, and limits', () => {
  issues(`
---
description: Writes.
colour: green
^^^^^^ key.unknown ignored
target: vscode
^^^^^^ key.ignored noted
mcpServers: {}
^^^^^^^^^^ key.unknown ignored
allowed-tools: Read
^^^^^^^^^^^^^ key.limit unrestricted
---
`);
  issues(`
---
description: Writes.
tools: [read]
disallowedTools: [execute]
^^^^^^^^^^^^^^^ key.limit ignored
---
`);
});

test('Copilot CLI: text in a multi-line quoted value is not a key', () => {
  issues(`
---
description: "A
version: c"
---
`);
});

test('Copilot CLI: reports unknown tools, specifiers, MCP forms, and lists without any tool', () => {
  const result = issues(`
---
description: Writes.
tools: [read, serch, "Bash(git *)", mcp__github__get_issue]
              ^^^^^ tools.unknown ignored
                      ^^^^^^^^^^^ tools.specifier ignored
                                    ^^^^^^^^^^^^^^^^^^^^^^ tools.mcpForm ignored
---
`);
  assert.deepEqual(
    result.issues.map(issue => suggestionOf(issue)),
    ['search', 'Bash', 'github/get_issue'],
  );
  issues(`
---
description: Writes.
tools: frobnicate
^^^^^ tools.none noted
       ^^^^^^^^^^ tools.unknown noted
---
`);
  // The recording was made offline and does not show web search.
  issues(`
---
description: Writes.
tools: [read, web_search]
---
`);
  const empty = issues(`
---
description: Writes.
tools: []
^^^^^ tools.empty noted
---
`);
  assert.deepEqual(empty.issues[0]!.data, { meaning: 'none' });
});

test('Copilot CLI: reports model aliases of Claude Code', () => {
  issues(`
---
description: Writes.
model: sonnet
       ^^^^^^ value.model noted
---
`);
});

test('Copilot CLI: reports a prompt that is too long for the cloud agent only where that reads it', () => {
  const text = `---\ndescription: d\n---\n${'x'.repeat(30_000)}\nmore\n`;
  assert.deepEqual(
    load(copilotCliAgent, text, path).issues.map(issue => issue.code),
    ['body.tooLong'],
  );
  assert.deepEqual(load(copilotCliAgent, text, '.claude/agents/a.md').issues, []);
});

test('Copilot CLI: reports files that it skips', () => {
  const reasons = [
    '.github/agents/.hidden.md',
    '.github/agents/x.MD',
    '.github/agent/x.md',
    '.agents/agents/x.md',
    '~/.claude/agents/x.md',
  ].map(at => load(copilotCliAgent, '---\ndescription: d\n---\n', at).issues.map(issue => issue.code));
  assert.deepEqual(reasons, Array(5).fill(['file.notRead']));
  assert.equal(load(copilotCliAgent, '---\ndescription: d\n---\n', 'samples/x.md').loads, true);
});

test('Copilot CLI: advises quotes only where a string is accepted', () => {
  const adviceOn = (line: string) =>
    load(copilotCliAgent, `---\ndescription: d\n${line}\n---\nYou write.\n`, path).issues.map(
      ({ problem, advice }) => [problem, advice],
    );
  assert.deepEqual(adviceOn('skills: 5'), [['`skills` must be a list', undefined]]);
  assert.deepEqual(adviceOn('model: 5'), [
    [
      '`model` must be a string or a list of strings',
      '`5` is a number; put it in quotes if it is meant as a string',
    ],
  ]);
});
