import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readProject } from '../../support/marks.ts';
import { snapshotsIn } from '../../support/projectFiles.ts';
import { renamed, renamedFile } from '../../support/renamed.ts';

const worker =
  '=== .claude/agents/worker.md\n---\nname: worker # the one\ndescription: Works.\n---\nYou work.\n';

test('renaming an agent changes its name, its file and every certain reference', () => {
  const others = [
    '=== .claude/agents/lead.md\n---\nname: "lead"\ndescription: Leads.\ntools: Read, Agent(worker, workers)\n---\nThe worker.\n',
    '=== .claude/skills/scan/SKILL.md\n---\ndescription: Scans.\ncontext: fork\nagent: "worker"\n---\nScan.\n',
    "=== .claude/commands/go.md\nTask(subagent_type='worker')\n",
  ].join('');
  const after = others
    .replace('Agent(worker,', 'Agent(builder,')
    .replace('"worker"', '"builder"')
    .replace("'worker'", "'builder'");
  const own = worker.replace('worker.md', 'builder.md').replace('name: worker', 'name: builder');
  assert.equal(renamed(worker.replace('name: wor', 'name: wor¦') + others, 'builder'), own + after);
  assert.equal(renamed(worker + others.replace("'wor", "'wor¦"), 'builder'), own + after, 'from a reference');
});

test('likely mentions are changes of their own', () => {
  const text =
    '=== .claude/agents/a-b.md\n---\nname: a-b\ndescription: A.\n---\nA.\n=== .claude/agents/lead.md\n---\nname: lead\ndescription: Leads.\n---\nAsk a-b, `a-b` or x-a-b.\n';
  const marked = text.replace('name: a-b', 'name: ¦a-b');
  const certain = text.replace('agents/a-b.md', 'agents/c-d.md').replace('name: a-b', 'name: c-d');
  assert.equal(renamed(marked, 'c-d'), certain);
  assert.equal(renamed(marked, 'c-d', true), certain.replace('Ask a-b, `a-b`', 'Ask c-d, `c-d`'));
});

test('renaming a skill renames its folder, and the label that says the same', () => {
  const agent = '=== .claude/agents/x.md\n---\nname: x\ndescription: X.\nskills:\n  - house-style\n---\nX.\n';
  const skill = '=== .claude/skills/house-style/SKILL.md\n---\nname: house-style\ndescription: S.\n---\nS.\n';
  const file = '=== .claude/skills/house-style/references/a.md\nA.\n';
  const changed = (text: string) => text.replaceAll('house-style', 'our-style');
  assert.equal(
    renamed(agent.replace('- hou', '- ¦hou') + skill + file, 'our-style'),
    changed(agent) + changed(skill) + changed(file),
  );
});

test('in a plugin only the part after the plugin’s name is replaced', () => {
  const text =
    '=== kit/.claude-plugin/plugin.json\n{ "name": "kit" }\n=== kit/agents/worker.md\n---\ndescription: Works.\n---\nW.\n=== kit/commands/go.md\nsubagent_type: "kit:worker"\n';
  assert.equal(
    renamed(text.replace('"kit:wor', '"kit:wor¦'), 'builder'),
    text.replace('agents/worker.md', 'agents/builder.md').replace('kit:worker"', 'kit:builder"'),
  );
});

test('a Copilot agent that is known by its file’s name keeps its extension', () => {
  const text =
    '=== .github/agents/impl.agent.md\n---\ndescription: I.\n---\nI.\n=== .github/agents/plan.agent.md\n---\nname: Plan It\ndescription: P.\nhandoffs:\n  - label: Go\n    agent: impl\n    prompt: Go.\n---\nP.\n';
  assert.equal(
    renamed(text.replace('agent: im', 'agent: im¦'), 'build'),
    text.replace('impl.agent.md', 'build.agent.md').replace('agent: impl', 'agent: build'),
  );
});

const refusals: Readonly<Record<string, readonly [text: string, to: string, why: RegExp]>> = {
  'a name that another agent has': [
    `${worker.replace('name: w', 'name: ¦w')}=== .claude/agents/b.md\n---\nname: builder\ndescription: B.\n---\nB.\n`,
    'builder',
    /`builder` is the name in agents\/b\.md already/,
  ],
  'the name of a built-in agent': [worker.replace('name: w', 'name: ¦w'), 'Explore', /built-in agent/],
  'a name with a colon': [worker.replace('name: w', 'name: ¦w'), 'a:b', /cannot be a name/],
  'an empty name': [worker.replace('name: w', 'name: ¦w'), ' ', /cannot be a name/],
  'a name that YAML does not read as a string': [worker.replace('name: w', 'name: ¦w'), '12', /./],
  'a name that the tool does not accept': [
    '=== .gemini/agents/worker.md\n---\nname: wor¦ker\ndescription: W.\n---\nW.\n',
    'My Worker',
    /./,
  ],
  'a name that a reader of the skill does not accept': [
    '=== .agents/skills/my-skill/SKILL.md\n---\nname: my-¦skill\ndescription: S.\n---\nS.\n',
    'My Skill',
    /./,
  ],
};

for (const [name, [text, to, why]] of Object.entries(refusals))
  test(`a rename to ${name} is refused`, () => {
    const result = renamed(text, to);
    assert.match(result, /^refused: /);
    assert.match(result, why);
  });

const forms = [
  (name: string) =>
    `=== .claude/agents/lead.md\n---\nname: lead\ndescription: L.\ntools: Read, Agent(${name},other)\n---\nAsk ${name}.\n`,
  (name: string) =>
    `=== .claude/skills/scan/SKILL.md\n---\ndescription: S.\ncontext: fork\nagent:   '${name}'   # who\n---\nS.\n`,
  (name: string) =>
    `=== .claude/commands/go.md\r\nsubagent_type = "${name}"\r\n\`subagent_type: "${name}"\`\n`,
  (name: string) =>
    `=== .claude/agents/two.md\n---\nname: two\ndescription: "Uses ${name}"\ntools: ["Task(${name})", Read]\nskills: [${name}]\n---\n`,
];
const own = [
  (name: string) =>
    `=== .claude/agents/${name}.md\n---\nname: ${name}\ndescription: W.\n---\nI am ${name}.\n`,
  (name: string) => `=== .claude/agents/sub/file.md\n---\ndescription: W.\nname: "${name}" # mine\n---\nW.\n`,
];
const anyName = fc
  .stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,2}$/)
  .filter(name => !['lead', 'two', 'other', 'true', 'null', 'false', 'plan'].includes(name));

test('renaming there and back changes nothing', () => {
  const project = fc.tuple(fc.constantFrom(...own), fc.subarray(forms), anyName, anyName);
  fc.assert(
    fc.property(project, ([define, uses, from, to]) => {
      fc.pre(from !== to);
      const text = [define, ...uses].map(form => form(from)).join('');
      const there = renamedFile(text, { snapshots: snapshotsIn(text) }, { uri: uriOf(text), from, to });
      fc.pre(!there.startsWith('refused'));
      assert.notEqual(there, text);
      const back = renamedFile(
        there,
        { snapshots: snapshotsIn(there) },
        { uri: uriOf(there), from: to, to: from },
      );
      assert.equal(back, text);
    }),
    { numRuns: 150 },
  );
});

/** The URI of the first file. */
function uriOf(text: string): string {
  return `file:///project/${/^=== (.+)$/m.exec(text)![1]}`;
}

test('nothing can be renamed at a built-in name or in prose', () => {
  const text =
    '=== .claude/skills/s/SKILL.md\n---\ndescription: S.\ncontext: fork\nagent: Expl¦ore\n---\nS.\n';
  const project = readProject(text);
  assert.equal(project.snapshot.load.loads, true);
  assert.throws(() => renamed(text, 'x'), /nothing can be renamed/);
});
