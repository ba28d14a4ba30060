import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codexAgent } from '../../../../server/src/language/tools/codex/loader/codex.ts';
import { load } from '../../../support/conformance.ts';
import { checkNotes } from '../../../support/notes.ts';

const notes = (fixture: string, path = '.codex/agents/writer.toml') => checkNotes(codexAgent, path, fixture);

test('a clean role has no notes', () => {
  const result = notes(`
# The writer
name = " writer "
description = "Writes."
model = "gpt-5.4"
model_reasoning_effort = "high"
nickname_candidates = ["Al", "Bo"]
model_context_window = 100_000
developer_instructions = """
You write.
[not a table]
"""
[mcp_servers.docs]
url = "http://127.0.0.1/"
startup_timeout_sec = 2.5
anything = 1
`);
  assert.equal(result.name, 'writer');
  assert.equal(result.model, 'gpt-5.4');
  assert.equal(result.fields.model_context_window, 100_000);
});

test('unknown keys refuse the file, and tools is no list', () => {
  const result = notes(`
name = "writer"
description = "Writes."
prompt = "You write."
^^^^^^ key.unknown refused
developer_instructions = "You write."
tools = ["Read"]
        ^^^^^^^^ value.type refused
color = "red"
^^^^^ key.unknown refused
`);
  assert.equal(result.notes[0]!.data?.suggestion, 'developer_instructions');
});

test('a key below a table belongs to the table', () => {
  const result = notes(`
name = "writer"
description = "Writes."
[mcp_servers.s]
command = "node"
developer_instructions = "You write."
^^^^^^^^^^^^^^^^^^^^^^ body.empty refused
`);
  assert.match(result.notes[0]!.message, /below a table header/);
});

test('types, choices, numbers, blanks', () => {
  notes(
    `
name = 42
       ^^ name.invalid refused
description = " "
^^^^^^^^^^^ description.missing refused
developer_instructions = "You write."
sandbox_mode = "nope"
               ^^^^^^ value.choice refused
mcp_oauth_callback_port = 70000
                          ^^^^^ value.number refused
nickname_candidates = ["A!"]
                      ^^^^^^ value.type refused
[mcp_servers.s]
 ^^^^^^^^^^^^^ mcp.invalid refused
args = []
[mcp_servers.t]
command = "node"
url = "http://127.0.0.1/"
      ^^^^^^^^^^^^^^^^^^^ mcp.invalid refused
`,
  );
});

test('TOML faults name their cause', () => {
  notes(`
---
^^^ yaml.invalid refused
name: writer
---
`);
  notes(`
name = "writer"
name = "reader"
^^^^ yaml.duplicateKey refused
`);
  notes(`
name = writer
^^^^^^^^^^^^^ yaml.invalid refused
`);
});

test('hints on a role that loads', () => {
  notes(`
name = "writer"
description = "Writes."
developer_instructions = "You write."
model = "sonnet"
        ^^^^^^^^ value.model noted
sandbox_mode = "read-only"
^^^^^^^^^^^^ key.ignored noted
`);
});

test('Codex: files that it passes over', () => {
  const text = 'name = "a"\ndescription = "d"\ndeveloper_instructions = "x"\n';
  for (const path of ['.codex/agents/a.md', '.codex/agents/a.TOML', '.agents/agents/a.toml']) {
    assert.deepEqual(
      load(codexAgent, text, path).notes.map(note => note.code),
      ['file.notRead'],
    );
  }
});
