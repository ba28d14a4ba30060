import { lineEnd } from '../../document/lines.ts';

/** Why libyaml gives up on a text, and where. */
export interface LibyamlError {
  readonly reason: string;
  readonly offset: number;
}

/**
 * Finds what libyaml rejects and js-yaml accepts; `undefined` when there is nothing:
 * a tab at the start of a line of block YAML, anchors with other characters than letters, digits, `-` and `_`,
 * keys of more than 1,024 characters, and unpaired surrogates written as escapes.
 */
export function errorOfLibyaml(yaml: string): LibyamlError | undefined {
  for (const { offset, kind, text } of blockPieces(yaml)) {
    if (kind === 'indent' && text.includes('\t'))
      return { reason: 'found a tab character that violates indentation', offset };
    if (kind === 'anchor' && !/^[&*][\w-]+$/.test(text))
      return { reason: 'did not find expected alphabetic or numeric character', offset };
    if (kind === 'key' && text.length > 1024) return { reason: "could not find expected ':'", offset };
    if (kind === 'escape') return { reason: 'found invalid Unicode character escape code', offset };
  }
  return undefined;
}

/** True when the text's last line is one of a block scalar, and no line break follows it. */
export function endsInBlockScalar(yaml: string): boolean {
  if (yaml.endsWith('\n')) return false;
  let last: Piece | undefined;
  for (const piece of blockPieces(yaml)) last = piece;
  return last?.kind === 'scalarLine' && last.offset === yaml.lastIndexOf('\n') + 1;
}

interface Piece {
  readonly kind: 'indent' | 'anchor' | 'key' | 'escape' | 'scalarLine';
  readonly text: string;
  readonly offset: number;
}

const unpairedSurrogate = /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/;

/**
 * Scans a text far enough to distinguish block YAML from text inside quotes, brackets and block scalars.
 * It expects the text to be valid otherwise; js-yaml reports where it is not.
 */
function* blockPieces(yaml: string): Generator<Piece> {
  let at = 0;
  let depth = 0;
  /** The indentation of the key that a block scalar belongs to; `undefined` outside of one. */
  let scalarIndent: number | undefined;
  while (at < yaml.length) {
    const end = lineEnd(yaml, at);
    const line = yaml.slice(at, end);
    const indent = /^[ \t]*/.exec(line)![0];
    const spaces = /^ */.exec(line)![0].length;
    if (depth === 0) {
      const isInScalar = scalarIndent !== undefined && (line.trim() === '' || spaces > scalarIndent);
      if (isInScalar) {
        // Inside a block scalar only the indentation itself must be free of tabs.
        if (spaces <= scalarIndent! && indent.includes('\t'))
          yield { kind: 'indent', text: indent, offset: at + spaces };
        if (line.trim() !== '') yield { kind: 'scalarLine', text: line, offset: at };
        at = end + 1;
        continue;
      }
      scalarIndent = undefined;
      // A line that continues a plain scalar may contain a tab after its indentation.
      if (indent.includes('\t') && (spaces === 0 || /^[ \t]*[^\s#].*:(?:\s|$)|^[ \t]*- /.test(line)))
        yield { kind: 'indent', text: indent, offset: at + spaces };
      const key = /^[ \t]*([^\s"'#[{|>&*!%@`-][^#\r\n]*?):(?:\s|$)/.exec(line)?.[1];
      if (key !== undefined && !/\s#/.test(key)) yield { kind: 'key', text: key, offset: at + spaces };
    }
    const walked = walkLine(yaml, at + indent.length, end, depth);
    yield* walked.pieces;
    depth = walked.depth;
    if (walked.opensScalar) scalarIndent = spaces;
    at = walked.end + 1;
  }
}

interface Walked {
  readonly pieces: readonly Piece[];
  readonly depth: number;
  readonly opensScalar: boolean;
  /** The end of the last line read: a quoted scalar may span several. */
  readonly end: number;
}

/** Reads one line's tokens, and further lines while a quoted scalar is open. */
function walkLine(yaml: string, from: number, firstEnd: number, depthBefore: number): Walked {
  const pieces: Piece[] = [];
  let depth = depthBefore;
  let end = firstEnd;
  let at = from;
  let startsToken = true;
  let opensScalar = false;
  while (at < end) {
    const character = yaml[at]!;
    if (character === ' ' || character === '\t') {
      at++;
      continue;
    }
    if (character === '#' && /[\s]/.test(yaml[at - 1] ?? '\n')) break;
    if (startsToken && (character === '"' || character === "'")) {
      const close = endOfQuote(yaml, at);
      const half = character === '"' ? unpairedSurrogate.exec(yaml.slice(at, close)) : null;
      if (half) pieces.push({ kind: 'escape', text: half[0], offset: at + half.index });
      at = close;
      end = Math.max(end, lineEnd(yaml, Math.min(at, yaml.length)));
      startsToken = false;
    } else if (startsToken && (character === '&' || character === '*')) {
      const text = /^[^\s,[\]{}]*/.exec(yaml.slice(at, end))![0];
      pieces.push({ kind: 'anchor', text, offset: at });
      at += text.length;
      startsToken = character === '&';
    } else if (startsToken && character === '!') {
      at += /^[^\s,[\]{}]*/.exec(yaml.slice(at, end))![0].length;
    } else if ((startsToken || depth > 0) && (character === '[' || character === '{')) {
      depth++;
      at++;
      startsToken = true;
    } else if (depth > 0 && (character === ']' || character === '}')) {
      depth--;
      at++;
      startsToken = false;
    } else if (depth > 0 && character === ',') {
      at++;
      startsToken = true;
    } else if (character === ':' && /^(?:[\s,[\]{}]|$)/.test(yaml.slice(at + 1, end))) {
      at++;
      startsToken = true;
    } else if (startsToken && /^[-?](?:\s|$)/.test(yaml.slice(at, end))) {
      at++;
    } else if (startsToken && depth === 0 && /^[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/.test(yaml.slice(at, end))) {
      opensScalar = true;
      break;
    } else {
      at++;
      startsToken = false;
    }
  }
  return { pieces, depth, opensScalar, end };
}

/** The offset after the closing quotation mark; the end of the text when there is none. */
function endOfQuote(yaml: string, open: number): number {
  const quote = yaml[open]!;
  for (let at = open + 1; at < yaml.length; at++) {
    if (quote === '"' && yaml[at] === '\\') at++;
    else if (yaml[at] === quote) {
      if (quote === "'" && yaml[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return yaml.length;
}
