import { removeEntries } from './edits/entries.ts';
import { doubleQuoted } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A path that the tool does not accept. */
export const useValidPath = issueRule({
  id: 'useValidPath',
  title: 'Write paths in the form that the tool accepts',
  why: 'A manifest names its parts by paths from the folder of the plugin. Claude Code refuses the whole plugin for one path of another form: each starts with `./`, and one of an agent ends in `.md`, so a folder of agents cannot be named. Without the key, the usual folder is read.',
  sources: [claudeCodeObserved],
  codes: ['path.invalid'],
  fixes: (issue, { document }) => {
    const suggestion = issue.data?.suggestion;
    const entry = document.entry(issue.field ?? '');
    const removal = entry && issue.data?.isUsual ? removeEntries(document, [entry]) : undefined;
    return [
      suggestion === undefined
        ? undefined
        : {
            title: `Change it to \`${suggestion}\``,
            changes: [{ range: issue.range, newText: doubleQuoted(suggestion) }],
            safe: true,
          },
      entry && removal
        ? {
            title: `Remove \`${entry.key}\`: the folder is read without it`,
            changes: removal,
            safe: true,
          }
        : undefined,
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-plugin-manifest',
        path: '.claude-plugin/plugin.json',
        text: '{\n  "name": "kit",\n  "skills": "skills"\n            ^^^^^^^^ error\n}\n',
        fixed: '{\n  "name": "kit",\n  "skills": "./skills"\n}\n',
      },
      {
        dialect: 'claude-plugin-manifest',
        path: '.claude-plugin/plugin.json',
        text: '{\n  "name": "kit",\n  "agents": "./agents"\n            ^^^^^^^^^^ error\n}\n',
        fixed: '{\n  "name": "kit"\n}\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-plugin-manifest',
        path: '.claude-plugin/plugin.json',
        text: '{\n  "name": "kit",\n  "agents": ["./agents/writer.md"],\n  "skills": "./more/"\n}\n',
      },
    ],
  },
});
