import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copilotCliAgent } from '../../../../server/src/language/tools/copilot/cli/copilotCli.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const path = '.github/agents/writer.agent.md';
const issues = (fixture: string, at = path) => checkIssues(copilotCliAgent, at, fixture);

test('Copilot CLI: a clean agent has no notes', () => {
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

test('the id comes from the path, and names an agent without name', () => {
  const result = load(copilotCliAgent, '---\ndescription: d\n---\n', 'pkg/.github/agents/team/a.agent.md');
  assert.equal(result.fields.id, 'team--a');
  assert.equal(result.name, 'team--a');
});

test('fences: missing, late, unclosed', () => {
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

test('a README is worth a word, and no error', () => {
  issues(
    `
# Agents
^^^^^^^^ frontMatter.missing noted
`,
    '.github/agents/README.md',
  );
});

test('YAML faults name their cause', () => {
  const message = issues(`
---
description: Use this: when asked
                 ^^^^^ yaml.invalid rejected
---
`).issues[0]!.problem;
  assert.match(message, /colon followed by a blank/);
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

test('Copilot CLI refuses a known key of another type', () => {
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

test('MCP servers need arguments and tools', () => {
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

test('hooks: events and shapes', () => {
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

test('unknown keys: foreign, meant for other readers, limits', () => {
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

test('a key inside of a quotation over lines is no key', () => {
  issues(`
---
description: "A
version: c"
---
`);
});

test('tools: unknown, specifiers, MCP forms, none at all, empty', () => {
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
    result.issues.map(issue => issue.data?.suggestion),
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
  // Searching the web was not to be seen in the recording, which was made offline.
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
  assert.equal(empty.issues[0]!.data?.meaning, 'none');
});

test('Claude’s short names of models', () => {
  issues(`
---
description: Writes.
model: sonnet
       ^^^^^^ value.model noted
---
`);
});

test('the cloud agent’s limit on the prompt, where the cloud agent reads', () => {
  const text = `---\ndescription: d\n---\n${'x'.repeat(30_000)}\nmore\n`;
  assert.deepEqual(
    load(copilotCliAgent, text, path).issues.map(issue => issue.code),
    ['body.tooLong'],
  );
  assert.deepEqual(load(copilotCliAgent, text, '.claude/agents/a.md').issues, []);
});

test('files that the tool passes over', () => {
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
