/** No glob of a project is longer. */
export const longestGlob = 1000;
/** A glob whose braces stand for more globs than this is not expanded. */
const mostAlternatives = 200;

/** The positions in a path that a part of a glob can reach, as flags. */
type Positions = Uint8Array;
/** The positions that follow from others. */
type Step = (from: Positions, path: string) => Positions;

/**
 * Tests whether a glob matches a path like picomatch with `dot`, but follows all possibilities at once instead of trying
 * one after the other: its time grows with the lengths of glob and path, never beyond. For globs that others write.
 */
export function linearGlobMatcher(glob: string): (path: string) => boolean {
  const matchers = expandBraces(glob).map(compile);
  return path => matchers.some(matches => matches(path));
}

/** Why a glob is not used, as the rest of a sentence; `undefined` when it is. */
export function globProblem(glob: string): string | undefined {
  const plain = glob.replace(/^!(?!\()/, '').trim();
  if (plain.replace(/[./]/g, '') === '') return 'names no files';
  if (glob.length > longestGlob) return `is longer than ${longestGlob} characters`;
  if (/\([^)]*\(/.test(plain)) return 'has a group within a group';
  return expandBraces(plain).length > mostAlternatives ? 'stands for too many others' : undefined;
}

function compile(glob: string): (path: string) => boolean {
  const steps = stepsOf(glob);
  return path => {
    let at: Positions = new Uint8Array(path.length + 1);
    at[0] = 1;
    for (const step of steps) at = step(at, path);
    return at[path.length] === 1;
  };
}

/** The parts of a glob: groups, `**`, `*`, classes, escaped and other characters. */
const part =
  /([!@?*+]?)\(([^()]*)\)|(?<=^|\/)\*\*\/|\/\*\*$|^\*\*$|\*+|\[(\^)?(\]?[^\]/]*)\]|\\(.)|([\s\S])/g;

function stepsOf(glob: string): Step[] {
  return [...glob.matchAll(part)].map(([text, kind, group, negation, characters, escaped, plain]) => {
    if (group !== undefined) return groupStep(kind!, group);
    if (text === '**/') return folders;
    if (text === '/**' || text === '**') return everything(text);
    if (text.startsWith('*')) return star;
    if (characters !== undefined) return classStep(characters, negation !== undefined);
    if (escaped === undefined && plain === '?') return oneOf(character => character !== '/');
    return oneOf(character => character === (escaped ?? plain));
  });
}

/** One character. */
function oneOf(accepts: (character: string) => boolean): Step {
  return (from, path) => {
    const to = new Uint8Array(from.length);
    for (let at = 0; at < path.length; at++) if (from[at] && accepts(path[at]!)) to[at + 1] = 1;
    return to;
  };
}

/** Any characters of one segment. */
const star: Step = (from, path) => {
  const to = from.slice();
  for (let at = 0; at < path.length; at++) if (to[at] && path[at] !== '/') to[at + 1] = 1;
  return to;
};

/** Any number of folders, each with its `/`. */
const folders: Step = (from, path) => {
  const to = from.slice();
  let isOpen = false;
  for (let at = 0; at < path.length; at++) {
    isOpen ||= from[at] === 1;
    if (isOpen && path[at] === '/') to[at + 1] = 1;
  }
  return to;
};

/** All the rest: after `/`, or nothing at the end. */
function everything(text: string): Step {
  return (from, path) => {
    const to = new Uint8Array(from.length);
    const starts = (at: number): boolean => text === '**' || at === path.length || path[at] === '/';
    if (from.some((isReached, at) => isReached === 1 && starts(at))) to[path.length] = 1;
    return to;
  };
}

function classStep(characters: string, isNegated: boolean): Step {
  const ranges = [...characters.matchAll(/([\s\S])-([\s\S])|([\s\S])/g)].map(([, low, high, one]) =>
    one === undefined ? [low!, high!] : [one, one],
  );
  return oneOf(
    character =>
      character !== '/' &&
      ranges.some(([low, high]) => low! <= character && character <= high!) !== isNegated,
  );
}

function groupStep(kind: string, group: string): Step {
  const alternatives = group.split('|').map(stepsOf);
  const once: Step = (from, path) =>
    union(alternatives.map(steps => steps.reduce((at, step) => step(at, path), from)));
  if (kind === '!') return others(once);
  if (kind === '?') return (from, path) => union([from, once(from, path)]);
  if (kind === '*') return (from, path) => closure(from, path, once);
  if (kind === '+') return (from, path) => closure(once(from, path), path, once);
  return once;
}

/** Any characters of one segment that the group does not match. */
function others(once: Step): Step {
  return (from, path) => {
    const to = new Uint8Array(from.length);
    for (const start of from.keys()) {
      if (!from[start]) continue;
      const alone = new Uint8Array(from.length);
      alone[start] = 1;
      const [any, matched] = [star(alone, path), once(alone, path)];
      for (const end of any.keys()) if (any[end] && !matched[end]) to[end] = 1;
    }
    return to;
  };
}

function closure(from: Positions, path: string, once: Step): Positions {
  const reached = from.slice();
  for (let fresh = from; ; ) {
    fresh = once(fresh, path).map((isReached, at) => (isReached && !reached[at] ? 1 : 0));
    if (!fresh.includes(1)) return reached;
    for (const [at, isReached] of fresh.entries()) if (isReached) reached[at] = 1;
  }
}

function union(all: readonly Positions[]): Positions {
  const to = all[0]!.slice();
  for (const positions of all) for (const [at, isReached] of positions.entries()) if (isReached) to[at] = 1;
  return to;
}

/** The globs that braces stand for: `{a,b}` for two, `{1..3}` for three. Braces without a comma are characters. */
function expandBraces(glob: string): string[] {
  const waiting = [glob];
  const done: string[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const found = /(?<!\\)\{([^{}]*(?:,|\.\.)[^{}]*)\}/.exec(next);
    if (!found || done.length + waiting.length > mostAlternatives) done.push(next);
    else {
      const [before, after] = [next.slice(0, found.index), next.slice(found.index + found[0].length)];
      waiting.push(...choices(found[1]!).map(choice => before + choice + after));
    }
  }
  return done;
}

function choices(inside: string): string[] {
  const [, low, high] = /^(-?\d{1,4})\.\.(-?\d{1,4})$/.exec(inside) ?? [];
  if (low === undefined || high === undefined) return inside.split(',');
  const [start, end] = [Number(low), Number(high)].sort((a, b) => a - b) as [number, number];
  return Array.from({ length: Math.min(end - start + 1, mostAlternatives + 1) }, (_, at) =>
    String(start + at),
  );
}
