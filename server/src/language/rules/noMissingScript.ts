import type { Rule } from './rule.ts';
import { claudeCodeObserved, claudeHooksDocumentation } from './sources.ts';

/** A script of a hook that does not exist. */
export const noMissingScript: Rule = {
  id: 'noMissingScript',
  title: 'Run scripts that exist',
  severity: 'error',
  why: [
    'A hook whose script is missing fails each time: what it was to check goes unchecked, or, where the interpreter exits with 2,',
    'every call is blocked. Claude Code tells it only in its debug log. Checked is the script that a command starts with, alone or behind an interpreter such as `bash`, where its place is',
    'certain: below `$CLAUDE_PROJECT_DIR` or `${CLAUDE_PLUGIN_ROOT}`, and in the hooks of a project relative to it.',
    'Left alone are scripts in folders that a build makes, such as `dist`, and commands that provide for failure with `||`.',
  ].join('\n'),
  sources: [claudeCodeObserved, claudeHooksDocumentation],
  examples: {
    invalid: [
      {
        dialect: 'claude-settings',
        path: '.claude/settings.json',
        text: '{\n  "hooks": {\n    "PreToolUse": [\n      { "hooks": [{ "type": "command", "command": "bash .claude/hooks/chek.sh" }] }\n                                                        ^^^^^^^^^^^^^^^^^^^^^ error\n    ]\n  }\n}\n',
        others: { '.claude/hooks/check.sh': 'exit 2\n' },
      },
    ],
    valid: [
      {
        dialect: 'claude-settings',
        path: '.claude/settings.json',
        text: '{\n  "hooks": {\n    "Stop": [\n      { "hooks": [{ "type": "command", "command": "$CLAUDE_PROJECT_DIR/.claude/hooks/check.sh" }] }\n    ]\n  }\n}\n',
        others: { '.claude/hooks/check.sh': 'exit 2\n' },
      },
    ],
  },
  *check({ document, dialect, path, workspace, isCollected }) {
    if (isCollected) return;
    for (const { range, path: written, file, missing } of dialect.scripts?.({ document, path }) ?? []) {
      if (workspace.linked(file) !== false) continue;
      yield {
        range,
        problem: `Script \`${written}\` does not exist`,
        consequence: missing,
        advice: 'Correct the path, or add the script',
      };
    }
  },
};
