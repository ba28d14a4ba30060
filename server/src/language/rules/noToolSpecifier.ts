import type { Issue } from '../loading/issue.ts';
import { problemsOfSeveral } from '../loading/problems.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A specifier that grants or denies the whole tool. */
export const noToolSpecifier = issueRule({
  id: 'noToolSpecifier',
  title: 'Do not rely on specifiers in a tool list',
  why: [
    'In an agent’s `tools`, a specifier does not narrow the tool: `Bash(git:*)` grants all of Bash, and `Bash(rm:*)` in',
    '`disallowedTools` denies all of it. Use `permissions.deny` in the settings, or a `PreToolUse` hook.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  codes: ['tools.specifier'],
  fixes: (issue, context) => [withoutSpecifier(issue, context)],
  grouping: {
    within: 'field',
    // Other specifiers have an effect, but not the one that is meant.
    joins: ({ several }) => several !== undefined,
    problem: problemsOfSeveral.specifiers,
    fixes: (issues, context) => {
      const changes = issues.flatMap(issue => withoutSpecifier(issue, context)?.changes ?? []);
      if (changes.length < issues.length) return [];
      return [
        { title: `Remove all ${changes.length} specifiers, which have no effect`, changes, safe: false },
      ];
    },
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Bash(git:*)\n             ^^^^^^^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read, Bash\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Bash\n---\nYou write.\n',
      },
    ],
  },
});

/** Leaves the tool alone, which is what the item grants. A specifier that has an effect in one of two places stays. */
function withoutSpecifier(issue: Issue<'tools.specifier'>, { document }: RuleContext): Fix | undefined {
  const { suggestion } = issue.data ?? {};
  if (suggestion !== undefined)
    return {
      title: `Change to \`${suggestion}\``,
      changes: [{ range: issue.range, newText: suggestion }],
      safe: false,
    };
  const written = document.slice(issue.range);
  const open = written.indexOf('(');
  if (open < 1 || issue.effect === 'noted') return undefined;
  return {
    title: `Change to \`${written.slice(0, open)}\`, its actual effect`,
    changes: [{ range: { start: issue.range.start + open, end: issue.range.end }, newText: '' }],
    safe: false,
  };
}
