import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionOf } from '../../../../server/src/language/loading/issue.ts';
import { clineAgent } from '../../../../server/src/language/tools/cline/loader/cline.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const issues = (fixture: string, path = '.cline/agents/writer.yaml') =>
  checkIssues(clineAgent, path, fixture);

test('Cline reports nothing for a valid agent', () => {
  const result = issues(`
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

test('Cline refuses a file for causes that it does not distinguish itself', () => {
  issues(`
---
name: "  "
      ^^^^ name.missing rejected
description:
^^^^^^^^^^^ description.missing rejected
tools: {a: b}
       ^^^^^^ value.type rejected
maxIterations: -1
               ^^ value.number rejected
---
You write.
`);
  issues(`
---
name: writer
description: Writes: a lot
             ^^^^^^^ yaml.invalid rejected
---
You write.
`);
  issues(`
---
name: writer
description: Writes.
---
^^^ body.empty rejected
`);
  issues(`
name: writer
^^^^^^^^^^^^ frontMatter.missing rejected
`);
});

test('Cline reports keys of other tools and suggests its own', () => {
  issues(`
---
name: writer
description: Writes.
model: opus
^^^^^ key.unknown ignored
color: red
^^^^^ key.unknown noted
allowed-tools: a
^^^^^^^^^^^^^ key.limit unrestricted
tools: []
^^^^^ tools.empty noted
---
You write.
`);
});

test('Cline reports unknown names in the tool list', () => {
  const result = issues(`
---
name: writer
description: Writes.
tools: Read, bash, "x", Bash(git *)
       ^^^^ tools.unknown ignored
                   ^^^ tools.unknown noted
                        ^^^^^^^^^^^ tools.unknown ignored
---
You write.
`);
  assert.deepEqual(
    result.issues.map(issue => suggestionOf(issue)),
    ['read_files', undefined, 'bash'],
  );
});

test('Cline skips files elsewhere and of other extensions', () => {
  const text = '---\nname: a\ndescription: d\n---\nx\n';
  for (const path of ['.cline/agents/t/a.yaml', '.cline/agents/a.md', '.agents/agents/a.yaml']) {
    assert.deepEqual(
      load(clineAgent, text, path).issues.map(issue => issue.code),
      ['file.notRead'],
    );
  }
});
