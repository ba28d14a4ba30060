import { findMeantFrontMatter } from '../../loading/meantFrontMatter.ts';
import type { Fix, RuleContext, TextChange } from '../rule.ts';

/**
 * Puts front matter that is meant between two lines of `---` at the start of the file. Text above it moves below it,
 * which the author should look at; everything else is safe. `undefined` where no front matter is meant.
 */
export function withDelimiters({
  document,
  dialect,
}: RuleContext): Pick<Fix, 'changes' | 'safe'> | undefined {
  const { text } = document;
  const known = dialect.fields().fields.map(({ name }) => name);
  const meant = findMeantFrontMatter(text, known);
  if (!meant) return undefined;
  const { cause, range, above, content, close } = meant;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const written = text.slice(range.start, range.end);
  const rest = cause === 'keyOnDelimiter' ? written.replace(/^\S*?[-\u2014\u2013*_+]+[ \t]*/, '') : '';
  const textAbove = text.slice(above.start, above.end).trim();
  const isFenced = /^(`{3,}|~{3,})/.exec(textAbove);
  const changes: TextChange[] = [];
  if (above.end > 0 || range.start > above.end)
    changes.push({
      range: { start: 0, end: cause === 'noDelimiter' ? content.start : range.start },
      newText: '',
    });
  if (cause === 'noDelimiter')
    changes.push({ range: { start: content.start, end: content.start }, newText: `---${lineBreak}` });
  else changes.push({ range, newText: rest === '' ? '---' : `---${lineBreak}${rest}` });
  const below = textAbove === '' || isFenced ? '' : `${lineBreak}${lineBreak}${textAbove}`;
  if (close) {
    const fence =
      isFenced &&
      text.slice(close.end).match(new RegExp(`^\\r?\\n[ \\t]*${isFenced[1]}[ \\t]*(?=\\r?\\n|$)`));
    changes.push({
      range: { start: close.start, end: close.end + (fence ? fence[0].length : 0) },
      newText: `---${below}`,
    });
  } else
    changes.push({ range: { start: content.end, end: content.end }, newText: `${lineBreak}---${below}` });
  return { changes, safe: below === '' };
}
