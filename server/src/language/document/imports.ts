import { codeRangesOf } from './codeRanges.ts';
import type { OffsetRange } from './offsets.ts';

/** A file that a text names as `@path`, for the tool to read it too. */
export interface Import {
  /** The `@` and the path. */
  readonly range: OffsetRange;
  /** The path as written, without `@` and with escaped blanks as blanks. */
  readonly path: string;
  /**
   * True when the path can hardly be anything else: `@docs/style.md`. Of `@alice` and `@angular/core` nobody can tell.
   */
  readonly isEvident: boolean;
}

/** A path; none is longer. */
const written = /(?:[^\s\\]|\\ ){1,1000}/y;
/** What ends a sentence or closes what stands around a path. */
const trailing = /[.,;:!?)\]}>'"`*_|]+$/;
const prose = /\.(?:md|mdx|mdc|markdown|txt|rst|adoc)$/i;
const data = /\.(?:jsonc?|ya?ml|toml)$/i;

/**
 * The imports in a text, as Claude Code documents them: `@path` at the beginning of a line or behind white space,
 * outside code. Time grows with the length of the text; one without such an `@` costs a search for the letter.
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

/** No line is indented further. */
const longestIndent = 200;

/** A line that begins with four blanks or a tab, unless it is an item of a list. */
function isIndentedCode(lineStart: string): boolean {
  return /^(?: {4}|\t)/.test(lineStart) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(lineStart);
}

/**
 * The absolute path, with `/`, of what `path` means in the file at `from`; `undefined` for what is not to be followed:
 * absolute paths and those in the user's home, which lie outside the project.
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

/** The files, by absolute path, that the file at `from` imports. */
export function importedPaths(text: string, body: OffsetRange, from: string): string[] {
  return [...new Set(importsIn(text, body).flatMap(({ path }) => resolveImport(path, from) ?? []))];
}
