import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { messageOf } from '../../../../server/src/language/loading/issue.ts';
import { claudeCodeCommand } from '../../../../server/src/language/tools/claudeCode/loader/command.ts';
import { claudeCodeOutputStyle } from '../../../../server/src/language/tools/claudeCode/loader/outputStyle.ts';
import { claudeCodeRule } from '../../../../server/src/language/tools/claudeCode/loader/rule.ts';
import { claudeCodeSkill } from '../../../../server/src/language/tools/claudeCode/loader/skillFile.ts';
import {
  claudeCodePluginAgent,
  claudeCodeProjectAgent,
} from '../../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { claudeCodeMemory } from '../../../../server/src/language/tools/claudeCode/memory.ts';
import { load } from '../../../support/conformance.ts';

const fragments = [
  '---',
  '---\n',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '  ',
  ': ',
  ':',
  '- ',
  '"',
  "'",
  ' #',
  '[',
  ']',
  '{',
  '}',
  '|',
  '>-',
  '&a ',
  '*a',
  '!x ',
  '<<: *a',
  '\\n',
  '\0',
  '\uFEFF',
  '😀',
  'name: a',
  'description: d',
  'tools: Read, Bash(x',
  'hooks:\n  PreToolUse:\n    - hooks:',
  'mcpServers:\n  - a:',
  'model: x',
  'disallowedTools: "*"',
  '? ',
  '...\n',
  'allowed-tools: Read',
  '`',
  '@',
  '%',
  ',',
  '(',
  ')',
];

test('loads any text as a subagent, with the issues in order and within the text', () => {
  const text = fc
    .tuple(fc.boolean(), fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string()), { maxLength: 30 }))
    .map(([isOpened, parts]) => (isOpened ? '---\n' : '') + parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(claudeCodeProjectAgent, claudeCodePluginAgent), (text, loader) => {
      const path = 'plug/agents/x.md';
      const result = loader.load({ document: AgentDocument.of(text, 'file:///x.md'), path });
      let last = 0;
      for (const issue of result.issues) {
        const { range } = issue;
        const message = messageOf(issue);
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, message);
        assert.ok(last <= range.start, 'issues are in the order of the text');
        last = range.start;
      }
      const isRejected = result.issues.some(({ effect }) => effect === 'rejected');
      assert.ok(result.ignored || result.loads !== isRejected, 'rejected exactly when it does not load');
    }),
    { numRuns: 2000 },
  );
});

const places = [
  [claudeCodeSkill, '.claude/skills/x/SKILL.md'],
  [claudeCodeCommand, '.claude/commands/x.md'],
  [claudeCodeOutputStyle, '.claude/output-styles/x.md'],
  [claudeCodeRule, '.claude/rules/x.md'],
  [claudeCodeMemory, 'CLAUDE.md'],
] as const;

const pieces = [
  ...[
    '---\n',
    '---',
    '\n',
    '\r\n',
    '\t',
    ': ',
    '- ',
    '"',
    "'",
    '[',
    '{',
    '*',
    '&a ',
    '!x ',
    ' #',
    '`',
    '```\n',
  ],
  ...['name: x\n', 'description: d\n', 'paths: ', 'globs: **\n', 'allowed-tools: bash(', 'hooks:\n  Stop:\n'],
  ...['argument-hint: [a] [b]\n', 'arguments: ', 'context: ', '$ARGUMENTS', '${CLAUDE_PLUGIN_ROOT}', '@a.md'],
];

test('loads any text as any other file, with every issue within the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(parts => parts.join('')),
    fc
      .array(fc.constantFrom(...pieces), { maxLength: 20 })
      .map(parts => `---\n${parts.join('')}\n---\nbody\n`),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), text, ([loader, path], source) => {
      const result = load(loader, source, path);
      // Only a memory file without text is not loaded.
      assert.equal(result.loads, result.ignored !== true);
      for (const { range } of result.issues)
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= source.length);
      JSON.stringify(result);
    }),
    { numRuns: 1500 },
  );
});
