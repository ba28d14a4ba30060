import type { Rule } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A file that must not be there beside what another one says. */
export const noConflictingFile: Rule = {
  id: 'noConflictingFile',
  title: 'Say what a plugin has in one place',
  severity: 'error',
  why: 'An entry of a marketplace with `strict: false` that names parts of a plugin stands in the place of its `plugin.json`. If there is one all the same, Claude Code refuses the plugin, whatever the manifest says, and tells it only in its debug log.',
  sources: [claudeCodeObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-marketplace',
        path: '.claude-plugin/marketplace.json',
        text: '{\n  "name": "shop",\n  "owner": { "name": "Kim" },\n  "plugins": [\n    { "name": "kit", "source": "./kit", "strict": false, "skills": ["./skills/lint"] }\n                                                  ^^^^^ error\n  ]\n}\n',
        others: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }\n' },
      },
    ],
    valid: [
      {
        dialect: 'claude-marketplace',
        path: '.claude-plugin/marketplace.json',
        text: '{\n  "name": "shop",\n  "owner": { "name": "Kim" },\n  "plugins": [\n    { "name": "kit", "source": "./kit", "skills": ["./skills/lint"] },\n    { "name": "tools", "source": "./tools", "strict": false, "skills": ["./skills/lint"] }\n  ]\n}\n',
        others: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }\n' },
      },
    ],
  },
  *check({ document, dialect, path, workspace, isCollected }) {
    if (isCollected) return;
    for (const { file, ...finding } of dialect.excludes?.({ document, path }) ?? [])
      if (workspace.linked(file) === true) yield finding;
  },
};
