import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placedSkill } from '../../../server/src/language/tools/agentSkills/loader/placedSkill.ts';
import { referenceValidator } from '../../../server/src/language/tools/agentSkills/loader/validator.ts';
import { clineAgent } from '../../../server/src/language/tools/cline/loader/cline.ts';
import { codexAgent } from '../../../server/src/language/tools/codex/loader/codex.ts';
import { continueAgent } from '../../../server/src/language/tools/continue/agent.ts';
import { copilotCliAgent } from '../../../server/src/language/tools/copilot/cli/copilotCli.ts';
import { geminiAgent } from '../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { kimiAgent } from '../../../server/src/language/tools/kimi/loader/kimi.ts';
import { qoderAgent } from '../../../server/src/language/tools/qoder/loader/qoder.ts';
import { qwenAgent } from '../../../server/src/language/tools/qwenCode/loader/qwen.ts';
import { load, recordedCases } from '../../support/conformance.ts';

const loaders = [
  [copilotCliAgent, '.github/agents/a.agent.md', 'copilot/cliAgents'],
  [geminiAgent, '.gemini/agents/a.md', 'geminiCli/agents'],
  [qwenAgent, '.qwen/agents/a.md', 'qwenCode/agents'],
  [qoderAgent, '.qoder/agents/a.md', 'qoder/agents'],
  [kimiAgent, '.kimi-code/agents/a.md', 'kimi/agents'],
  [continueAgent.loader, '.continue/agents/a.md', 'continue/agents'],
  [clineAgent, '.cline/agents/a.yaml', 'cline/agents'],
  [codexAgent, '.codex/agents/a.toml', 'codex/agents'],
  [referenceValidator, 'a/SKILL.md', 'agentSkills/skills'],
  [placedSkill, '.agents/skills/a/SKILL.md', 'agentSkills/skills'],
] as const;

/** Pieces of which files go wrong, in any order. */
const pieces = [
  ...[
    '---\n',
    '---',
    ' ---\n',
    '----\n',
    '\uFEFF',
    '\r\n',
    '\n',
    '\t',
    '  ',
    ': ',
    '- ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    'name: x\n',
    'description: d\n',
    'tools: [Read, "Bash(git *)", mcp__a__b]\n',
    'tools: Read, *\n',
    'model: sonnet\n',
  ],
  ...[
    '&a [*a]',
    '*a',
    '!!js/function "x"',
    '|\n',
    '>-\n',
    '# c\n',
    '<<: *a\n',
    '? ',
    '@',
    '`',
    '%',
    '\u0000',
    '\ud800',
  ],
  ...[
    'name = "x"\n',
    'description = """\n',
    "developer_instructions = 'x'\n",
    '[tools]\n',
    '[[a.b]]\n',
    'a = [1,\n',
  ],
  ...[
    'mcp-servers:\n  s:\n    url: 5\n',
    'hooks:\n  preToolUse:\n    - type: http\n',
    'é🚀',
    '${x}',
    'agent_card_url: "http://h"\n',
    'executor: {kind: acp}\n',
    '- name: r\n',
    'metadata:\n  toString: {toString: 1}\n',
  ],
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(parts => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(parts => `---\n${parts.join('')}\n---\nbody\n`),
);

for (const [loader, path, file] of loaders) {
  test(`${loader.tool}: returns issues within any text`, () => {
    fc.assert(
      fc.property(anyText, text => {
        const result = load(loader, text, path);
        assert.ok(result.loads || result.issues.length > 0, 'a refusal without a reason');
        for (const { range } of result.issues)
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        JSON.stringify(result);
      }),
      { numRuns: 400 },
    );
  });

  test(`${loader.tool}: every prefix of recorded files has a result`, () => {
    for (const { input } of recordedCases(file).slice(0, 40))
      for (let end = 0; end <= Math.min(input.length, 300); end++) load(loader, input.slice(0, end), path);
  });

  test(`${loader.tool}: does not hang on long and hostile texts`, () => {
    const key = Array.from({ length: 5000 }, (_, index) => `key${index}: value\n`).join('');
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`).join('')}`;
    const texts = [
      '',
      '---',
      `---\n${key}---\nx\n`,
      `---\nname: x\ndescription: d\n${bomb}metadata: *i\nlicense: *i\n---\nx\n`,
      `---\ndescription: ${'['.repeat(3000)}\n---\nx\n`,
      `---\nname: x\ndescription: d\n---\n${'---\n'.repeat(20_000)}`,
      `---\nname: x\ndescription: d\n---\n${'word '.repeat(2_000_000)}`,
      `---\n${'a'.repeat(3_000_000)}\n---\nx\n`,
      `${'a = [\n'.repeat(3000)}`,
      `name = "${'x'.repeat(2_000_000)}`,
    ];
    const started = Date.now();
    for (const text of texts) load(loader, text, path);
    assert.ok(Date.now() - started < 20_000, 'took too long');
  });
}
