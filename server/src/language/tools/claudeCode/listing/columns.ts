import { eastAsianWidth } from 'get-east-asian-width';
import { lazy } from '../../../lazy.ts';

/** Characters that stand for themselves, whatever is beside them: Latin, Greek, Cyrillic, punctuation, arrows, CJK. */
const narrow =
  '\\x20-\\x7E\\xA1-\\xAC\\xAE-\\u02FF\\u0370-\\u0482\\u048A-\\u052F\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u2300';
const wide =
  '\\u3001-\\u3029\\u3041-\\u3096\\u30A1-\\u30FA\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60';
const onlyNarrow = new RegExp(`^[${narrow}]*$`);
const wideOnes = new RegExp(`[${wide}]`, 'g');
/** Other characters, with the one before them, which they may belong to. */
const others = new RegExp(`[${narrow}${wide}]?[^${narrow}${wide}]+`, 'g');
const graphemes = lazy(() => new Intl.Segmenter('en'));
const invisible = /^[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}]$/u;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Emoji}\uFE0F)/u;

/**
 * The columns that a line takes in a terminal, in which Claude Code counts the listing: 2 for a wide character and for
 * an emoji with all that belongs to it, none for what is invisible (recorded with 2.1.329 on 2026-11-29).
 */
export function columnsOf(text: string): number {
  if (onlyNarrow.test(text)) return text.length;
  let columns = 0;
  const plain = text.replace(others, run => {
    columns += columnsOfRun(run);
    return '';
  });
  return columns + plain.length + (plain.match(wideOnes)?.length ?? 0);
}

function columnsOfRun(run: string): number {
  let columns = 0;
  for (const { segment } of graphemes().segment(run))
    if (emoji.test(segment)) columns += 2;
    else
      for (const character of segment)
        if (!invisible.test(character)) columns += eastAsianWidth(character.codePointAt(0)!);
  return columns;
}
