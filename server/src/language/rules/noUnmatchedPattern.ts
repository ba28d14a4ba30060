import { patternMatchesOf } from '../features/patternMatches.ts';
import type { Rule } from './rule.ts';
import { claudeCodeMemory } from './sources.ts';

/** A pattern for files that matches none in the project. */
export const noUnmatchedPattern: Rule = {
  id: 'noUnmatchedPattern',
  title: 'Name files that exist',
  severity: 'hint',
  why: [
    'Instructions for some of the files are read when one of them is. A pattern that matches no file of the project is often a',
    'slip, or left over from files that were moved. Checked in the editor, for projects of up to 20,000 files.',
  ].join('\n'),
  sources: [claudeCodeMemory],
  examples: {
    invalid: [
      {
        dialect: 'claude-rule',
        path: '.claude/rules/api.md',
        others: { 'src/api/user.ts': '' },
        text: '---\npaths: ["src/api/**", "src/apis/**"]\n                       ^^^^^^^^^^^ hint\n---\nValidate all input.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-rule',
        path: '.claude/rules/api.md',
        others: { 'src/api/user.ts': '' },
        text: '---\npaths: ["src/api/**"]\n---\nValidate all input.\n',
      },
    ],
  },
  *check(context) {
    const { loader } = context;
    for (const { range, files } of patternMatchesOf(context) ?? [])
      if (files.length === 0)
        yield {
          range,
          problem: 'Pattern matches no file of this project',
          consequence: `${loader.tool} reads this file for others only`,
        };
  },
};
