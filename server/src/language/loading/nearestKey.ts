import { nearestWord } from '../document/nearestWord.ts';

/** Keys of other products that look like a misspelling of a common key, and are none. */
const keysElsewhere = new Set([
  'mode',
  'type',
  'types',
  'tag',
  'tags',
  'title',
  'role',
  'rule',
  'rules',
  'tools_list',
]);

/** The known key that `key` was probably meant to be; `undefined` when none is near, or it is a word of its own. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  return keysElsewhere.has(key) ? undefined : nearestWord(key, known);
}
