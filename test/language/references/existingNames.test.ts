import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { fileLinksIn } from '../../../server/src/language/references/fileLinks.ts';
import { referencesIn } from '../../../server/src/language/references/referencesIn.ts';
import { processorTime } from '../../support/processorTime.ts';
import { snapshotsIn } from '../../support/projectFiles.ts';

/** What is found in all files of a project about names: `severity: message`, and the first fix. */
function found(text: string): string[] {
  return snapshotsIn(text).flatMap(snapshot =>
    diagnose(snapshot)
      .filter(({ rule }) => rule.id === 'useExistingName')
      .map(diagnostic => {
        const [fix] = fixesOf(diagnostic);
        return `${diagnostic.severity}: ${diagnostic.message}${fix ? ` [${fix.title}]` : ''}`;
      }),
  );
}

const plugin =
  '=== kit/.claude-plugin/plugin.json\n{ "name": "kit" }\n=== kit/agents/worker.md\n---\ndescription: Works.\n---\nW.\n=== kit/skills/lint/SKILL.md\n---\ndescription: L.\n---\nL.\n';
const forked = (agent: string) =>
  `=== .claude/skills/s/SKILL.md\n---\ndescription: S.\ncontext: fork\nagent: ${agent}\n---\nS.\n`;

test('an agent of a plugin that is named without the plugin is told apart from an unknown one', () => {
  assert.deepEqual(found(plugin + forked('worker')), [
    'information: Plugin’s name is missing before agent `worker`. Claude Code runs the text on `general-purpose`, with all tools, unless the user’s folders or another plugin have it. Write `kit:worker`. [Change to `kit:worker`]',
  ]);
  assert.deepEqual(found(plugin + forked('kit:worker')), []);
});

test('a name of a plugin that is here and does not have it is a warning, of another plugin nothing', () => {
  const command = (name: string) => `=== .claude/commands/go.md\nsubagent_type: "${name}"\n`;
  assert.deepEqual(found(plugin + command('kit:worcer')), [
    'warning: No agent is named `kit:worcer`. Claude Code answers a call with this name with an error. Use the name of an agent that exists. [Change to `kit:worker`]',
  ]);
  assert.deepEqual(found(plugin + command('other:worker')), []);
  assert.deepEqual(
    found(plugin + command('worcer').replace('worcer', 'nobody')).map(line => line.split(':')[0]),
    ['information'],
  );
});

test('a skill of a plugin is found without the plugin’s name, as are built-in ones and commands', () => {
  const agent = (skills: string) =>
    `=== .claude/agents/a.md\n---\nname: a\ndescription: A.\nskills: ${skills}\n---\nA.\n=== .claude/commands/ship.md\nShip.\n`;
  assert.deepEqual(found(plugin + agent('lint, kit:lint, ship, simplify')), []);
  assert.deepEqual(found(plugin + agent('link')).length, 1);
});

test('a name in several places of a file is one finding, whose fix changes all', () => {
  const text =
    '=== .claude/agents/writer.md\n---\nname: writer\ndescription: W.\n---\nW.\n=== .claude/commands/go.md\nsubagent_type: "writr"\nsubagent_type: "writr"\n';
  const [, snapshot] = snapshotsIn(text);
  const [diagnostic, ...others] = diagnose(snapshot!).filter(({ rule }) => rule.id === 'useExistingName');
  assert.equal(others.length, 0);
  assert.equal(diagnostic?.finding.related?.length, 1);
  const [fix] = fixesOf(diagnostic!);
  assert.equal(applyFix(snapshot!.document.text, fix!), 'subagent_type: "writer"\nsubagent_type: "writer"\n');
});

const quiet: Readonly<Record<string, string>> = {
  'placeholders are not names':
    '=== .claude/commands/go.md\nsubagent_type: "<agent>"\nsubagent_type: "{name}"\nsubagent_type: "$1"\nsubagent_type: "..."\n',
  'an agent of a skill that is not forked has no effect': forked('nobody').replace('context: fork\n', ''),
  'patterns of permissions are not names':
    '=== .opencode/agents/a.md\n---\ndescription: A.\npermission:\n  task:\n    "*": deny\n    "docs-*": allow\n---\nA.\n',
  'what prose mentions is not reported':
    '=== .claude/commands/go.md\nAsk `nobody`, @agent-nobody and /nothing.\n',
  'an agent of another tool’s folder may be read':
    '=== .github/prompts/x.prompt.md\n---\ndescription: X.\nagent: writer\n---\nX.\n=== .claude/agents/writer.md\n---\nname: writer\ndescription: W.\n---\nW.\n',
};

for (const [name, text] of Object.entries(quiet)) test(name, () => assert.deepEqual(found(text), []));

test('names are found in linear time in hostile texts', () => {
  const long = 200_000;
  const texts = [
    `=== .claude/agents/a.md\n---\nname: a\ndescription: A.\ntools: ${'a'.repeat(long)}\n---\nA.\n`,
    `=== .claude/agents/a.md\n---\nname: a\ndescription: A.\ntools: ${'Agent('.repeat(long / 6)}\n---\nA.\n`,
    `=== .claude/skills/a/SKILL.md\n---\ndescription: A.\n---\n${'](a'.repeat(long / 3)}${' '.repeat(long)}\n`,
    `=== .claude/skills/a/SKILL.md\n---\ndescription: A.\n---\n${'scripts/a'.repeat(long / 9)}\n`,
    `=== .claude/skills/a/SKILL.md\n---\ndescription: A.\n---\n${'subagent_type '.repeat(long / 14)}${' '.repeat(long)}\n`,
  ];
  const passed = processorTime(() => {
    for (const text of texts) {
      const [snapshot] = snapshotsIn(text);
      referencesIn(snapshot!);
      fileLinksIn(snapshot!);
    }
  });
  assert.ok(passed < 20_000, `${passed} ms`);
});
