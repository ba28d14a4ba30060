import assert from 'node:assert/strict';
import { test } from 'node:test';
import { augmentAgent } from '../../../../server/src/language/tools/augment/agent.ts';
import { load } from '../../../support/conformance.ts';
import { checkDiagnostics } from '../../../support/diagnostics.ts';

/** The title, the file's path, and the file with each diagnostic below its line. */
const cases: readonly [title: string, path: string, annotated: string][] = [
  [
    'Augment: reports another product’s keys and tools',
    '.augment/agents/team/a.md',
    `
---
name: reviewer
disallowedTools: [Bash]
^^^^^^^^^^^^^^^ warning noIneffectiveLimit
tools: [view, Bash, launch-process(git:*), my-mcp-tool]
              ^^^^ warning useKnownTool
                    ^^^^^^^^^^^^^^^^^^^^^ warning noToolSpecifier
---
You review.
`,
  ],
  [
    'Augment: reports a list of tools that is dropped beside denied ones',
    '.augment/agents/a.md',
    `
---
name: reviewer
tools: [view]
^^^^^ error noConflictingKeys
disabled_tools: launch-process
---
You review.
`,
  ],
  [
    'Augment: reports lists that give every tool',
    '.augment/agents/a.md',
    `
---
name: reviewer
tools: []
       ^^ error noEmptyToolList
disabled_tools: {view: true}
                ^^^^^^^^^^^^ error noIneffectiveTools
---
You review.
`,
  ],
  [
    'Augment: reports a list without any tool',
    '.augment/agents/a.md',
    `
---
name: reviewer
tools: "*"
        ^ error useKnownTool
---
You review.
`,
  ],
  [
    'Augment: reports invalid YAML that takes a limit away',
    '.augment/agents/a.md',
    `
---
name: reviewer
description: Use it: always
                 ^^^ error useValidYaml
tools: view
---
You review.
`,
  ],
  [
    'Augment: warns of invalid YAML in an agent without limits',
    '.augment/agents/a.md',
    `
---
name: reviewer
description: Use it: always
                 ^^^ warning useValidYaml
---
You review.
`,
  ],
  [
    'Augment: reports values that it changes and values that it ignores',
    '.augment/agents/a.md',
    `
---
name: my reviewer
      ^^^^^^^^^^^ warning useValidName
description: [Reviews]
             ^^^^^^^^^ warning useValidDescription
disable_rules: yes
               ^^^ warning useBoolean
finish_tool: done
             ^^^^ warning useKnownValue
---
You review.
`,
  ],
  [
    'Augment: accepts numbers, and no name at all',
    '.augment/agents/a.md',
    `
---
description: 5
model: sonnet4.5
color: red
hidden: false
disabled_tools: launch-process, save-file
---
You review.
`,
  ],
  [
    'Augment: loads plain text, even a README, as an agent',
    '.augment/agents/README.md',
    `
How to use the agents
^^^^^^^^^^^^^^^^^^^^^ information useFrontMatter
`,
  ],
];

for (const [title, path, annotated] of cases) {
  test(title, () => {
    checkDiagnostics(annotated.slice(1), { path });
  });
}

test('Augment: a file that ends at the closing delimiter has no front matter', () => {
  const { name, tools, issues } = load(
    augmentAgent.loader,
    '---\nname: a\ntools: view\n---',
    '.augment/agents/my file.md',
  );
  assert.deepEqual([name, tools], ['my file', null]);
  assert.deepEqual(
    issues.map(({ code, effect }) => [code, effect]),
    [['frontMatter.unclosed', 'unrestricted']],
  );
});

test('Augment: names an agent by its path', () => {
  const { name } = load(augmentAgent.loader, '---\nmodel: x\n---\n', '.augment/agents/team/my file.md');
  assert.equal(name, 'team-my-file');
});

test('Augment: does not offer a hidden agent', () => {
  const { loads, ignored } = load(
    augmentAgent.loader,
    '---\nhidden: true\n---\nHi\n',
    '.augment/agents/a.md',
  );
  assert.deepEqual([loads, ignored], [false, true]);
});
