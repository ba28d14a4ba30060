import { doubleQuoted } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A permission rule that has no effect. */
export const useValidPermissionRule = issueRule({
  id: 'useValidPermissionRule',
  title: 'Write permission rules that match a call',
  why: 'A rule is the exact name of a tool, or `Tool(pattern)`. Claude Code skips one that it cannot read, and goes on: what `deny` was to stop is then not stopped, which only the debug log tells. Paths are looked up under `Read(…)` and `Edit(…)` only.',
  sources: [claudeCodeObserved],
  codes: ['permission.invalid'],
  fixes: ({ range, data }) =>
    data?.suggestion === undefined
      ? []
      : [
          {
            title: `Change it to \`${data.suggestion}\``,
            changes: [{ range, newText: doubleQuoted(data.suggestion) }],
            safe: false,
          },
        ],
  examples: {
    invalid: [
      {
        dialect: 'claude-settings',
        path: '.claude/settings.json',
        text: '{\n  "permissions": {\n    "deny": ["read(.env)"]\n             ^^^^^^^^^^^^ error\n  }\n}\n',
        fixed: '{\n  "permissions": {\n    "deny": ["Read(.env)"]\n  }\n}\n',
      },
      {
        dialect: 'claude-settings',
        path: '.claude/settings.json',
        text: '{\n  "permissions": {\n    "allow": ["WebFetch(https://example.com/docs)"]\n              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning\n  }\n}\n',
        fixed: '{\n  "permissions": {\n    "allow": ["WebFetch(domain:example.com)"]\n  }\n}\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-settings',
        path: '.claude/settings.json',
        text: '{\n  "permissions": {\n    "allow": ["Bash(npm test:*)", "mcp__tracker__*", "WebFetch(domain:example.com)"],\n    "deny": ["Read(./secrets/**)", "*"]\n  }\n}\n',
      },
    ],
  },
});
