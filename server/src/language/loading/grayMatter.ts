import matter from 'gray-matter';
import { boundedValue } from '../document/boundedValue.ts';
import type { OffsetRange } from '../document/offsets.ts';

/** How gray-matter reads a text, for the tools that read front matter with it. */
export type GrayMatterReading =
  | {
      readonly state: 'read';
      /** What the front matter holds: usually a mapping, but any value that YAML or JSON can express. Dates are `Date`s. */
      readonly data: unknown;
      /** The text below the front matter; the whole text, without byte order mark, when there is none. */
      readonly content: string;
      /** The front matter between its delimiters, language excluded; `undefined` when the text does not open one. */
      readonly matter: OffsetRange | undefined;
    }
  | { readonly state: 'invalid'; readonly error: GrayMatterError; readonly matter: OffsetRange }
  /** The opening delimiter names a language that gray-matter would execute. Nothing was run. */
  | { readonly state: 'executable'; readonly delimiter: OffsetRange; readonly matter: OffsetRange }
  /** Longer than the front matter of any agent file; not read, so that no file can make the reader hang. */
  | { readonly state: 'tooLarge'; readonly matter: OffsetRange };

/** Why gray-matter threw. */
export interface GrayMatterError {
  /** The parser's own words, without position. */
  readonly reason: string;
  /** Where in the text the parser gave up; the language's name when that is the cause. */
  readonly offset: number;
  readonly cause: 'yaml' | 'json' | 'language';
  /** The language named after the opening delimiter; empty for none. */
  readonly language: string;
}

/** Front matter longer than this, or with a longer run of whitespace, is not read: gray-matter's time grows with both. */
const longestMatter = 200_000;
const longestSpace = 2_000;

/** What the replaced engines throw: proof that gray-matter was about to execute the front matter. */
class WouldExecute extends Error {}

const refuse = {
  parse(): never {
    throw new WouldExecute('An agent file is never executed.');
  },
};

/**
 * Every call passes options: without any, gray-matter caches a text before it parses it, and returns an empty object
 * for the second call with an invalid one. The engines that execute are replaced, not disabled, because `false` leaves
 * the default one in place.
 */
const options = { language: 'yaml', delimiters: '---', engines: { javascript: refuse, js: refuse } };

/** Reads a text as gray-matter 4.0.3 does with its own defaults. Never throws, never evaluates, keeps nothing. */
export function readGrayMatter(text: string): GrayMatterReading {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const bare = text.slice(mark);
  if (!bare.startsWith('---') || bare.charAt(3) === '-') {
    return { state: 'read', data: {}, content: bare, matter: undefined };
  }
  const { raw, name: language } = matter.language(bare, options);
  const start = mark + 3 + raw.length;
  const close = text.indexOf('\n---', start);
  const range = { start, end: close < 0 ? text.length : close };
  if (isTooLarge(text, range)) return { state: 'tooLarge', matter: range };
  try {
    // Object.prototype's methods would be found as engines; how the tool reads such a name does not matter.
    if (language in {}) throw new Error(`gray-matter engine "${language}" is not registered`);
    const file = matter(bare, options);
    // Only an alias can make a value that does not end.
    const data: unknown = file.matter.includes('*') ? boundedValue(file.data) : file.data;
    return { state: 'read', data, content: file.content, matter: range };
  } catch (error) {
    if (error instanceof WouldExecute) {
      return {
        state: 'executable',
        delimiter: { start: mark, end: mark + 3 + raw.trimEnd().length },
        matter: range,
      };
    }
    return { state: 'invalid', error: errorOf(error, range, language), matter: range };
  }
}

function errorOf(error: unknown, matter: OffsetRange, language: string): GrayMatterError {
  const { reason, message, mark } = error as {
    reason?: string;
    message?: string;
    mark?: { position?: number };
  };
  const words = String(reason ?? message ?? error).slice(0, 200);
  if (/^gray-matter engine /.test(words)) {
    return {
      reason: words,
      offset: Math.max(matter.start - language.length, 0),
      cause: 'language',
      language,
    };
  }
  const offset = Math.min(matter.start + Math.max(mark?.position ?? 0, 0), matter.end);
  return { reason: words, offset, cause: language === 'json' ? 'json' : 'yaml', language };
}

function isTooLarge(text: string, { start, end }: OffsetRange): boolean {
  if (end - start > longestMatter) return true;
  let spaces = 0;
  for (let at = start; at < end; at++) {
    spaces = /\s/.test(text[at]!) ? spaces + 1 : 0;
    if (spaces > longestSpace) return true;
  }
  return false;
}
