import type { OffsetRange } from '../../document/offsets.ts';
import type { LoadNote } from '../../loading/loader.ts';
import { textIn } from '../noteRule.ts';
import type { Fix, RuleContext } from '../rule.ts';

/** Writes the loader's suggestion in place of the text that the note is about, inside the quotes when it has any. */
export function replaceBySuggestion(
  note: LoadNote,
  { document }: RuleContext,
  key = 'suggestion',
): Fix | undefined {
  const suggestion = textIn(note, key);
  if (suggestion === undefined) return undefined;
  const quoted = /^(["']).*\1$/s.test(document.slice(note.range));
  const range = quoted ? { start: note.range.start + 1, end: note.range.end - 1 } : note.range;
  return { title: `Change to \`${suggestion}\``, changes: [{ range, newText: suggestion }], safe: false };
}

/** Writes the loader's suggestion, which is no text to YAML, in place of a value and of the quotes around it. */
export function replaceWithQuotes(note: LoadNote, { document }: RuleContext): Fix | undefined {
  const suggestion = textIn(note, 'suggestion');
  if (suggestion === undefined) return undefined;
  const range = quotedValue(document.text, note.range);
  return { title: `Change to \`${suggestion}\``, changes: [{ range, newText: suggestion }], safe: false };
}

function quotedValue(text: string, { start, end }: OffsetRange): OffsetRange {
  const [before, after] = [text[start - 1], text[end]];
  return before === after && (before === '"' || before === "'")
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
