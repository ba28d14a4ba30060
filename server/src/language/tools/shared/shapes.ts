import * as z from 'zod';
import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** One of the values of a vocabulary, in any of its spellings. */
export function oneOf(terms: readonly VocabularyEntry[]) {
  return z.enum(terms.flatMap(({ value, aliases = [] }) => [value, ...aliases]));
}

/** Names as one string or as a list. */
export function namesShape() {
  return z.union([z.string(), z.array(z.string())]);
}

/** What `true` and `false` mean, for `values`. */
export function booleanEntries(yes: string, no: string): readonly VocabularyEntry[] {
  return [
    { value: 'true', description: yes },
    { value: 'false', description: no },
  ];
}
