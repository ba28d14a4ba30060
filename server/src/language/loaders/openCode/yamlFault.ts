import type { GrayMatterFault } from '../grayMatter.ts';

interface Explanation {
  readonly reason: RegExp;
  readonly says: string;
}

/** js-yaml 3's words, and what an author would call the fault. The first that matches counts. */
const explanations: readonly Explanation[] = [
  { reason: /^duplicated mapping key/, says: 'A key is given twice here. Keep one of them.' },
  {
    reason: /alias/,
    says: 'A word that begins with `*` is a reference in YAML, and this one refers to nothing. Put it in quotes: `"*"`.',
  },
  {
    reason: /unknown tag|tag /,
    says: 'A word that begins with `!` is a tag in YAML. Put the value in quotes.',
  },
  {
    reason: /unknown escape sequence|hexadecimal/,
    says: 'Double quotes hold a backslash that begins no escape. Use single quotes, or write `\\\\`.',
  },
  {
    reason: /unexpected end of the (stream|document) within a (single|double) quoted/,
    says: 'A quotation mark is opened here and not closed.',
  },
  {
    reason: /unexpected end of the stream within a flow|missed comma between flow|flow/,
    says: 'A value that begins with `[` or `{` is a list or a map in YAML, and this one does not end as one. Put it in quotes if it is text.',
  },
  { reason: /tab character/, says: 'A line is indented with a tab. YAML wants blanks.' },
  {
    reason: /bad indentation of a (mapping|sequence)/,
    says: 'The indentation does not fit, or an unquoted value holds a `: `.',
  },
  {
    reason: /mapping values are not allowed|incomplete explicit mapping pair/,
    says: 'An unquoted value holds a `: `, which begins another key in YAML. Put the value in quotes.',
  },
  {
    reason: /implicit key|implicit mapping|colon is missed/,
    says: 'A line here is no `key: value`: the colon, or the blank behind it, is missing.',
  },
  { reason: /non-printable|null byte/, says: 'An invisible control character stands here. Remove it.' },
  {
    reason: /document separator|end of the stream/,
    says: 'What stands here does not continue what precedes it: text behind a closing quotation mark, bracket or brace, or a line that is no `key: value`.',
  },
];

/** What a plain value may not begin with, and why. */
const openings: ReadonlyMap<string, string> = new Map([
  ['*', 'What begins with `*` is a reference in YAML. Put it in quotes.'],
  ['&', 'A value that begins with `&` sets a mark in YAML. Put it in quotes.'],
  ['!', 'A value that begins with `!` is a tag in YAML. Put it in quotes.'],
  ['[', 'A value that begins with `[` is a list in YAML, and text may not follow its end. Put it in quotes.'],
  ['{', 'A value that begins with `{` is a map in YAML, and text may not follow its end. Put it in quotes.'],
  ['@', 'In YAML a value may not begin with `@`. Put it in quotes.'],
  ['`', 'In YAML a value may not begin with a backtick. Put it in quotes.'],
  ['%', 'In YAML a value may not begin with `%`. Put it in quotes.'],
  [',', 'In YAML a value may not begin with a comma. Put it in quotes.'],
]);

/**
 * What is wrong, in the author's terms, and what to do about it: whole sentences. `value` is the text of the value
 * that is at fault, where one alone is.
 */
export function explainFault({ cause, reason, language }: GrayMatterFault, value = ''): string {
  if (cause === 'language')
    return `Behind \`---\` stands \`${language.slice(0, 40)}\`, a language that it has no reader for. Write \`---\` alone.`;
  if (cause === 'json') return 'The JSON is invalid.';
  const byOpening = openings.get(value.charAt(0));
  return (
    byOpening ?? explanations.find(each => each.reason.test(reason))?.says ?? 'The YAML is invalid here.'
  );
}
