import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentSkill } from '../../../../server/src/language/tools/agentSkills/loader.ts';
import { load } from '../../../support/conformance.ts';
import { checkNotes } from '../../../support/notes.ts';

const notes = (fixture: string, path = '.agents/skills/pdf/SKILL.md') =>
  checkNotes(agentSkill, path, fixture);

test('a skill of the standard has no notes', () => {
  const result = notes(`
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

test('what the standard demands', () => {
  notes(`
---
name:
^^^^ name.missing refused
description: [a]
             ^^^ description.invalid refused
---
`);
  notes(`
# PDF
^^^^^ frontMatter.missing refused
`);
  notes(`
---
name: pdf
description: "Reads
             ^^^^^^ yaml.invalid refused
---
`);
});

test('departures that load are warnings at most', () => {
  const result = notes(`
---
name: PDF_tools
      ^^^^^^^^^ name.invalid lost
description: Reads.
license: 5
         ^ value.type lost
metadata:
  tags: [a]
        ^^^ value.type altered
  since: 2026-01-01
         ^^^^^^^^^^ value.type noted
allowed-tools: [Read]
               ^^^^^^ value.type noted
version: 1
^^^^^^^ key.unknown noted
tools: Read
^^^^^ key.unknown lost
---
`);
  assert.equal(result.loads, true);
});

test('the name is the folder’s', () => {
  notes(`
---
name: reader
      ^^^^^^ name.invalid lost
description: Reads.
---
`);
});

test('three dashes in a value end the front matter', () => {
  const result = notes(`
---
name: pdf
description: Reads --- quickly.
                   ^^^ frontMatter.closedEarly lost
license: MIT
---
`);
  assert.equal(result.description, 'Reads');
});

test('Agent Skills: what is longer than the standard allows or advises', () => {
  const codes = (text: string) =>
    load(agentSkill, text, 'pdf/SKILL.md').notes.map(({ code, effect }) => `${code} ${effect}`);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: ${'x'.repeat(1025)}\n---\n`), [
    'description.invalid lost',
  ]);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: d\n---\n${'x\n'.repeat(500)}`), []);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: d\n---\n${'x\n'.repeat(501)}`), [
    'body.tooLong noted',
  ]);
  assert.deepEqual(codes(`---\nname: pdf\ndescription: d\ncompatibility: ${'x'.repeat(501)}\n---\n`), [
    'value.type lost',
  ]);
});

test('a byte order mark is a warning, since only validators stumble over it', () => {
  const result = load(agentSkill, '\uFEFF---\nname: pdf\ndescription: d\n---\n', 'pdf/SKILL.md');
  assert.deepEqual([result.loads, result.notes[0]!.effect], [true, 'lost']);
});

test('only SKILL.md is a skill', () => {
  notes(
    `
---
^^^ file.notRead refused
name: pdf
description: Reads.
---
`,
    'pdf/Skill.md',
  );
});
