import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copilotAgent } from '../../../../server/src/language/tools/copilot/agentLoader.ts';
import {
  vscodeChatmode,
  vscodeInstructions,
  vscodePrompt,
} from '../../../../server/src/language/tools/copilot/vscode/vscode.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const prompt = (fixture: string) => checkIssues(vscodePrompt, '.github/prompts/plan.prompt.md', fixture);

test('VS Code requires nothing of a prompt', () => {
  const result = prompt(`
# Plan
`);
  assert.deepEqual([result.loads, result.name, result.description], [true, 'plan', null]);
});

test('VS Code’s own parser accepts what YAML does not', () => {
  const result = prompt(`
---
description: Use this: when asked
agent: agent
tools: search, edit
model: claude-sonnet-4.6
---
`);
  assert.equal(result.description, 'Use this: when asked');
  assert.deepEqual(result.tools, ['search', 'edit']);
});

test('reports what VS Code’s own parser loses silently', () => {
  prompt(`
---
description: 'it's for plans'
                 ^^^^^^^^^^^^ yaml.invalid changed
---
`);
  prompt(`
---
description: For plans.
tools:[search]
^^^^^^ yaml.invalid ignored
---
`);
  prompt(`
---
^^^ frontMatter.unclosed ignored
description: For plans.
`);
  prompt(`

---
^^^ frontMatter.late ignored
description: For plans.
---
`);
  prompt(`
---
description: For plans.
^^^^^^^^^^^ yaml.duplicateKey changed
description: For more plans.
---
`);
});

test('reports keys and types of a prompt that VS Code does not support', () => {
  prompt(`
---
mode: agent
^^^^ key.deprecated noted
descripton: For plans.
^^^^^^^^^^ key.unknown ignored
title: Plan
^^^^^ key.unknown noted
name: [5]
      ^^^ name.invalid ignored
---
`);
});

test('reports `applyTo` that is not a string of globs', () => {
  checkIssues(
    vscodeInstructions,
    'x.instructions.md',
    `
---
applyTo: ['**/*.ts']
         ^^^^^^^^^^^ value.type ignored
---
`,
  );
  checkIssues(
    vscodeInstructions,
    'x.instructions.md',
    `
---
applyTo: ""
         ^^ value.type ignored
---
`,
  );
  const unquoted = load(vscodeInstructions, '---\napplyTo: **/*.ts\n---\n', 'x.instructions.md');
  assert.deepEqual(unquoted.issues, []);
});

test('a chat mode loads with its tools', () => {
  const result = load(
    vscodeChatmode,
    '---\ntools: [search]\n---\nPlan.\n',
    '.github/chatmodes/plan.chatmode.md',
  );
  assert.deepEqual([result.name, result.tools, result.issues], ['plan', ['search'], []]);
});

test('keys of an agent that only VS Code reads are checked against VS Code', () => {
  const result = checkIssues(
    copilotAgent,
    '.github/agents/x.agent.md',
    `
---
description: Writes.
target: VSCode
^^^^^^ key.ignored noted
        ^^^^^^ value.choice ignored
handoffs:
^^^^^^^^ key.ignored noted
  - label: Go
    ^^^^^^^^^ key.missing ignored
    agent: helper
    send: yes
          ^^^ value.boolean ignored
---
`,
  );
  assert.equal(result.loads, true);
});
