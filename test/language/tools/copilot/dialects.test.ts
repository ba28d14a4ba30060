import assert from 'node:assert/strict';
import { test } from 'node:test';
import picomatch from 'picomatch';
import type { Dialect } from '../../../../server/src/language/dialect/dialect.ts';
import type { Field } from '../../../../server/src/language/dialect/field.ts';
import { agentSkill } from '../../../../server/src/language/tools/agentSkills/skill.ts';
import { continueAgent } from '../../../../server/src/language/tools/continue/agent.ts';
import { copilotAgent } from '../../../../server/src/language/tools/copilot/agent.ts';
import { copilotChatmode } from '../../../../server/src/language/tools/copilot/chatmode.ts';
import { copilotCliKeys } from '../../../../server/src/language/tools/copilot/cli/fields.ts';
import { copilotInstructions } from '../../../../server/src/language/tools/copilot/instructions.ts';
import { copilotPrompt } from '../../../../server/src/language/tools/copilot/prompt.ts';
import { copilotCliGrants, copilotTools } from '../../../../server/src/language/tools/copilot/tools.ts';
import { kimiAgent } from '../../../../server/src/language/tools/kimi/agent.ts';
import { kimiNameOfClaudeTool, kimiTools } from '../../../../server/src/language/tools/kimi/tools.ts';
import { load } from '../../../support/conformance.ts';

const dialects: readonly (readonly [dialect: Dialect, its: readonly string[], others: readonly string[]])[] =
  [
    [
      copilotAgent,
      [
        '.github/agents/x.agent.md',
        '/p/.github/agents/team/x.md',
        '/home/me/.copilot/agents/x.md',
        'docs/x.agent.md',
      ],
      ['.github/x.md', '.github/agents/x.MD', 'agents/x.md'],
    ],
    [copilotPrompt, ['.github/prompts/x.prompt.md', 'x.prompt.md'], ['.github/prompts/x.md']],
    [copilotInstructions, ['.github/instructions/x.instructions.md'], ['.github/copilot-instructions.md']],
    [copilotChatmode, ['.github/chatmodes/x.chatmode.md'], ['.github/chatmodes/x.md']],
    [kimiAgent, ['.kimi-code/agents/x.md', '.kimi-code/agents/a/b.md'], ['.kimi/agents/x.md']],
    [continueAgent, ['.continue/agents/x.md'], ['.continue/rules/x.md']],
    [agentSkill, ['.agents/skills/pdf/SKILL.md', '.github/skills/a/b/SKILL.md'], ['.agents/skills/pdf/x.md']],
  ];

function* all(field: Field): Generator<Field> {
  if (field.name !== '') yield field;
  for (const nested of [...field.fields, field.item, field.entry]) if (nested) yield* all(nested);
}

for (const [dialect, its, others] of dialects) {
  test(`${dialect.id}: every field describes itself and the effect of a wrong value`, () => {
    const fields = dialect.fields().fields;
    assert.ok(fields.length > 2);
    for (const field of fields.flatMap(each => [...all(each)])) {
      assert.match(field.description, /[.]$/, field.name);
      assert.ok(field.meta.whenWrong, field.name);
      assert.match(field.source.verified, /^\d{4}-\d\d-\d\d$/);
    }
    for (const field of fields)
      if (!field.required && !field.meta.hidden) assert.ok(field.meta.defaultText, field.name);
  });

  test(`${dialect.id}: its globs match its files and no others`, () => {
    const matches = picomatch([...dialect.files, ...(dialect.names?.files ?? [])], { dot: true });
    for (const path of its) assert.ok(matches(path), path);
    for (const path of others) assert.ok(!matches(path), path);
  });
}

test('a Copilot agent has every field that Copilot CLI knows', () => {
  const { field } = copilotAgent.fields();
  for (const key of copilotCliKeys) assert.ok(field([key]), key);
});

test('every tool in the Copilot vocabulary is known to the loader', () => {
  const result = load(
    copilotAgent.loader,
    `---\ndescription: d\ntools: [${copilotTools.filter(tool => tool.value !== '*').map(tool => JSON.stringify(tool.value))}]\n---\n`,
    '.github/agents/x.md',
  );
  assert.deepEqual(result.issues, []);
  for (const { value, aliases = [] } of copilotTools)
    for (const alias of aliases) {
      const of = (name: string) => copilotCliGrants.get(name.toLowerCase());
      // `powershell` is for Windows, and grants nothing on Linux and macOS.
      if (of(value) && alias !== 'powershell') assert.deepEqual(of(alias), of(value), alias);
    }
});

test('the Kimi Code names of Claude Code tools are in its vocabulary', () => {
  const names = kimiTools.map(tool => tool.value);
  for (const [claude, kimi] of kimiNameOfClaudeTool) {
    assert.ok(names.includes(kimi), kimi);
    assert.ok(!names.includes(claude), claude);
  }
});
