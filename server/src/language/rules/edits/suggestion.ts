import type { LoadNote } from '../../loaders/loader.ts';
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
