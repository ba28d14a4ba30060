import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionsAt } from '../../../server/src/language/features/names/definition.ts';
import { highlightsAt } from '../../../server/src/language/features/names/highlights.ts';
import { nameAt } from '../../../server/src/language/features/names/nameAt.ts';
import { certainUsages, likelyUsages } from '../../../server/src/language/features/names/usages.ts';
import { workspaceSymbols } from '../../../server/src/language/features/names/workspaceSymbols.ts';
import { readProject, shownPlace } from '../../support/marks.ts';
import { snapshotsIn } from '../../support/projectFiles.ts';

/** Where the name at the cursor leads. */
function definitionOf(marked: string): string[] {
  const project = readProject(marked);
  return definitionsAt(project.snapshot, project.offset).map(({ targetUri, targetSelectionRange }) =>
    shownPlace(project, { uri: targetUri, range: targetSelectionRange }),
  );
}

/** The certain references to what is at the cursor, and the likely mentions behind `?`. */
function usagesOf(marked: string): string[] {
  const project = readProject(marked);
  const [target] = nameAt(project.snapshot, project.offset)?.files ?? [];
  assert.ok(target, 'nothing is named here');
  const certain = certainUsages(target, project.snapshot.workspace).map(place => shownPlace(project, place));
  const likely = project.snapshots.flatMap(snapshot =>
    likelyUsages(snapshot, target).map(
      range => `? ${shownPlace(project, { uri: snapshot.document.uri, range })}`,
    ),
  );
  return [...certain, ...likely].sort();
}

const reviewer =
  '=== .claude/agents/reviewer.md\n---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n';
const tester =
  '=== .claude/agents/qa/tester.md\n---\nname: unit-tester\ndescription: Tests.\n---\nYou test.\n';

const leads: Readonly<Record<string, readonly [text: string, ...places: string[]]>> = {
  'an agent in a list of tools leads to its file': [
    `${reviewer}=== .claude/agents/lead.md\n---\nname: lead\ndescription: Leads.\ntools: Read, Agent(rev¦iewer, other)\n---\nLead.\n`,
    '.claude/agents/reviewer.md:2 reviewer',
  ],
  'an agent in a quoted item of a list leads to its file': [
    `${tester}=== .claude/agents/lead.md\n---\nname: lead\ndescription: Leads.\ntools:\n  - Read\n  - "Task(x, unit-te¦ster)"\n---\nLead.\n`,
    '.claude/agents/qa/tester.md:2 unit-tester',
  ],
  'the agent of a forked skill leads to its file': [
    `${reviewer}=== .claude/skills/scan/SKILL.md\n---\ndescription: Scans.\ncontext: fork\nagent: ¦reviewer\n---\nScan.\n`,
    '.claude/agents/reviewer.md:2 reviewer',
  ],
  'a skill in front matter leads to the skill of that folder': [
    '=== .claude/skills/style/SKILL.md\n---\ndescription: Style.\n---\nStyle.\n=== .claude/agents/a.md\n---\nname: a\ndescription: A.\nskills: other, style¦\n---\nA.\n',
    '.claude/skills/style/SKILL.md:1',
  ],
  'an agent in a call in a text leads to its file': [
    `${tester}=== .claude/commands/all.md\nRun Task(subagent_type="unit-t¦ester", prompt="go").\n`,
    '.claude/agents/qa/tester.md:2 unit-tester',
  ],
  'an agent of a plugin is found with the name of the plugin': [
    '=== kit/.claude-plugin/plugin.json\n{ "name": "kit" }\n=== kit/agents/worker.md\n---\nname: worker\ndescription: Works.\n---\nWork.\n=== kit/commands/go.md\nUse subagent_type: "kit:wor¦ker".\n',
    'kit/agents/worker.md:2 worker',
  ],
  'of two agents of one name, the nearer one is meant': [
    `${reviewer}=== web/.claude/agents/reviewer.md\n---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n=== web/.claude/skills/scan/SKILL.md\n---\ndescription: S.\ncontext: fork\nagent: review¦er\n---\nScan.\n`,
    'web/.claude/agents/reviewer.md:2 reviewer',
  ],
  'a handoff leads to the agent of that name, whatever its case': [
    '=== .github/agents/plan.agent.md\n---\nname: Planner\ndescription: Plans.\nhandoffs:\n  - label: Go\n    agent: impl¦ementer\n    prompt: Go.\n---\nPlan.\n=== .github/agents/implementer.agent.md\n---\ndescription: Implements.\n---\nImplement.\n',
    '.github/agents/implementer.agent.md:1',
  ],
  'the agent of a prompt file leads to its file': [
    '=== .github/prompts/go.prompt.md\n---\ndescription: Go.\nagent: Plan¦ner\n---\nGo.\n=== .github/agents/plan.agent.md\n---\nname: Planner\ndescription: Plans.\n---\nPlan.\n',
    '.github/agents/plan.agent.md:2 Planner',
  ],
  'a pattern of permissions that is a name leads to the agent': [
    '=== .opencode/agents/lead.md\n---\ndescription: Leads.\npermission:\n  task:\n    "*": deny\n    docs¦: allow\n---\nLead.\n=== .opencode/agents/docs.md\n---\ndescription: Writes.\n---\nWrite.\n',
    '.opencode/agents/docs.md:1',
  ],
  'a likely mention in prose leads to the file': [
    `${tester}=== .claude/agents/lead.md\n---\nname: lead\ndescription: Leads.\n---\nHand over to unit-te¦ster when done.\n`,
    '.claude/agents/qa/tester.md:2 unit-tester',
  ],
  'a common word that is also a name leads nowhere': [
    `${reviewer}=== .claude/agents/lead.md\n---\nname: lead\ndescription: Leads.\n---\nAsk a revie¦wer.\n`,
  ],
  'a common word in backquotes leads to the file': [
    `${reviewer}=== .claude/agents/lead.md\n---\nname: lead\ndescription: Leads.\n---\nAsk \`revie¦wer\`.\n`,
    '.claude/agents/reviewer.md:2 reviewer',
  ],
  'a built-in agent leads nowhere': [
    '=== .claude/skills/scan/SKILL.md\n---\ndescription: S.\ncontext: fork\nagent: Expl¦ore\n---\nScan.\n',
  ],
};

for (const [name, [text, ...places]] of Object.entries(leads))
  test(name, () => assert.deepEqual(definitionOf(text), places));

test('the references to an agent are those in all forms, and likely mentions', () => {
  const found = usagesOf(
    [
      tester.replace('unit-tester', 'unit-te¦ster'),
      '=== .claude/agents/lead.md\n---\nname: lead\ndescription: Uses unit-tester.\ntools: Agent(unit-tester)\n---\nAsk unit-tester, `unit-tester`, not unit-tester.md or my-unit-tester.\n',
      '=== .claude/commands/all.md\nsubagent_type: "unit-tester"\n',
      '=== .gemini/agents/x.md\n---\nname: x\ndescription: X.\n---\nAsk @unit-tester.\n',
    ].join(''),
  );
  assert.deepEqual(found, [
    '.claude/agents/lead.md:4 unit-tester',
    '.claude/commands/all.md:1 unit-tester',
    '? .claude/agents/lead.md:6 unit-tester',
    '? .claude/agents/lead.md:6 unit-tester',
    '? .gemini/agents/x.md:5 unit-tester',
  ]);
});

test('a reference to the nearer of two agents is not one to the other', () => {
  const files =
    '=== web/.claude/agents/reviewer.md\n---\nname: reviewer\ndescription: R.\n---\nR.\n=== web/.claude/agents/lead.md\n---\nname: lead\ndescription: L.\ntools: Agent(reviewer)\n---\nL.\n';
  assert.deepEqual(usagesOf(reviewer.replace('name: reviewer', 'name: ¦reviewer') + files), []);
  assert.deepEqual(usagesOf(reviewer + files.replace('name: reviewer', 'name: ¦reviewer')), [
    'web/.claude/agents/lead.md:4 reviewer',
  ]);
});

test('highlights are the name, its references and its mentions in the file', () => {
  const project = readProject(
    '=== .claude/agents/a-b.md\n---\nname: a-¦b\ndescription: A.\ntools: Agent(a-b, c)\n---\nThe a-b, not c.\n',
  );
  const found = highlightsAt(project.snapshot, project.offset).map(({ range, kind }) => [
    shownPlace(project, { uri: project.snapshot.document.uri, range }),
    kind,
  ]);
  assert.deepEqual(found, [
    ['.claude/agents/a-b.md:2 a-b', 3],
    ['.claude/agents/a-b.md:4 a-b', 2],
    ['.claude/agents/a-b.md:6 a-b', 1],
  ]);
});

test('workspace symbols are found by the letters of their names', () => {
  const [{ workspace } = assert.fail()] = snapshotsIn(reviewer + tester);
  const names = (query: string) => workspaceSymbols(workspace.files, query).map(({ name }) => name);
  assert.deepEqual(names(''), ['reviewer', 'unit-tester']);
  assert.deepEqual(names('UNTE'), ['unit-tester']);
  assert.deepEqual(names('xyz'), []);
});
