import { quotings } from './edits/quoting.ts';
import { blockScalar, lineBreakOf, replaceValue } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** The two characters `\n` where a line break is meant. */
export const noLiteralNewline = issueRule({
  id: 'noLiteralNewline',
  title: 'Use real line breaks',
  why: [
    'Outside double quotes, `\\n` is two characters in YAML. Claude Code turns them into line breaks in the description of',
    'project and user agents, but not in plugins; other tools show them unchanged. A block scalar (`|-`) with real lines',
    'is read the same everywhere, and is readable for people too.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  codes: ['yaml.literalNewline'],
  severities: { noted: 'hint' },
  fixes: (issue, context) => {
    const key = issue.field ?? 'description';
    const entry = context.document.entry(key);
    if (!entry) return [];
    const loaded = context.load.fields[key];
    const value = typeof loaded === 'string' ? loaded.replaceAll('\\n', '\n') : undefined;
    if (value === undefined) return quotings(context, key);
    const block = blockScalar(value, lineBreakOf(context.document));
    return [
      {
        title: `Write \`${key}\` as a block scalar`,
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
