import { lineAfter } from '../document/lines.ts';
import { withDelimiters } from './edits/delimiters.ts';
import { repairs } from './edits/outcome.ts';
import { issueRule } from './issueRule.ts';
import type { RuleContext, TextChange } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** Front matter that is missing, or does not start on the first line. */
export const useFrontMatter = issueRule({
  id: 'useFrontMatter',
  title: 'Start the file with the front matter',
  why: [
    'A tool finds the front matter only if the first line is exactly `---`. With a blank line, a comment, a heading,',
    'indentation or a code fence before it, or with another delimiter (`----`, `***`, `--- yaml`), the file is not an agent file:',
    'it is not loaded, and most tools do not report it.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['frontMatter.missing', 'frontMatter.late'],
  fixes: (issue, context) => {
    const title = 'Start the file with the front matter';
    const moved = toTheTop(context);
    if (moved && repairs(moved, issue, context)) return [{ title, changes: moved, safe: true }];
    const written = withDelimiters(context);
    if (!written || !repairs(written.changes, issue, context)) return [];
    return [{ title, ...written }];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '\n---\n^^^ error\nname: writer\ndescription: Writes.\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '***\n^^^ error\nname: writer\ndescription: Writes.\n***\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: 'name: writer\n^^^^^^^^^^^^ error\ndescription: Writes.\n\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\n\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '----\n^^^^ error\nname: writer\ndescription: Writes.\n----\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});

const codeFence = /^\s*(`{3,}|~{3,})[^\r\n]*\r?\n/;
const anyDelimiter = /^[ \t]*(?:---+|\+\+\+(?=\r?\n[\w"'-]+[ \t]*:))[^\r\n]*(?:\r?\n|$)/;
const longDelimiter = /^(?:-{4,}|\+{3,})[ \t]*$/m;

/**
 * Moves the opening delimiter to the top, past a byte order mark, whitespace, a code fence or indentation.
 * A closing delimiter of more than three dashes becomes `---` as well.
 */
function toTheTop({ document }: RuleContext): TextChange[] | undefined {
  const { text } = document;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const wrapped = codeFence.exec(text.slice(start));
  if (wrapped) {
    const closing = new RegExp(`\\r?\\n${wrapped[1]}[ \\t]*\\s*$`).exec(text);
    const inner = text.slice(start + wrapped[0].length);
    if (!closing || !inner.startsWith('---')) return undefined;
    return [
      { range: { start: 0, end: start + wrapped[0].length }, newText: '' },
      {
        range: { start: closing.index + (closing[0].startsWith('\r') ? 2 : 1), end: text.length },
        newText: '',
      },
    ];
  }
  const space = /^\s*(?:\r?\n)?/.exec(text.slice(start))![0];
  const lines = /^(?:[ \t]*\r?\n)*/.exec(text.slice(start))![0];
  const delimiterAt = start + lines.length;
  const delimiter = anyDelimiter.exec(text.slice(delimiterAt));
  // A key on the same line stays.
  if (!delimiter || /^[ \t]*-+[ \t]*[\w-]+:/.test(delimiter[0])) return undefined;
  const indent = space.length - lines.length > 0 ? space.slice(lines.length) : '';
  if (indent === '') {
    const line = delimiter[0].replace(/\r?\n$/, '');
    const end = delimiterAt + line.length;
    const opening = { range: { start: 0, end }, newText: '---' };
    const closing = longDelimiter.test(line) ? longDelimiter.exec(text.slice(end)) : null;
    if (!closing) return [opening];
    const at = end + closing.index;
    return [opening, { range: { start: at, end: at + closing[0].trimEnd().length }, newText: '---' }];
  }
  const changes: TextChange[] = [{ range: { start: 0, end: delimiterAt }, newText: '' }];
  for (let at = delimiterAt; at < text.length; at = lineAfter(text, at)) {
    if (text.startsWith(indent, at))
      changes.push({ range: { start: at, end: at + indent.length }, newText: '' });
  }
  return changes;
}
