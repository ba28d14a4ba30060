import { distance } from 'fastest-levenshtein';

/**
 * Returns the most similar word: equal except for case and separators, or else with the smallest edit distance. The
 * distance is at most two and less than half of the length; swapped letters count once, and a distance of two requires
 * the same first letter. Returns `undefined` when there is no such word, or a tie.
 */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  const plain = plainOf(written);
  const same = words.find(word => plainOf(word) === plain);
  if (same !== undefined) return same;
  let best: string | undefined;
  let least = 3;
  let isTie = false;
  for (const word of words) {
    if (Math.abs(word.length - written.length) > 2) continue;
    const steps = stepsBetween(written.toLowerCase(), word.toLowerCase());
    if (steps > 1 && written[0]?.toLowerCase() !== word[0]?.toLowerCase()) continue;
    if (steps < least && steps * 2 < word.length) [best, least, isTie] = [word, steps, false];
    else if (steps === least && best !== undefined) isTie = true;
  }
  return isTie ? undefined : best;
}

function stepsBetween(a: string, b: string): number {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = at < 0 ? a : a.slice(0, at) + (a[at + 1] ?? '') + a[at] + a.slice(at + 2);
  return a !== b && swapped === b ? 1 : distance(a, b);
}

function plainOf(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
