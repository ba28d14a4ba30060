import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceValidator } from '../../../../server/src/language/tools/agentSkills/loader/validator.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const issues = (fixture: string, path = '.agents/skills/pdf/SKILL.md') =>
  checkIssues(referenceValidator, path, fixture);

test('does not report a skill of the standard', () => {
  const result = issues(`
---
name: pdf
description: Reads PDF files. Use when the user mentions one.
license: MIT
compatibility: Needs Python 3.
metadata:
  author: me
allowed-tools: Bash(git:*) Read
---
Read them.
`);
  assert.equal(result.loads, true);
  assert.equal(result.fields['allowed-tools'], 'Bash(git:*) Read');
});

test('rejects a skill without what the standard requires', () => {
  issues(`
---
name:
^^^^ name.missing rejected
description: [a]
             ^^^ value.type rejected
---
`);
  issues(`
# PDF
^^^^^ frontMatter.missing rejected
`);
  issues(`
---
name: pdf
description: "Reads
             ^^^^^^ yaml.invalid rejected
---
`);
});

test('reports what the validator finds invalid', () => {
  const result = issues(`
---
name: PDF_tools
      ^^^^^^^^^ name.invalid ignored
description: Reads.
license: 5
metadata:
  since: 2026-01-01
allowed-tools: Read, Grep
               ^^^^^^^^^^ value.type noted
version: 1
^^^^^^^ key.unknown ignored
tools: Read
^^^^^ key.unknown ignored
---
`);
  assert.equal(result.loads, true);
});

test('reports a name that is not the folder’s', () => {
  issues(`
---
name: reader
      ^^^^^^ name.invalid ignored
description: Reads.
---
`);
});

test('reports three dashes in a value, which end the front matter', () => {
  const result = issues(`
---
name: pdf
description: Reads --- quickly.
                   ^^^ frontMatter.closedEarly ignored
license: MIT
---
`);
  assert.equal(result.description, 'Reads');
});

test('reports what is longer than the standard allows or recommends', () => {
  const codes = (text: string) =>
    load(referenceValidator, text, 'pdf/SKILL.md').issues.map(({ code, effect }) => `${code} ${effect}`);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: ${'x'.repeat(1025)}\n---\n`), [
    'description.invalid ignored',
  ]);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: d\n---\n${'x\n'.repeat(500)}`), []);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: d\n---\n${'x\n'.repeat(501)}`), [
    'body.tooLong noted',
  ]);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: d\ncompatibility: ${'x'.repeat(501)}\n---\n`), [
    'value.type ignored',
  ]);
});

test('rejects a byte order mark, as the validator does', () => {
  const result = load(referenceValidator, '\uFEFF---\nname: pdf\ndescription: d\n---\n', 'pdf/SKILL.md');
  assert.deepEqual([result.loads, result.issues[0]!.effect], [false, 'rejected']);
});

test('rejects a file that is not named SKILL.md', () => {
  issues(
    `
---
^^^ file.notRead rejected
name: pdf
description: Reads.
---
`,
    'pdf/Skill.md',
  );
});
