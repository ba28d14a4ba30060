import { lineStart } from '../document/lines.ts';
import type { OffsetRange } from '../document/offsets.ts';
import { issueRule } from './issueRule.ts';
import type { RuleContext, TextChange } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** Three dashes inside the front matter, for a tool that ends it at the first `---` anywhere. */
export const noEarlyDelimiter = issueRule({
  id: 'noEarlyFence',
  title: 'Keep three dashes out of the front matter',
  why: [
    'Claude Code ends the front matter at the first `---` after the opening delimiter, even in the middle of a line,',
    'inside quotes, in a comment or in a table. Everything below becomes part of the prompt, and nothing is reported. If',
    '`tools`, `disallowedTools`, `permissionMode` or `hooks` are below, the agent runs without these limits.',
    '',
    'Quoting does not help. Use a dash (`—`), two dashes, or a line of another character.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  codes: ['frontMatter.closedEarly'],
  fixes: (_issue, context) => [{ title: 'Replace the dashes', changes: replaceDashes(context), safe: true }],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Use it --- always\n                    ^^^ error\ntools: Read\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Use it — always\ntools: Read\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\n# ------\n  ^^^ error\ndescription: Writes.\n---\nYou write.\n',
        fixed: '---\nname: writer\n# ======\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes -- always\n---\n---\nYou write.\n',
      },
    ],
  },
});

/** Replaces every run of three or more dashes between the author's delimiters by a separator that reads the same. */
function replaceDashes({ document }: RuleContext): TextChange[] {
  const { content } = document.frontMatter;
  const changes: TextChange[] = [];
  for (const match of document.slice(content).matchAll(/-{3,}/g)) {
    const range = { start: content.start + match.index, end: content.start + match.index + match[0].length };
    changes.push({ range, newText: replacementFor(document.text, range) });
  }
  return changes;
}

function replacementFor(text: string, { start, end }: OffsetRange): string {
  const length = end - start;
  const line = text.slice(lineStart(text, start), start);
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  // A table's delimiter row needs one dash only.
  if (/[|:]/.test(before) || /[|:]/.test(after)) return '--';
  // A line of dashes alone is not valid YAML, but a comment is.
  if (line === '' && /[\r\n]/.test(after)) return '#'.repeat(length);
  if (/^[ \t]*#/.test(line) || length > 3) return '='.repeat(length);
  // Inside a URL, a percent-encoded dash has the same meaning.
  if (/\S*:\/\/\S*$/.test(line)) return `--${'%2D'.repeat(length - 2)}`;
  return /\S/.test(before) && /\S/.test(after) ? '--' : '—';
}
