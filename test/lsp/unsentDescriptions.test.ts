import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const skill = (length: number) => `---\ndescription: ${'d'.repeat(length)}\n---\nDo it.\n`;
const path = (at: number) => `.claude/skills/k${String(at).padStart(2, '0')}/SKILL.md`;

/** So many skills of 400 characters; four of them fit into the budget of models with a window of 200,000 tokens. */
const skills = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [path(at), skill(400)]));

const unsent = ['noUnsentDescription'];
const rules = { useDistinctDescription: 'off' };

serverTest(
  'closed skills are told that their descriptions are not sent, and told anew when another one is edited',
  { files: skills(6), settings: { rules, model: 'claude-sonnet-4-5' } },
  async client => {
    const [first] = await client.diagnostics(path(4), unsent);
    assert.equal(first!.severity, 2);
    assert.match(
      String(first!.message),
      /^Description not sent: 2 of 6 skills are over the budget\. Claude Code has 8,000/,
    );
    await client.diagnostics(path(5), unsent);
    await client.diagnostics(path(0), []);
    await client.open(path(0), skill(400));
    await client.change(path(0), skill(10));
    await client.diagnostics(path(4), []);
    await client.until(() =>
      client.messages(path(5)).startsWith('Description not sent: 1 of 6 skills is over'),
    );
    await client.change(path(0), skill(3));
    await client.change(path(0), skill(1500));
    await client.diagnostics(path(1), unsent);
    assert.deepEqual(client.published(path(0)), []);
    await client.change(path(0), skill(400).replace('---\n', '---\ndisable-model-invocation: true\n'));
    await client.diagnostics(path(4), []);
  },
);

serverTest(
  'a skill that comes or goes, and the settings of project and user, change what fits',
  { files: skills(5), settings: { rules, model: '200k' } },
  async client => {
    await client.diagnostics(path(4), unsent);
    await client.deleteFile('.claude/skills/k00');
    await client.diagnostics(path(4), []);
    await client.writeFile(path(6), skill(400));
    await client.diagnostics(path(6), unsent);
    await client.writeFile('.claude/settings.json', '{"skillListingBudgetFraction": 0.05}');
    await client.diagnostics(path(6), []);
    await client.deleteFile('.claude/settings.json');
    await client.diagnostics(path(6), unsent);
    await client.configure({ rules, model: '1m' });
    await client.diagnostics(path(6), []);
    await client.configure({ rules });
    const [found] = await client.diagnostics(path(6), unsent);
    assert.equal(found!.severity, 3);
    assert.match(client.messages(path(6)), /200k models/);
    await client.writeFile('.agentfilesrc', 'model: 200k\n');
    await client.until(() =>
      /^Description not sent.*columns for all of them, and/.test(client.messages(path(6))),
    );
    assert.ok(client.watched.includes('**/.claude/settings.json'));
  },
);

serverTest(
  'skills of which the model is told the same are told so, until one of them differs',
  { files: { [path(0)]: skill(20), [path(1)]: skill(20), [path(2)]: skill(21) } },
  async client => {
    await client.diagnostics(path(0), ['useDistinctDescription']);
    await client.diagnostics(path(1), ['useDistinctDescription']);
    await client.diagnostics(path(2), []);
    await client.open(path(1), skill(20));
    await client.change(path(1), skill(21));
    await client.diagnostics(path(0), []);
    await client.diagnostics(path(2), ['useDistinctDescription']);
    assert.match(client.messages(path(2)), /Claude Code tells the model the same of 'k01'/);
  },
);
