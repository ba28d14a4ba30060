import { lazy } from './lazy.ts';

const conjunction = lazy(() => new Intl.ListFormat('en-US', { type: 'conjunction' }));
const disjunction = lazy(() => new Intl.ListFormat('en-US', { type: 'disjunction' }));

/** "a", "a and b", "a, b, and c"; with `or` likewise. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return (last === 'and' ? conjunction() : disjunction()).format(words);
}

/** The same, with each word as Markdown code. */
export function quotedList(words: readonly string[], last: 'and' | 'or' = 'or'): string {
  return listed(
    words.map(word => `\`${word}\``),
    last,
  );
}
