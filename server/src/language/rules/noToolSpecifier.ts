import { issueRule } from './issueRule.ts';
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
  fixes: (issue, { document }) => {
    const { suggestion } = issue.data ?? {};
    if (typeof suggestion === 'string')
      return [
        {
          title: `Change to \`${suggestion}\``,
          changes: [{ range: issue.range, newText: suggestion }],
          safe: false,
        },
      ];
    const written = document.slice(issue.range);
    const open = written.indexOf('(');
    // A specifier that has an effect in one of two places must stay.
    if (open < 1 || issue.effect === 'noted') return [];
    const range = { start: issue.range.start + open, end: issue.range.end };
    return [
      {
        title: `Change to \`${written.slice(0, open)}\`, its actual effect`,
        changes: [{ range, newText: '' }],
        safe: false,
      },
    ];
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
