import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clineAgent } from '../../../../server/src/language/tools/cline/loader/cline.ts';
import { load } from '../../../support/conformance.ts';
import { checkNotes } from '../../../support/notes.ts';

const notes = (fixture: string, path = '.cline/agents/writer.yaml') => checkNotes(clineAgent, path, fixture);

test('Cline: a clean agent has no notes', () => {
  const result = notes(`
---
name: Writer
description: Writes.
tools: read_files, editor, editor
skills: [a]
providerId: openai
modelId: m
maxIterations: 5
---
You write.

---

More.
`);
  assert.deepEqual(result.tools, ['read_files', 'editor']);
  assert.equal(result.model, 'm');
  assert.deepEqual(result.fields.skills, ['a']);
});

test('what refuses a file, which the tool itself does not tell apart', () => {
  notes(`
---
name: "  "
      ^^^^ name.missing refused
description:
^^^^^^^^^^^ description.missing refused
tools: {a: b}
       ^^^^^^ value.type refused
maxIterations: -1
               ^^ value.number refused
---
You write.
`);
  notes(`
---
name: writer
description: Writes: a lot
             ^^^^^^^ yaml.invalid refused
---
You write.
`);
  notes(`
---
name: writer
description: Writes.
---
^^^ body.empty refused
`);
  notes(`
name: writer
^^^^^^^^^^^^ frontMatter.missing refused
`);
});

test('Cline: keys of other tools are told, with its own', () => {
  notes(`
---
name: writer
description: Writes.
model: opus
^^^^^ key.unknown lost
color: red
^^^^^ key.unknown noted
allowed-tools: a
^^^^^^^^^^^^^ key.limit widened
tools: []
^^^^^ tools.empty noted
---
You write.
`);
});

test('names in the tool list that are none', () => {
  const result = notes(`
---
name: writer
description: Writes.
tools: Read, bash, "x", Bash(git *)
       ^^^^ tools.unknown lost
                   ^^^ tools.unknown noted
                        ^^^^^^^^^^^ tools.unknown lost
---
You write.
`);
  assert.deepEqual(
    result.notes.map(note => note.data?.suggestion),
    ['read_files', undefined, 'bash'],
  );
});

test('Cline: files that it passes over', () => {
  const text = '---\nname: a\ndescription: d\n---\nx\n';
  for (const path of ['.cline/agents/t/a.yaml', '.cline/agents/a.md', '.agents/agents/a.yaml']) {
    assert.deepEqual(
      load(clineAgent, text, path).notes.map(note => note.code),
      ['file.notRead'],
    );
  }
});
