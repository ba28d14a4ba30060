import { distance } from 'fastest-levenshtein';

/**
 * The known word that `word` was probably meant to be: the same one in other letters, or a misspelling of it.
 * `undefined` when none is near enough. Case, `-` and `_` do not count.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 100) return undefined;
  const plain = fold(word);
  let best: { word: string; steps: number } | undefined;
  for (const candidate of known) {
    const steps = distance(plain, fold(candidate));
    if (!best || steps < best.steps) best = { word: candidate, steps };
  }
  if (!best) return undefined;
  const allowed = plain.length <= 3 ? 0 : plain.length <= 6 ? 1 : 2;
  return best.steps <= allowed ? best.word : undefined;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
