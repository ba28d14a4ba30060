import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const skill = (length: number, text = 'd') =>
  `---\nname: x\ndescription: ${text.repeat(Math.ceil(length / text.length)).slice(0, length)}\n---\nDo it.\n`;

/** A project with so many skills in a folder. */
function skills(count: number, length: number, folder = '.claude/skills'): Record<string, string> {
  const name = (at: number) => `k${String(at).padStart(2, '0')}`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${folder}/${name(at)}/SKILL.md`,
      skill(length).replace('name: x', `name: ${name(at)}`),
    ]),
  );
}

interface Reported {
  readonly path: string;
  readonly severity: string;
  readonly problem: string;
  readonly consequence: string;
  readonly advice?: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** What `check` reports of descriptions that are not sent. */
async function unsent(cwd: string, ...args: string[]): Promise<Reported[]> {
  const { out } = await run(cwd, ['check', '--format', 'json', ...args]);
  const { files } = JSON.parse(out) as {
    files: { path: string; diagnostics: (Omit<Reported, 'path'> & { rule: string })[] }[];
  };
  return files.flatMap(({ path, diagnostics }) =>
    diagnostics.flatMap(({ rule, ...found }) => (rule === 'noUnsentDescription' ? { path, ...found } : [])),
  );
}

test('check reports each skill whose description Claude Code does not send, for models with a small window', async () => {
  const found = await unsent(project(skills(20, 400)));
  assert.equal(found.length, 16);
  const [first] = found;
  assert.deepEqual(
    [first!.path, first!.severity, first!.problem, first!.consequence],
    [
      '.claude/skills/k04/SKILL.md',
      'information',
      'Description not sent: 16 of 20 skills are over the budget',
      'Claude Code has 8,000 columns for all of them (200k models), and sends the name alone',
    ],
  );
  assert.match(
    first!.advice!,
    /^Shorten descriptions by 6,\d\d\d columns in all, or set `skillListingBudgetFraction`/,
  );
  assert.deepEqual(first!.range.start, { line: 2, character: 13 });
});

test('what the default model is not given is a warning, and so is what the model of the project is not', async () => {
  const byDefault = await unsent(project(skills(70, 400)));
  const bySeverity = (severity: string) => byDefault.filter(found => found.severity === severity).length;
  assert.equal(bySeverity('warning') + bySeverity('information'), 67);
  assert.ok(bySeverity('warning') > 5 && bySeverity('warning') < 15, `${bySeverity('warning')} warnings`);
  for (const model of ['claude-sonnet-4-5', '200k']) {
    const chosen = await unsent(project({ ...skills(20, 400), '.agentfilesrc': `model: ${model}\n` }));
    assert.deepEqual([...new Set(chosen.map(({ severity }) => severity))], ['warning']);
    assert.equal(chosen.length, 16);
    assert.doesNotMatch(chosen[0]!.consequence, /models/);
  }
  assert.deepEqual(await unsent(project({ ...skills(20, 400), '.agentfilesrc': 'model: 1m\n' })), []);
});

test('the settings of the project count, and skills that the model cannot call do not', async () => {
  const settings = (value: object) => ({ '.claude/settings.json': JSON.stringify(value) });
  const many = skills(20, 400);
  assert.deepEqual(await unsent(project({ ...many, ...settings({ skillListingBudgetFraction: 0.03 }) })), []);
  const denied = settings({ permissions: { deny: ['Skill'] } });
  assert.deepEqual(await unsent(project({ ...many, ...denied })), []);
  const named = settings({ skillOverrides: { k19: 'name-only', k18: 'off' } });
  const found = await unsent(project({ ...many, ...named }));
  assert.ok(!found.some(({ path }) => /k1[89]/.test(path)));
  const manual = skill(5000).replace('name: x', 'disable-model-invocation: true');
  assert.deepEqual(await unsent(project({ '.claude/skills/manual/SKILL.md': manual })), []);
});

test('a plugin counts beside the skills of the project whose settings turn it on, and else alone', async () => {
  const plugin = {
    'plugins/kit/.claude-plugin/plugin.json': '{"name": "kit", "description": "A kit.", "version": "1.0.0"}',
    ...skills(3, 400, 'plugins/kit/skills'),
  };
  assert.deepEqual(await unsent(project({ ...plugin, ...skills(3, 400) })), []);
  const enabled = { '.claude/settings.json': '{"enabledPlugins": {"kit@local": true}}' };
  const found = await unsent(project({ ...plugin, ...skills(3, 400), ...enabled }));
  assert.deepEqual(
    found.map(({ path }) => path),
    ['01', '02'].map(at => `plugins/kit/skills/k${at}/SKILL.md`),
  );
  assert.match(found[0]!.problem, /2 of 6 skills/);
});

test('a description that Codex cuts is reported from the place of the cut, with the words that are lost', async () => {
  const trigger = `${'Reads invoices. '.repeat(24)}Use when the user asks for the sum of invoices.`;
  const cwd = project({
    ...skills(60, 400, '.codex/skills'),
    '.codex/skills/k00/SKILL.md': `---\nname: k00\ndescription: ${trigger}\n---\nDo it.\n`,
  });
  const found = await unsent(cwd);
  assert.equal(found.length, 60);
  const [first] = found;
  assert.deepEqual(
    [first!.severity, first!.problem],
    ['warning', 'Description cut: 60 of 60 skills are over the budget'],
  );
  assert.match(
    first!.consequence,
    /^Codex has 5,440 tokens .* the first 3\d\d of 431 characters, without “Use when the user/,
  );
  const kept = Number(/the first (\d+)/.exec(first!.consequence)![1]);
  const cut = first!.range.start.character - 13 - kept;
  assert.ok(cut === 0 || cut === 1, `${cut} characters beside the cut`);
});

test('copies of skills for several tools are neither counted twice nor said to be alike', async () => {
  const twice = project({ ...skills(20, 400, '.agents/skills'), ...skills(20, 400, '.github/skills') });
  assert.deepEqual(await unsent(twice), []);
  const { out } = await run(
    project({ ...skills(1, 400, '.agents/skills'), ...skills(1, 400, '.codex/skills') }),
    ['check', '--level', 'hint'],
  );
  assert.doesNotMatch(out, /useDistinctDescription/);
});

test('of a folder that many tools read, what one of them cannot send is information', async () => {
  const found = await unsent(project(skills(60, 400, '.agents/skills')));
  assert.deepEqual([...new Set(found.map(({ severity }) => severity))], ['information']);
  assert.match(found.at(-1)!.consequence, /Codex has .*; Copilot CLI has 15,000 characters/);
  const ofCopilot = await unsent(project(skills(60, 400, '.github/skills')));
  assert.deepEqual([ofCopilot.length, ofCopilot[0]!.severity], [30, 'warning']);
});

test('a description that is longer than Claude Code shows is reported from the place of the cut, by the settings', async () => {
  const text = `${'Reads <b>invoices</b>. '.repeat(70)}Use when asked for a sum.`;
  const file = { '.claude/skills/sum/SKILL.md': `---\ndescription: |\n  ${text}\n---\nDo it.\n` };
  const cuts = async (files: Readonly<Record<string, string>>) => {
    const { out } = await run(project(files), ['check', '--format', 'json']);
    const [checked] = (JSON.parse(out) as { files: { diagnostics: (Reported & { rule: string })[] }[] })
      .files;
    return checked!.diagnostics.filter(({ rule }) => rule === 'noCutDescription');
  };
  const [cut] = await cuts(file);
  assert.match(cut!.consequence, /the first 1,535 of them, without “Use when asked for a sum”/);
  const kept = text.slice(0, cut!.range.start.character - 2);
  const shown = kept.replace(/[<>]/g, '&lt;').length;
  assert.ok(cut!.range.start.line === 2 && shown <= 1535 && shown > 1530, `${shown} characters are kept`);
  const longer = { '.claude/settings.json': '{"skillListingMaxDescChars": 3000}' };
  assert.deepEqual(await cuts({ ...file, ...longer }), []);
  const shorter = { '.claude/settings.json': '{"skillListingMaxDescChars": 20}' };
  const [found] = await unsent(project({ '.claude/skills/sum/SKILL.md': skill(30), ...shorter }));
  assert.deepEqual(
    [found!.severity, found!.problem, found!.range.start.character],
    ['warning', 'Description cut: longer than the settings of the project allow', 13 + 19],
  );
});
