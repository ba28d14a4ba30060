import type { OffsetRange } from './offsets.ts';

/** A range of UTF-8 text that was decoded as Windows-1252, with the original text. */
export interface MojibakeRun {
  readonly range: OffsetRange;
  readonly repaired: string;
}

/**
 * The Windows-1252 characters of the bytes 0x80 to 0x9F. Unassigned bytes keep their control character.
 */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteOf = new Map([...high].map((character, index) => [character, 0x80 + index]));
const continuation = `[${high}\u00a0-\u00bf]`;
/** A sequence of lead bytes, each with its continuation bytes. */
const candidate = new RegExp(
  `(?:[\\u00c2-\\u00df]${continuation}|[\\u00e0-\\u00ef]${continuation}{2}|[\\u00f0-\\u00f4]${continuation}{3})+`,
  'g',
);
/** Punctuation that follows a letter in legitimate text: `CAFÉ…`, `“IRMÔ. */
const closing = /[…”’–—‘“›»]/;

/**
 * Finds UTF-8 text that was decoded as Windows-1252 (`â€™` for `’`, `ðŸŽ¯` for an emoji).
 *
 * Only reports runs that decode without an error, round-trip, and are unlikely to be a coincidence: an accented letter
 * before a closing quote can form a valid sequence, so a single sequence outside the usual blocks is not reported.
 */
export function findMojibake(text: string): MojibakeRun[] {
  const runs: MojibakeRun[] = [];
  for (const match of text.matchAll(candidate)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const decoded = decode(match[0]);
    if (decoded === undefined || !isPlausible(match[0], decoded, text[range.end] ?? '')) continue;
    const again = decode(decoded);
    runs.push({ range, repaired: again !== undefined && isPlausible(decoded, again, '') ? again : decoded });
  }
  return runs;
}

function isPlausible(written: string, decoded: string, next: string): boolean {
  const characters = [...decoded];
  if (characters.some(character => /[\u0000-\u001f\u007f-\u009f\ufffd]/.test(character))) return false;
  if (characters.length > 1) return true;
  const lead = written.charCodeAt(0);
  // Two bytes: Latin-1 only, since `Ü”` would be a Syriac letter, and no capital before closing punctuation.
  if (lead <= 0xdf) return lead <= 0xc3 && (!closing.test(written[1]!) || /\p{L}/u.test(next));
  // Three bytes: punctuation, arrows and symbols (E2), presentation forms and the byte order mark (EF).
  if (lead <= 0xef) return lead === 0xe2 || lead === 0xef;
  return lead === 0xf0 && written.charCodeAt(1) === 0x0178;
}

/** Encodes `text` as Windows-1252 and decodes it as UTF-8; `undefined` when that fails. */
function decode(text: string): string | undefined {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const lead = byteAt(text, at);
    if (lead === undefined) return undefined;
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length === 0 || at + length > text.length) return undefined;
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let index = 1; index < length; index++) {
      const byte = byteAt(text, at + index);
      if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (byte & 0x3f);
    }
    const shortest = [0, 0, 0x80, 0x800, 0x10000][length]!;
    if (point < shortest || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    result += String.fromCodePoint(point);
    at += length;
  }
  return result;
}

function byteAt(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  return byteOf.get(text[at]!) ?? (code <= 0xff ? code : undefined);
}
