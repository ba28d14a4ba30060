import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kimiAgent } from '../../../../server/src/language/tools/kimi/loader/kimi.ts';
import { load } from '../../../support/conformance.ts';
import { checkNotes } from '../../../support/notes.ts';

const notes = (fixture: string, path = '.kimi-code/agents/writer.md') => checkNotes(kimiAgent, path, fixture);

test('Kimi Code: a clean agent has no notes', () => {
  const result = notes(`
---
name: writer
description: Writes.
whenToUse: For texts.
override: true
tools: Read, Grep, mcp__github__*
disallowedTools: [Grep]
subagents: helper
---
You write.
`);
  assert.deepEqual(result.tools, ['Read', 'mcp__github__*']);
  assert.deepEqual(result.disallowedTools, ['Grep']);
  assert.deepEqual(result.fields.subagents, ['helper']);
});

test('without a name the file’s counts, and must be one', () => {
  const text = '---\ndescription: Writes.\n---\nYou write.\n';
  assert.equal(load(kimiAgent, text, 'a/code-writer.md').name, 'code-writer');
  assert.deepEqual(
    load(kimiAgent, text, 'a/Code Writer.md').notes.map(note => note.code),
    ['name.missing'],
  );
});

test('Kimi Code: what refuses a file', () => {
  notes(`
---
name: My Writer
      ^^^^^^^^^ name.invalid refused
description: ""
^^^^^^^^^^^ description.missing refused
tools: {Read: true}
       ^^^^^^^^^^^^ value.type refused
override: yes
          ^^^ value.boolean refused
---
^^^ body.empty refused
`);
  notes(`
---
description: Writes.
tools: [Read, 5]
              ^ value.type refused
---
You write.
`);
  notes(`
---
^^^ frontMatter.unclosed refused
name: writer
----
You write.
`);
  notes(`
---
name: writer
name: reader
^^^^ yaml.duplicateKey refused
---
You write.
`);
});

test('an indented fence closes too, and takes keys with it', () => {
  const result = notes(`
---
description: |
  Writes.
  ---
  ^^^ frontMatter.closedEarly widened
tools: Read
---
You write.
`);
  assert.deepEqual(result.notes[0]!.data?.lost, ['tools']);
  assert.equal(result.tools, null);
  assert.equal(result.description, 'Writes.');
});

test('tools that match nothing', () => {
  const result = notes(`
---
description: Writes.
tools: [Raad, WebFetch, "Bash(git:*)", mcp__github, "read_*"]
        ^^^^ tools.unknown lost
              ^^^^^^^^ tools.unknown lost
                         ^^^^^^^^^^^ tools.specifier lost
                                       ^^^^^^^^^^^ tools.mcpForm lost
                                                     ^^^^^^ tools.unknown lost
disallowedTools: Bassh
                 ^^^^^ tools.unknown widened
---
You write.
`);
  assert.equal(result.notes[1]!.data?.suggestion, 'FetchURL');
  assert.equal(result.notes[3]!.data?.suggestion, 'mcp__github__*');
});

test('Kimi Code: keys that it passes over', () => {
  notes(`
---
description: Writes.
model: sonnet
^^^^^ key.ignored noted
color: red
^^^^^ key.unknown noted
permissionMode: plan
^^^^^^^^^^^^^^ key.ignored lost
allowed-tools: Read
^^^^^^^^^^^^^ key.limit widened
whenToUse: 5
           ^ value.type lost
---
You write.
`);
});

test('an empty list means no tools, an empty value all', () => {
  const empty = notes(`
---
description: Writes.
tools: []
^^^^^ tools.empty noted
---
You write.
`);
  assert.deepEqual(empty.tools, []);
  assert.equal(load(kimiAgent, '---\ndescription: d\ntools:\n---\nx', 'a.md').tools, null);
});
