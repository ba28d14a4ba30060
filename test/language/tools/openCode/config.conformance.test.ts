import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCodeConfig } from '../../../../server/src/language/tools/openCode/loader/config.ts';
import { conforms, load, type RecordedCase, recordedCases } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

interface ConfigCase extends RecordedCase {
  readonly error?: string;
}

conforms<ConfigCase>({
  title: 'The configuration of OpenCode 1.18.33, recorded 2026-11-29',
  cases: recordedCases<ConfigCase>('openCode/config'),
  loader: openCodeConfig,
  exceptions: {
    'agent-file': 'A file that a value refers to is missing, which the text alone does not tell.',
  },
  compare: (recorded, result) => ({
    loads: [recorded.loads, result.loads],
    refused: [!recorded.loads, result.issues.some(({ effect }) => effect === 'crashes')],
  }),
});

test('values of agents, commands and servers are reported where they are written', () => {
  checkIssues(
    openCodeConfig,
    'opencode.jsonc',
    `
{
  // Ours.
  "agent": {
    "lint": {
      "description": "Lints.",
      "mode": "agent",
               ^^^^^ value.choice crashes
      "tools": ["read"],
               ^^^^^^^^ value.type crashes
    },
    "edit": {
      "permission": { "Bash": "deny" }
                       ^^^^ tools.unknown unrestricted
    }
  },
  "command": { "fix": { "description": "Fixes." } },
               ^^^^^ key.missing crashes
  "mcp": {
    "docs": { "type": "local", "command": "node x" },
                                          ^^^^^^^^ mcp.invalid crashes
    "web": { "type": "local", "command": ["node"], "env": { "A": "b" } }
                                                    ^^^ key.unknown ignored
  },
  "mcpServers": {},
   ^^^^^^^^^^ key.unknown ignored
}
`,
  );
});

test('hostile configurations are not refused for their size, and never fail', () => {
  for (const text of [
    `{"a": "${'x'.repeat(2_000_000)}"}`,
    `{"agent": ${'{"a":'.repeat(100_000)}`,
    '{"__proto__": {"agent": 5}, "agent": {"__proto__": {"mode": "x"}}}',
    '{"agent": {"constructor": {"permission": {"toString": "deny"}}}}',
  ])
    assert.ok(load(openCodeConfig, text, 'opencode.json').issues.length < 10);
});
