import { codeRangesOf } from './codeRanges.ts';
import type { OffsetRange } from './offsets.ts';

/** An import `@path`, which the tool also reads. */
export interface Import {
  /** The `@` and the path. */
  readonly range: OffsetRange;
  /** The path as written, without `@` and with escaped spaces unescaped. */
  readonly path: string;
  /**
   * True when it is almost certainly a path: `@docs/style.md`. `@alice` and `@angular/core` are ambiguous.
   */
  readonly isEvident: boolean;
}

/** A path of limited length. */
const written = /(?:[^\s\\]|\\ ){1,1000}/y;
/** Punctuation that ends a sentence, or closes brackets or quotes around a path. */
const trailing = /[.,;:!?)\]}>'"`*_|]+$/;
const prose = /\.(?:md|mdx|mdc|markdown|txt|rst|adoc)$/i;
const data = /\.(?:jsonc?|ya?ml|toml)$/i;

/**
 * Returns the imports in a text, as documented by Claude Code: `@path` at the start of a line or after white space, outside
 * code. Linear time; a text without `@` only costs a search for it.
 */
export function importsIn(text: string, body: OffsetRange): Import[] {
  const found: Import[] = [];
  let code: ReturnType<typeof codeRangesOf> | undefined;
  let line = body.start;
  let seen = body.start;
  for (let at = text.indexOf('@', body.start); at >= 0 && at < body.end; at = text.indexOf('@', at + 1)) {
    if (at > body.start && !/\s/.test(text[at - 1]!)) continue;
    written.lastIndex = at + 1;
    const word = /^[^#]*/.exec(written.exec(text)?.[0] ?? '')![0].replace(trailing, '');
    if (!/^(?:~\/|\.{0,2}\/|[\p{L}\p{N}_.-])/u.test(word) || /@|:\/\//.test(word)) continue;
    const lineBreak = text.slice(seen, at).lastIndexOf('\n');
    if (lineBreak >= 0) line = seen + lineBreak + 1;
    seen = at;
    if (isIndentedCode(text.slice(line, Math.min(at, line + longestIndent)))) continue;
    code ??= codeRangesOf(text, body);
    if (code.has(at)) continue;
    const path = word.replaceAll('\\ ', ' ');
    const isSimple = /^\.{1,2}\//.test(path) || !path.includes('/');
    found.push({
      range: { start: at, end: at + 1 + word.length },
      path,
      isEvident: prose.test(path) || (isSimple && data.test(path)),
    });
  }
  return found;
}

/** The maximum indentation of a line. */
const longestIndent = 200;

/** A line that starts with four spaces or a tab, unless it is a list item. */
function isIndentedCode(lineStart: string): boolean {
  return /^(?: {4}|\t)/.test(lineStart) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(lineStart);
}

/**
 * Resolves `path`, imported by the file at `from`, to an absolute path with `/`; `undefined` for absolute paths and paths
 * in the user's home folder, which are outside the project and not followed.
 */
export function resolveImport(path: string, from: string): string | undefined {
  if (/^(?:[~/\\]|[A-Za-z]:)/.test(path) || path.endsWith('/')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.length <= 1) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The absolute paths of the files that the file at `from` imports. */
export function importedPaths(text: string, body: OffsetRange, from: string): string[] {
  return [...new Set(importsIn(text, body).flatMap(({ path }) => resolveImport(path, from) ?? []))];
}
