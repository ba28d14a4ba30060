import type { Issue } from '../loading/issue.ts';
import { blockScalar, lineBreakOf } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, loadersObserved, yamlSpecification } from './sources.ts';

/** Text that goes on below an unquoted value. */
export const useBlockScalar = issueRule({
  id: 'useBlockScalar',
  title: 'Write text of several lines as a block',
  why: [
    'An unquoted value ends where the next line starts at the margin. Lines such as `user: "…"` below it become keys of',
    'their own, and lines without a colon make the YAML invalid. Write `|-` after the colon and indent the text below it.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved, yamlSpecification],
  codes: ['yaml.overflow'],
  fixes: (issue, context) => [asBlock(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes texts.\nuser: Write\n^^^^^^^^^^^ warning\nassistant: Yes\nuser: More\ntools: Read\n---\nYou write.\n',
        fixed:
          '---\nname: writer\ndescription: |-\n  Writes texts.\n  user: Write\n  assistant: Yes\n  user: More\ntools: Read\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes texts.\n<example>\n^^^^^^^^^ error\nIt writes.\n</example>\n---\nYou write.\n',
        fixed:
          '---\nname: writer\ndescription: |-\n  Writes texts.\n  <example>\n  It writes.\n  </example>\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: |-\n  Writes texts.\n  user: Write\n---\nYou write.\n',
      },
    ],
  },
});

/** Writes the value and the lines below it as a block; of a list, as one line. */
function asBlock(
  { field, data, effect }: Issue<'yaml.overflow'>,
  { document, dialect }: RuleContext,
): Fix | undefined {
  const entry = document.yaml.entries.find(
    ({ key, keyRange }) => key === field && keyRange.start === data?.start,
  );
  if (!entry || !data) return undefined;
  const colon = document.text.indexOf(':', entry.keyRange.end) + 1;
  const range = { start: colon, end: data.end };
  const lines = meantText(document.slice(range)).split('\n');
  const types = dialect.fields().field([entry.key])?.types ?? [];
  const isList = types.includes('list');
  const newText = isList
    ? ` ${lines.join(' ').replace(/\s+/g, ' ').trim()}`
    : ` ${blockScalar(lines.join('\n'), lineBreakOf(document))}`;
  return {
    title: isList ? `Write \`${entry.key}\` on one line` : `Write \`${entry.key}\` as a block scalar`,
    changes: [{ range, newText }],
    // Where the tool loads the file, the prompt may change too.
    safe: data.isCertain && !isList && effect === 'rejected',
  };
}

/** The text that is meant: without the indentation of further lines, and with `\n` as a line break. */
function meantText(written: string): string {
  const [first = '', ...rest] = written.trim().split(/\r\n|\r|\n/);
  const text = [first, ...rest].map(line => line.trimEnd()).join('\n');
  const hasPath = /(?:^|[\s"'(`])(?:[A-Za-z]:|\.{1,2}|\\)(?:\\[\w. -]+)*\\n\w/.test(text);
  return hasPath ? text : text.replace(/\\n(?=\n)/g, '').replaceAll('\\n', '\n');
}
