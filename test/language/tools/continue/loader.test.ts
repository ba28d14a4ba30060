import assert from 'node:assert/strict';
import { test } from 'node:test';
import { continueAgent } from '../../../../server/src/language/tools/continue/loader/continue.ts';
import { load } from '../../../support/conformance.ts';
import { checkNotes } from '../../../support/notes.ts';

const notes = (fixture: string) => checkNotes(continueAgent, '.continue/agents/writer.md', fixture);

test('Continue: a clean agent has no notes', () => {
  const result = notes(`
---
name: Writer
description: Writes.
model: owner/model
tools: built_in, owner/package, owner/package:search, https://host:8080/mcp, https://host/mcp:search
rules: owner/rule
---
`);
  assert.equal(result.loads, true);
  assert.equal(result.tools?.length, 5);
  assert.equal(result.fields.rules, 'owner/rule');
});

test('what stands before the first fence is dropped without a word', () => {
  const result = load(continueAgent, '# Title\n\n---\nname: a\n---\nPrompt\n', 'a.md');
  assert.equal(result.name, 'a');
});

test('Continue: what refuses a file', () => {
  notes(`
---
^^^ name.missing refused
description:
^^^^^^^^^^^ description.missing refused
tools: [Read]
       ^^^^^^ value.type refused
rules:
^^^^^ value.null refused
---
`);
  notes(`
---
name: 5
      ^ name.invalid refused
---
`);
  notes(`
---
name: writer
tools: Read
tools: Edit
^^^^^ yaml.duplicateKey refused
---
`);
  notes(`
---
name: writer
description: [WIP] a thing
             ^^^^^^^^^^^^^ yaml.invalid refused
---
`);
});

test('a byte order mark hides the fence', () => {
  const [note] = load(continueAgent, '\uFEFF---\nname: a\n---\n', 'a.md').notes;
  assert.deepEqual([note!.code, note!.range], ['frontMatter.late', { start: 0, end: 1 }]);
});

test('references to MCP tools that fail or match nothing', () => {
  notes(`
---
name: writer
tools: "owner/package: search, https://host:a.b, mcp__github__search"
        ^^^^^^^^^^^^^^^^^^^^^ tools.mcpForm fails
                               ^^^^^^^^^^^^^^^^ tools.mcpForm fails
                                                 ^^^^^^^^^^^^^^^^^^^ tools.mcpForm lost
---
`);
});

test('Continue: keys that it passes over', () => {
  notes(`
---
name: writer
color: red
^^^^^ key.unknown noted
allowed-tools: Read
^^^^^^^^^^^^^ key.limit widened
disallowedTools: Bash
^^^^^^^^^^^^^^^ key.ignored lost
---
`);
});
