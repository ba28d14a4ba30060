/**
 * "a", "a and b", "a, b, and c"; with `or` likewise. `Intl.ListFormat` does the same, but costs every start of the server
 * 20 ms and 6 MiB, since tools describe their closed lists when they are loaded.
 */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 3) return words.join(` ${last} `);
  return `${words.slice(0, -1).join(', ')}, ${last} ${words.at(-1)}`;
}

/** The same, with each word as Markdown code. */
export function quotedList(words: readonly string[], last: 'and' | 'or' = 'or'): string {
  return listed(
    words.map(word => `\`${word}\``),
    last,
  );
}

/** "an agent", "a rule". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The first words as Markdown code, and the number of the others: "`a`, `b` and 3 more". */
export function someOf(words: readonly string[], shown: number): string {
  if (shown >= words.length) return quotedList(words, 'and');
  const first = words.slice(0, shown).map(word => `\`${word}\``);
  return `${first.join(', ')} and ${words.length - shown} more`;
}
