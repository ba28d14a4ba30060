import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { type CreateAction, createActionsAt } from '../../../server/src/language/features/createActions.ts';
import { extractSkillAt } from '../../../server/src/language/features/extractSkill.ts';
import { readProject } from '../../support/marks.ts';
import { filesIn, foundIn, snapshotsIn } from '../../support/projectFiles.ts';

const root = 'file:///project/';

/** The project after an action, in the form in which it was given. */
function after(project: string, { action }: CreateAction): string {
  const files = filesIn(project);
  for (const change of action.edit?.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind !== 'create') continue;
      const path = decodeURIComponent(change.uri.slice(root.length));
      assert.ok(!files.has(path), `${path} exists`);
      files.set(path, '');
    } else {
      const path = decodeURIComponent((change as TextDocumentEdit).textDocument.uri.slice(root.length));
      files.set(path, edited(files.get(path)!, change.edits as TextEdit[]));
    }
  }
  return [...files].map(([path, text]) => `=== ${path}\n${text}`).join('');
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    );
}

/** The actions that create what is named at the cursor. */
const createdAt = (marked: string) => {
  const { snapshot, offset } = readProject(marked);
  return createActionsAt(snapshot, { start: offset, end: offset });
};

const places: Readonly<Record<string, readonly [marked: string, title: string, path: string]>> = {
  'an agent of Claude Code': [
    '=== .claude/skills/scan/SKILL.md\n---\ndescription: Scans.\ncontext: fork\nagent: rev¦iewer\n---\nScan.\n',
    "Create agent 'reviewer'",
    '.claude/agents/reviewer.md',
  ],
  'an agent of a project in a folder': [
    '=== web/.claude/commands/all.md\nRun Task(subagent_type="unit-t¦ester", prompt="go").\n',
    "Create agent 'unit-tester'",
    'web/.claude/agents/unit-tester.md',
  ],
  'a skill that an agent preloads': [
    '=== .claude/agents/a b.md\n---\nname: a\ndescription: A.\nskills: sty¦le\n---\nA.\n',
    "Create skill 'style'",
    '.claude/skills/style/SKILL.md',
  ],
  'an agent of Copilot': [
    '=== .github/agents/lead.agent.md\n---\ndescription: Leads.\nagents: [wor¦ker]\ntools: [agent]\n---\nLead.\n',
    "Create agent 'worker'",
    '.github/agents/worker.md',
  ],
};
for (const [what, [marked, title, path]] of Object.entries(places)) {
  test(`a quick fix creates ${what} that is named and does not exist`, () => {
    const [action, ...others] = createdAt(marked);
    assert.equal(action?.action.title, title);
    assert.equal(action?.created, root + path);
    assert.deepEqual(others, []);
    assert.equal(action?.action.diagnostics?.length, 1);
    const text = after(marked.replace('¦', ''), action!);
    const lines = foundIn(text);
    assert.ok(
      lines.some(line => line.startsWith(`${path}: `) && !line.includes(',')),
      text,
    );
    assert.ok(!lines.join().includes('useExistingName'), text);
  });
}

test('nothing is created for a name that exists, is built in, or belongs to a plugin', () => {
  const skill = (name: string) =>
    `=== .claude/skills/scan/SKILL.md\n---\ndescription: Scans.\ncontext: fork\nagent: ¦${name}\n---\nScan.\n`;
  const reviewer =
    '=== .claude/agents/reviewer.md\n---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n';
  assert.equal(createdAt(skill('other')).length, 1);
  assert.deepEqual(createdAt(skill('reviewer') + reviewer), []);
  assert.deepEqual(createdAt(skill('Explore')), []);
  assert.deepEqual(createdAt(skill('kit:worker')), []);
});

/** The project after the text between two cursors was extracted; `undefined` where that is not offered. */
function extracted(marked: string): string | undefined {
  const [path, text] = [...filesIn(marked)].find(([, text]) => text.includes('¦'))!;
  const [before = '', selected = ''] = text.split('¦');
  const plain = marked.replaceAll('¦', '');
  const snapshot = snapshotsIn(plain).find(({ document }) => document.uri === root + path)!;
  const range = { start: before.length, end: before.length + selected.length };
  const action = extractSkillAt(snapshot, range);
  return action && after(plain, action);
}

const agent = (body: string, more = '') =>
  `=== .claude/agents/lead.md\n---\nname: lead\ndescription: Leads.\n${more}---\n${body}`;

test('a part of a prompt becomes a skill, which the agent is given', () => {
  const result = extracted(
    agent('You lead.\n\n¦## How to release\n\n1. Tag it.\n2. Push it.\n¦\nBe brief.\n'),
  );
  assert.equal(
    result,
    `=== .claude/agents/lead.md
---
name: lead
description: Leads.
skills: [how-to-release]
---
You lead.

Use the skill \`how-to-release\`.

Be brief.
=== .claude/skills/how-to-release/SKILL.md
---
name: how-to-release
description: How to release. Say when to use it.
---

## How to release

1. Tag it.
2. Push it.
`,
  );
  for (const line of foundIn(result!)) assert.ok(!line.includes(','), line);
});

test('a skill gets another name where there is one, and a list of skills is left alone', () => {
  const skill = '=== .claude/skills/run-the-tests/SKILL.md\n---\ndescription: Runs.\n---\nRun them.\n';
  const result = extracted(
    agent('Do.\n¦Run the tests\nand wait for them.¦\n', 'skills: run-the-tests\n') + skill,
  );
  assert.match(result!, /=== \.claude\/skills\/run-the-tests-and-wait\/SKILL\.md/);
  const again = extracted(agent('Do.\n¦# Run the tests\nand wait.¦\n', 'skills: run-the-tests\n') + skill);
  assert.match(again!, /=== \.claude\/skills\/run-the-tests-2\/SKILL\.md/);
  assert.match(again!, /skills: run-the-tests\n---/);
});

test('nothing is extracted from the front matter, from a few words, or from a skill', () => {
  assert.equal(extracted(agent('You lead everybody.\n').replace('name: lead', '¦name: lead¦')), undefined);
  assert.equal(extracted(agent('You ¦lead¦ everybody.\n')), undefined);
  const skill =
    '=== .claude/skills/x/SKILL.md\n---\ndescription: X.\n---\n¦Run the tests and wait for them.¦\n';
  assert.equal(extracted(skill), undefined);
});
