import { lineAfter } from '../document/lines.ts';
import { withDelimiters } from './edits/delimiters.ts';
import { repairs } from './edits/outcome.ts';
import { doubleQuoted } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext, TextChange } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';
import { firstSentence } from './useDescription.ts';
import { nameFromPath } from './useName.ts';

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
    const toml = fromToml(context);
    if (toml && repairs(toml.changes, issue, context)) return [toml];
    if (moved && repairs(moved, issue, context)) return [{ title, changes: moved, safe: true }];
    const written = withDelimiters(context);
    if (written && repairs(written.changes, issue, context)) return [{ title, ...written }];
    if (issue.code === 'frontMatter.missing') return [newFrontMatter(context)];
    return [lineFeeds(context), textBelow(context)];
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

/** Writes front matter with the two keys that most tools require. */
function newFrontMatter(context: RuleContext): Fix {
  const { document } = context;
  const { text, frontMatter } = document;
  const lineBreak = /\r\n/.test(text) ? '\r\n' : '\n';
  const lines = [`name: ${nameFromPath(context)}`, `description: ${doubleQuoted(firstSentence(context))}`];
  const isEmpty = frontMatter.state === 'closed' && document.slice(frontMatter.content).trim() === '';
  if (isEmpty) {
    const range = frontMatter.content;
    return {
      title: 'Fill in the front matter',
      changes: [{ range, newText: `${lines.join(lineBreak)}${lineBreak}` }],
      safe: false,
    };
  }
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const newText = ['---', ...lines, '---', ''].join(lineBreak);
  return { title: 'Add front matter', changes: [{ range: { start, end: start }, newText }], safe: false };
}

/** Ends lines with a line feed that end in a lone carriage return. */
function lineFeeds({ document }: RuleContext): Fix | undefined {
  const changes = [...document.text.matchAll(/\r(?!\n)/g)].map(({ index }) => ({
    range: { start: index, end: index + 1 },
    newText: '\n',
  }));
  return changes.length > 0 ? { title: 'End lines with line feeds', changes, safe: true } : undefined;
}

/** Moves the text before the front matter below it. */
function textBelow({ document }: RuleContext): Fix | undefined {
  const { text } = document;
  const match = /^([\s\S]*?(?:^|\n))(---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$))/.exec(text);
  const [, before = '', front = ''] = match ?? [];
  if (before.trim() === '') return undefined;
  const at = before.length + front.length;
  const lineBreak = front.endsWith('\n') ? '' : '\n';
  return {
    title: 'Move the text before the front matter below it',
    changes: [
      { range: { start: 0, end: before.length }, newText: '' },
      { range: { start: at, end: at }, newText: lineBreak + before },
    ],
    safe: false,
  };
}

/** Writes simple TOML between `+++` as YAML. */
function fromToml({ document: { text } }: RuleContext): Fix | undefined {
  const match =
    /^\uFEFF?(\+\+\+)[ \t]*\r?\n((?:[ \t]*(?:[\w-]+[ \t]*=[^\r\n]*|#[^\r\n]*)?\r?\n)*)(\+\+\+)[ \t]*(?:\r?\n|$)/.exec(
      text,
    );
  if (!match) return undefined;
  const start = text.indexOf('+++');
  const content = text.indexOf(match[2]!, start + 3);
  const end = content + match[2]!.length;
  const signs = [...match[2]!.matchAll(/^([ \t]*[\w-]+)[ \t]*=[ \t]*/gm)].map(
    ({ index, 0: all, 1: key = '' }) => ({
      range: { start: content + index + key.length, end: content + index + all.length },
      newText: ': ',
    }),
  );
  return {
    title: 'Write the front matter as YAML',
    changes: [
      { range: { start, end: start + 3 }, newText: '---' },
      ...signs,
      { range: { start: end, end: end + 3 }, newText: '---' },
    ],
    safe: false,
  };
}

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
