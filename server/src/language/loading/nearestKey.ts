import { nearestWord } from '../document/nearestWord.ts';

/** Keys of other products that look like a misspelling of a common key, but are not. */
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

/** Returns the known key that `key` probably misspells; `undefined` when none is near, or it is another product's key. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  return keysElsewhere.has(key) ? undefined : nearestWord(key, known);
}
