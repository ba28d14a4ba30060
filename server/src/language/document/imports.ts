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
/** Punctuation at the end of a path. It is a part of it: `@a.md.` names no file `a.md`. */
const trailing = /[.,;:!?)\]}>'"`*_|]+$/;
/** The marks of emphasis, which may surround an import. */
const emphasis = /[*_]/;
const prose = /\.(?:md|mdx|mdc|markdown|txt|rst|adoc)$/i;
const data = /\.(?:jsonc?|ya?ml|toml)$/i;

/**
 * Returns the imports in a text, as recorded of Claude Code 2.1.332: `@path` at the start of a line, after white space or
 * in emphasis, outside code. Punctuation at its end is a part of the path. Linear time; a text without `@` only costs a
 * search for it.
 */
export function importsIn(text: string, body: OffsetRange): Import[] {
  const found: Import[] = [];
  let code: ReturnType<typeof codeRangesOf> | undefined;
  let line = body.start;
  let seen = body.start;
  for (let at = text.indexOf('@', body.start); at >= 0 && at < body.end; at = text.indexOf('@', at + 1)) {
    const opening = emphasisBefore(text, at, body.start);
    if (opening.start > body.start && !/\s/.test(text[opening.start - 1]!)) continue;
    written.lastIndex = at + 1;
    const whole = /^[^#]*/.exec(written.exec(text)?.[0] ?? '')![0];
    const close = opening.length > 0 ? whole.search(/[*_]+\S*$/) : -1;
    const word = close < 0 ? whole : whole.slice(0, close);
    if (!/^(?:~\/|\.{0,2}\/|[\p{L}\p{N}_.-])/u.test(word) || /@|:\/\//.test(word)) continue;
    const lineBreak = text.slice(seen, at).lastIndexOf('\n');
    if (lineBreak >= 0) line = seen + lineBreak + 1;
    seen = at;
    if (isIndentedCode(text.slice(line, Math.min(at, line + longestIndent)))) continue;
    code ??= codeRangesOf(text, body);
    if (code.has(at)) continue;
    const path = word.replaceAll('\\ ', ' ');
    const bare = path.replace(trailing, '');
    const isSimple = /^\.{1,2}\//.test(bare) || !bare.includes('/');
    found.push({
      range: { start: at, end: at + 1 + word.length },
      path,
      isEvident: prose.test(bare) || (isSimple && data.test(bare)),
    });
  }
  return found;
}

/** The marks of emphasis directly before an offset. */
function emphasisBefore(text: string, at: number, from: number): { start: number; length: number } {
  let start = at;
  while (start > from && at - start < 3 && emphasis.test(text[start - 1]!)) start--;
  return { start, length: at - start };
}

/** The maximum indentation of a line. */
const longestIndent = 200;

/** A line that starts with four spaces or a tab, unless it is a list item. */
function isIndentedCode(lineStart: string): boolean {
  return /^(?: {4}|\t)/.test(lineStart) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(lineStart);
}

/**
 * Resolves `path`, imported by the file at `from`, to an absolute path with `/`; `undefined` for paths in the user's home
 * folder and on another drive, which are outside the project and not followed.
 */
export function resolveImport(path: string, from: string): string | undefined {
  if (/^(?:[~\\]|[A-Za-z]:)/.test(path) || path.endsWith('/')) return undefined;
  const parts = path.startsWith('/') ? [''] : from.split('/').slice(0, -1);
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
