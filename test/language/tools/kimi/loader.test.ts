import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionOf } from '../../../../server/src/language/loading/issue.ts';
import { kimiAgent } from '../../../../server/src/language/tools/kimi/loader/kimi.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const issues = (fixture: string, path = '.kimi-code/agents/writer.md') =>
  checkIssues(kimiAgent, path, fixture);

test('Kimi Code: a valid agent has no issues', () => {
  const result = issues(`
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

test('Kimi Code: without a name, uses that of the file, which must be valid', () => {
  const text = '---\ndescription: Writes.\n---\nYou write.\n';
  assert.equal(load(kimiAgent, text, 'a/code-writer.md').name, 'code-writer');
  assert.deepEqual(
    load(kimiAgent, text, 'a/Code Writer.md').issues.map(issue => issue.code),
    ['name.missing'],
  );
});

test('Kimi Code: reports what refuses a file', () => {
  issues(`
---
name: My Writer
      ^^^^^^^^^ name.invalid rejected
description: ""
^^^^^^^^^^^ description.missing rejected
tools: {Read: true}
       ^^^^^^^^^^^^ value.type rejected
override: yes
          ^^^ value.boolean rejected
---
^^^ body.empty rejected
`);
  issues(`
---
description: Writes.
tools: [Read, 5]
              ^ value.type rejected
---
You write.
`);
  issues(`
---
^^^ frontMatter.unclosed rejected
name: writer
----
You write.
`);
  issues(`
---
name: writer
name: reader
^^^^ yaml.duplicateKey rejected
---
You write.
`);
});

test('Kimi Code: reports an indented `---` that closes the front matter and drops keys', () => {
  const result = issues(`
---
description: |
  Writes.
  ---
  ^^^ frontMatter.closedEarly unrestricted
tools: Read
---
You write.
`);
  assert.deepEqual(result.issues[0]!.data, { lost: ['tools'] });
  assert.equal(result.tools, null);
  assert.equal(result.description, 'Writes.');
});

test('Kimi Code: reports tools that match nothing', () => {
  const result = issues(`
---
description: Writes.
tools: [Raad, WebFetch, "Bash(git:*)", mcp__github, "read_*"]
        ^^^^ tools.unknown ignored
              ^^^^^^^^ tools.unknown ignored
                         ^^^^^^^^^^^ tools.specifier ignored
                                       ^^^^^^^^^^^ tools.mcpForm ignored
                                                     ^^^^^^ tools.unknown ignored
disallowedTools: Bassh
                 ^^^^^ tools.unknown unrestricted
---
You write.
`);
  assert.equal(suggestionOf(result.issues[1]!), 'FetchURL');
  assert.equal(suggestionOf(result.issues[3]!), 'mcp__github__*');
});

test('Kimi Code: reports keys that it ignores', () => {
  issues(`
---
description: Writes.
model: sonnet
^^^^^ key.ignored noted
color: red
^^^^^ key.unknown noted
permissionMode: plan
^^^^^^^^^^^^^^ key.limit unrestricted
allowed-tools: Read
^^^^^^^^^^^^^ key.limit unrestricted
whenToUse: 5
           ^ value.type ignored
---
You write.
`);
});

test('Kimi Code: an empty list means no tools, a key without a value all', () => {
  const empty = issues(`
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
