import type { OffsetRange } from '../../document/offsets.ts';
import type { Issue } from '../../loading/issue.ts';
import { textIn } from '../issueRule.ts';
import type { Fix, RuleContext } from '../rule.ts';

/** Replaces the text of an issue by the loader's suggestion, inside its quotes if it has any. */
export function replaceBySuggestion(
  issue: Issue,
  { document }: RuleContext,
  key = 'suggestion',
): Fix | undefined {
  const suggestion = textIn(issue, key);
  if (suggestion === undefined) return undefined;
  const quoted = /^(["']).*\1$/s.test(document.slice(issue.range));
  const range = quoted ? { start: issue.range.start + 1, end: issue.range.end - 1 } : issue.range;
  return { title: `Change to \`${suggestion}\``, changes: [{ range, newText: suggestion }], safe: false };
}

/** Replaces a value and its quotes by the loader's suggestion, which is not a string in YAML. */
export function replaceWithQuotes(issue: Issue, { document }: RuleContext): Fix | undefined {
  const suggestion = textIn(issue, 'suggestion');
  if (suggestion === undefined) return undefined;
  const range = quotedValue(document.text, issue.range);
  return { title: `Change to \`${suggestion}\``, changes: [{ range, newText: suggestion }], safe: false };
}

function quotedValue(text: string, { start, end }: OffsetRange): OffsetRange {
  const [before, after] = [text[start - 1], text[end]];
  return before === after && (before === '"' || before === "'")
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
