import type { OffsetRange } from '../../document/offsets.ts';
import type { Fix, RuleContext } from '../rule.ts';

/** An issue with which the loader may suggest what to write instead. */
interface Suggesting {
  readonly range: OffsetRange;
  readonly data?: { readonly suggestion?: string | undefined } | undefined;
}

/** Replaces the text of an issue by the loader's suggestion, inside its quotes if it has any. */
export function replaceBySuggestion(
  { range: written, data: { suggestion } = {} }: Suggesting,
  { document }: RuleContext,
): Fix | undefined {
  if (suggestion === undefined) return undefined;
  const quoted = /^(["']).*\1$/s.test(document.slice(written));
  const range = quoted ? { start: written.start + 1, end: written.end - 1 } : written;
  return { title: `Change to \`${suggestion}\``, changes: [{ range, newText: suggestion }], safe: false };
}

/** Replaces the text of each issue for which the loader has a suggestion; `undefined` when only one has. */
export function replaceAllBySuggestion(issues: readonly Suggesting[], context: RuleContext): Fix | undefined {
  const changes = issues.flatMap(issue => replaceBySuggestion(issue, context)?.changes ?? []);
  if (changes.length < 2) return undefined;
  const count =
    changes.length === issues.length ? `all ${changes.length}` : `the ${changes.length} similar names`;
  return { title: `Change ${count} to the names that are meant`, changes, safe: false };
}

/** Replaces a value and its quotes by the loader's suggestion, which is not a string in YAML. */
export function replaceWithQuotes(
  { range: written, data: { suggestion } = {} }: Suggesting,
  { document }: RuleContext,
): Fix | undefined {
  if (suggestion === undefined) return undefined;
  const range = quotedValue(document.text, written);
  return { title: `Change to \`${suggestion}\``, changes: [{ range, newText: suggestion }], safe: false };
}

function quotedValue(text: string, { start, end }: OffsetRange): OffsetRange {
  const [before, after] = [text[start - 1], text[end]];
  return before === after && (before === '"' || before === "'")
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
