import MiniSearch from 'minisearch';

/** What the model is told of an agent, skill or command. */
export interface Candidate {
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  /** The description as it is sent; empty where only the name is. */
  readonly description: string;
}

/** A candidate with how much the words of a request favor it. */
export interface Ranked extends Candidate {
  readonly score: number;
  /** The words of the request that it shares, those that count most first. */
  readonly words: readonly string[];
}

/**
 * Ranks what the model is told of by the words that it shares with a request (BM25: rare words count more). That is not how
 * a model chooses; it shows which descriptions the words of a request point to. Candidates without a common word are left
 * out.
 */
export function rank(request: string, candidates: readonly Candidate[]): Ranked[] {
  const search = new MiniSearch<{ id: number; name: string; description: string }>({
    fields: ['name', 'description'],
    tokenize: wordsIn,
    processTerm: stem,
  });
  search.addAll(candidates.map(({ name, description }, id) => ({ id, name, description })));
  const words = new Map(wordsIn(request).map(word => [stem(word), word.toLowerCase()] as const));
  words.delete(null);
  const found = new Map<number, { score: number; parts: { word: string; score: number }[] }>();
  for (const [term, word] of words)
    for (const { id, score } of search.search(term!, {
      tokenize: text => [text],
      processTerm: text => text,
      boost,
    })) {
      const known = found.get(id) ?? { score: 0, parts: [] };
      known.score += score;
      known.parts.push({ word, score });
      found.set(id, known);
    }
  return [...found]
    .map(([id, { score, parts }]) => ({
      ...candidates[id]!,
      score: Math.round(score * 100) / 100,
      words: parts.sort((a, b) => b.score - a.score).map(({ word }) => word),
    }))
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
}

/** A word of the name says more than one of the description. */
const boost = { name: 1.5 };

function wordsIn(text: string): string[] {
  return text.replace(/([a-z])([A-Z][a-z])/g, '$1 $2').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words that say nothing of a subject. */
const common: ReadonlySet<string> = new Set(
  (
    'a about all also am an and any are as at be been but by can could did do does for from get had has have help how i if in ' +
    'into is it its just like make me more my need no not of on or our out should so some than that the their them then there ' +
    'these they this those to up us use used user using want was we were what when where which who why will with would you your'
  ).split(' '),
);

/** The stem of a word, by the most common English endings; `null` for a word that says nothing. */
function stem(written: string): string | null {
  const word = written.toLowerCase();
  if (word.length < 2 || common.has(word)) return null;
  if (word.length < 5) return word.replace(/([^s])s$/, '$1');
  const plural = word.replace(/(?<=[^s])s$/, '').replace(/ie$/, 'y');
  const stemmed = plural.replace(/(?:ing|ed)$/, '');
  return stemmed.length < 3
    ? plural
    : stemmed.replace(/([b-df-hj-np-rtv-z])\1$/, '$1').replace(/(?<=...)e$/, '');
}
