import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copilotCliAgent } from '../../../../server/src/language/tools/copilot/cli/copilotCli.ts';
import { load } from '../../../support/conformance.ts';
import { checkNotes } from '../../../support/notes.ts';

const path = '.github/agents/writer.agent.md';
const notes = (fixture: string, at = path) => checkNotes(copilotCliAgent, at, fixture);

test('Copilot CLI: a clean agent has no notes', () => {
  const result = notes(`
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
  notes(`
You write.
^^^^^^^^^^ frontMatter.missing refused
`);
  notes(`

---
^^^ frontMatter.late refused
description: Writes.
---
`);
  notes(`
---js
^^^^^ frontMatter.late refused
{ description: "x" }
---
`);
  notes(`
---
^^^ frontMatter.unclosed refused
description: Writes.
`);
});

test('a README is worth a word, and no error', () => {
  notes(
    `
# Agents
^^^^^^^^ frontMatter.missing noted
`,
    '.github/agents/README.md',
  );
});

test('YAML faults name their cause', () => {
  const message = notes(`
---
description: Use this: when asked
                 ^^^^^ yaml.invalid refused
---
`).notes[0]!.message;
  assert.match(message, /colon followed by a blank/);
  notes(`
---
description: 'it's fine'
                 ^^^^^^^ yaml.invalid refused
---
`);
  notes(`
---
description: Writes.
tools:
	- read
^ yaml.invalid refused
---
`);
  notes(`
---
description: Writes.
*: x
^ yaml.invalid refused
---
`);
  notes(`
---
description: Writes.
description: Reads.
^^^^^^^^^^^ yaml.duplicateKey refused
---
`);
  notes(`
---
description:nospace
^^^^^^^^^^^^^^^^^^^ yaml.invalid refused
---
`);
});

test('Copilot CLI refuses a known key of another type', () => {
  notes(`
---
^^^ description.missing refused
name: 42
      ^^ name.invalid refused
tools:
^^^^^ value.null refused
model: {id: x}
       ^^^^^^^ value.type refused
skills: a, b
        ^^^^ value.type refused
user-invocable: yes
                ^^^ value.boolean refused
infer: "true"
       ^^^^^^ value.type refused
---
`);
});

test('MCP servers need arguments and tools', () => {
  notes(`
---
description: Writes.
mcp-servers:
  local:
  ^^^^^ mcp.invalid refused
  ^^^^^ mcp.invalid refused
    command: node
  remote:
    type: http
    url: http://127.0.0.1/
    tools: "*"
           ^^^ mcp.invalid refused
---
`);
});

test('hooks: events and shapes', () => {
  notes(`
---
description: Writes.
hooks:
  preTolUse: []
  ^^^^^^^^^ hooks.event refused
  preToolUse:
    - type: command
      ^^^^^^^^^^^^^ hooks.invalid refused
  PostToolUse:
    - matcher: Bash
      hooks:
        - type: command
          command: true
                   ^^^^ hooks.invalid refused
---
`);
});

test('unknown keys: foreign, meant for other readers, limits', () => {
  notes(`
---
description: Writes.
colour: green
^^^^^^ key.unknown lost
target: vscode
^^^^^^ key.ignored noted
mcpServers: {}
^^^^^^^^^^ key.unknown lost
allowed-tools: Read
^^^^^^^^^^^^^ key.limit widened
---
`);
  notes(`
---
description: Writes.
tools: [read]
disallowedTools: [execute]
^^^^^^^^^^^^^^^ key.limit lost
---
`);
});

test('a key inside of a quotation over lines is no key', () => {
  notes(`
---
description: "A
version: c"
---
`);
});

test('tools: unknown, specifiers, MCP forms, none at all, empty', () => {
  const result = notes(`
---
description: Writes.
tools: [read, serch, "Bash(git *)", mcp__github__get_issue]
              ^^^^^ tools.unknown lost
                      ^^^^^^^^^^^ tools.specifier lost
                                    ^^^^^^^^^^^^^^^^^^^^^^ tools.mcpForm lost
---
`);
  assert.deepEqual(
    result.notes.map(note => note.data?.suggestion),
    ['search', 'Bash', 'github/get_issue'],
  );
  notes(`
---
description: Writes.
tools: frobnicate
^^^^^ tools.none noted
       ^^^^^^^^^^ tools.unknown noted
---
`);
  // Searching the web was not to be seen in the recording, which was made offline.
  notes(`
---
description: Writes.
tools: [read, web_search]
---
`);
  const empty = notes(`
---
description: Writes.
tools: []
^^^^^ tools.empty noted
---
`);
  assert.equal(empty.notes[0]!.data?.meaning, 'none');
});

test('Claude’s short names of models', () => {
  notes(`
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
    load(copilotCliAgent, text, path).notes.map(note => note.code),
    ['body.tooLong'],
  );
  assert.deepEqual(load(copilotCliAgent, text, '.claude/agents/a.md').notes, []);
});

test('files that the tool passes over', () => {
  const reasons = [
    '.github/agents/.hidden.md',
    '.github/agents/x.MD',
    '.github/agent/x.md',
    '.agents/agents/x.md',
    '~/.claude/agents/x.md',
  ].map(at => load(copilotCliAgent, '---\ndescription: d\n---\n', at).notes.map(note => note.code));
  assert.deepEqual(reasons, Array(5).fill(['file.notRead']));
  assert.equal(load(copilotCliAgent, '---\ndescription: d\n---\n', 'samples/x.md').loads, true);
});
