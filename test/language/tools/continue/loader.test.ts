import assert from 'node:assert/strict';
import { test } from 'node:test';
import { continueAgent } from '../../../../server/src/language/tools/continue/agent.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const issues = (fixture: string) => checkIssues(continueAgent.loader, '.continue/agents/writer.md', fixture);

test('Continue: a valid agent has no issues', () => {
  const result = issues(`
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

test('Continue: text before the opening delimiter is dropped silently', () => {
  const result = load(continueAgent.loader, '# Title\n\n---\nname: a\n---\nPrompt\n', 'a.md');
  assert.equal(result.name, 'a');
});

test('Continue: reports what refuses a file', () => {
  issues(`
---
^^^ name.missing rejected
description:
^^^^^^^^^^^ description.missing rejected
tools: [Read]
       ^^^^^^ value.type rejected
rules:
^^^^^ value.null rejected
---
`);
  issues(`
---
name: 5
      ^ name.invalid rejected
---
`);
  issues(`
---
name: writer
tools: Read
tools: Edit
^^^^^ yaml.duplicateKey rejected
---
`);
  issues(`
---
name: writer
description: [WIP] a thing
             ^^^^^^^^^^^^^ yaml.invalid rejected
---
`);
});

test('Continue: reports a byte order mark that hides the opening delimiter', () => {
  const [issue] = load(continueAgent.loader, '\uFEFF---\nname: a\n---\n', 'a.md').issues;
  assert.deepEqual([issue!.code, issue!.range], ['frontMatter.late', { start: 0, end: 1 }]);
});

test('Continue: reports references to MCP tools that fail or match nothing', () => {
  issues(`
---
name: writer
tools: "owner/package: search, https://host:a.b, mcp__github__search"
        ^^^^^^^^^^^^^^^^^^^^^ tools.mcpForm fails
                               ^^^^^^^^^^^^^^^^ tools.mcpForm fails
                                                 ^^^^^^^^^^^^^^^^^^^ tools.mcpForm ignored
---
`);
});

test('Continue: reports keys that it ignores', () => {
  issues(`
---
name: writer
color: red
^^^^^ key.unknown noted
allowed-tools: Read
^^^^^^^^^^^^^ key.limit unrestricted
disallowedTools: Bash
^^^^^^^^^^^^^^^ key.limit unrestricted
---
`);
});
