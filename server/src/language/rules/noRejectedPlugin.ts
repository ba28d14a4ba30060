import { decoded } from '../decoded.ts';
import { relativePath, resolvedPath } from '../paths.ts';
import { issueRule } from './issueRule.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

const byIssue = issueRule({
  id: 'noRejectedPlugin',
  title: 'Fix the manifest of a plugin that the tool refuses',
  why: 'A tool that refuses the manifest of a plugin loads none of its agents, skills and commands, whatever they say. Claude Code tells it only in its debug log and in `/plugin`. The finding leads to the place in the manifest.',
  sources: [claudeCodeObserved],
  codes: ['plugin.rejected'],
  examples: {
    invalid: [
      {
        dialect: 'claude-plugin-agent',
        path: 'agents/writer.md',
        text: '---\n^^^ error\nname: writer\ndescription: Writes.\n---\nYou write.\n',
        others: { '.claude-plugin/plugin.json': '{\n  "name": "kit",\n  "agents": "./agents"\n}\n' },
      },
    ],
    valid: [
      {
        dialect: 'claude-plugin-agent',
        path: 'agents/writer.md',
        text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
        others: { '.claude-plugin/plugin.json': '{ "name": "kit" }\n' },
      },
    ],
  },
});

/** A file of a plugin of which its tool loads nothing. */
export const noRejectedPlugin: Rule = {
  ...byIssue,
  *check(context) {
    const { document, rejection } = context;
    for (const finding of byIssue.check(context)) {
      if (!rejection) {
        yield finding;
        continue;
      }
      const { file, range, problem } = rejection;
      const path = decoded(document.uri.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i, ''));
      const parts = relativePath(path, file).split('/').map(encodeURIComponent);
      yield {
        ...finding,
        related: [{ uri: resolvedPath(document.uri, parts.join('/')), range, message: problem }],
      };
    }
  },
};
