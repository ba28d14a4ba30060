import { quotings } from './edits/quoting.ts';
import { blockScalar, lineBreakOf, replaceValue } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** The two characters `\n` where a line break is meant. */
export const noLiteralNewline = issueRule({
  id: 'noLiteralNewline',
  title: 'Write real line breaks',
  why: [
    'Outside double quotes `\\n` is two characters in YAML. Claude Code turns them into line breaks in the description of',
    'project and user agents, and leaves them as they are in plugins; other tools show them as they are. A block scalar',
    '(`|-`) with real lines is read the same everywhere, and can be read by people too.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  issues: ['yaml.literalNewline'],
  severities: { noted: 'hint' },
  fixes: (issue, context) => {
    const key = issue.field ?? 'description';
    const entry = context.document.entry(key);
    if (!entry) return [];
    const taken = context.load.fields[key];
    const value = typeof taken === 'string' ? taken.replaceAll('\\n', '\n') : undefined;
    if (value === undefined) return quotings(context, key);
    const block = blockScalar(value, lineBreakOf(context.document));
    return [
      {
        title: `Write \`${key}\` as a block of lines`,
        changes: [replaceValue(context.document, entry, block)],
        safe: true,
      },
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\\n\\nUse it often.\n                    ^^^^ hint\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: |-\n  Writes.\n\n  Use it often.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: "Writes.\\n\\nUse it often."\n---\nYou write.\n',
      },
    ],
  },
});
