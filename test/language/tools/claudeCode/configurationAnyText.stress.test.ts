import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import { messageOf } from '../../../../server/src/language/loading/issue.ts';
import { hookScripts } from '../../../../server/src/language/tools/claudeCode/hookScripts.ts';
import { claudeCodeHooksFile } from '../../../../server/src/language/tools/claudeCode/loader/hooksFile.ts';
import { claudeCodeManifest } from '../../../../server/src/language/tools/claudeCode/loader/manifest.ts';
import { claudeCodeMarketplace } from '../../../../server/src/language/tools/claudeCode/loader/marketplace.ts';
import {
  claudeCodeMcpFile,
  claudeCodePluginMcpFile,
} from '../../../../server/src/language/tools/claudeCode/loader/mcpFile.ts';
import { claudeCodeSettings } from '../../../../server/src/language/tools/claudeCode/loader/settings.ts';
import {
  claudeHooksReferences,
  claudeSettingsReferences,
} from '../../../../server/src/language/tools/claudeCode/references.ts';

const loaders = [
  claudeCodeManifest,
  claudeCodeMarketplace,
  claudeCodeSettings,
  claudeCodeHooksFile,
  claudeCodeMcpFile,
  claudeCodePluginMcpFile,
];

const keys = fc.constantFrom(
  ...[
    'hooks',
    'PreToolUse',
    'Stop',
    'SessionStart',
    'matcher',
    'type',
    'command',
    'args',
    'if',
    'timeout',
    'url',
  ],
  ...[
    'permissions',
    'allow',
    'deny',
    'defaultMode',
    'env',
    'mcpServers',
    'headers',
    'plugins',
    'source',
    'name',
    'a',
    '',
    '__proto__',
    'toString',
  ],
  ...['enabledPlugins', 'skillOverrides', 'outputStyle', 'agent', 'statusLine', 'extraKnownMarketplaces'],
);

const scalars = fc.oneof(
  fc.constantFrom(
    'Bash',
    'read',
    'Bash(',
    'Bash()',
    '*',
    '(',
    'mcp__a',
    'mcp__*',
    'command',
    'http',
    '',
    '${X}/a.sh',
  ),
  fc.constantFrom('bash ./x.sh', '$CLAUDE_PROJECT_DIR/x', `ghp_${'a1'.repeat(20)}`, 'x'.repeat(5000)),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);

const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map(entries => Object.fromEntries(entries)),
  ),
}));

/** JSON, and the same with a part cut out. */
const texts = fc.tuple(value, fc.nat(), fc.nat({ max: 8 }), fc.boolean()).map(([json, at, length, isCut]) => {
  const text = JSON.stringify(json, null, 1) ?? '';
  const from = at % (text.length + 1);
  return isCut ? text.slice(0, from) + text.slice(from + length) : text;
});

test('no text makes a loader of settings, hooks or servers fail, and every issue has a place in it', () => {
  fc.assert(
    fc.property(texts, text => {
      const document = AgentDocument.of(text, 'file:///p/.claude/settings.json');
      for (const loader of loaders) {
        const { issues, loads } = loader.load({ document, path: '/p/.claude/settings.json' });
        for (const issue of issues) {
          const { start, end } = issue.range;
          assert.ok(start >= 0 && start <= end && end <= text.length, messageOf(issue));
        }
        const isRefused = issues.some(({ effect }) => effect === 'rejected' || effect === 'crashes');
        assert.ok(!loads || !isRefused, text);
      }
      for (const { range } of hookScripts({ document }, { '': '/p/', CLAUDE_PROJECT_DIR: '/p/' }))
        assert.ok(range.start <= range.end && range.end <= text.length);
    }),
    { numRuns: 3000 },
  );
});

test('the forms of references take linear time', () => {
  for (const { places } of [claudeSettingsReferences, claudeHooksReferences])
    for (const { within } of places) {
      if (!within) continue;
      const start = performance.now();
      assert.equal([...`mcp__${'a_'.repeat(50_000)}é`.matchAll(within.form)].length, 0);
      assert.ok(performance.now() - start < 2000);
    }
});
