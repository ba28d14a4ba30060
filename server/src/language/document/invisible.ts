import type { OffsetRange } from './offsets.ts';

/** A run of characters that are invisible to people, but not to a model. */
export interface InvisibleRun {
  readonly range: OffsetRange;
  readonly kind: 'control' | 'zeroWidth' | 'bidirectional' | 'tag';
  /** The text encoded in Unicode tag characters; empty for the other kinds. */
  readonly hidden: string;
}

const controls = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f';
const zeroWidth =
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200d\\u2060-\\u2064\\u206a-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb';
const bidirectional = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const tags = '\\udb40[\\udc00-\\uddef]';
const invisible = new RegExp(`(?:[${controls}${zeroWidth}${bidirectional}]|${tags})+`, 'y');
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Finds invisible characters: control characters, zero-width characters, bidirectional formatting characters and Unicode
 * tags. They are a known way to hide instructions in agent files.
 *
 * Legitimate uses are not reported: joiners within emoji and within joining scripts, direction marks in texts with
 * right-to-left letters, and the tags of flag emoji.
 */
export function findInvisible(text: string): InvisibleRun[] {
  const runs: InvisibleRun[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Fast path for almost every character: a regular expression over the whole text takes ten times as long.
    if ((code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x0d || code === 0x09) continue;
    invisible.lastIndex = at;
    const run = invisible.exec(text)?.[0];
    if (run === undefined) continue;
    const range = { start: at, end: at + run.length };
    if (!isHonest(text, run, range)) runs.push({ range, kind: kindOf(run), hidden: tagText(run) });
    at += run.length - 1;
  }
  return runs;
}

function isHonest(text: string, run: string, { start, end }: OffsetRange): boolean {
  if (/^[\u200c\u200d]$/.test(run)) {
    const before = text.slice(Math.max(0, start - 2), start);
    const after = text.slice(end, end + 2);
    // Between letters of a joining script, or between the parts of an emoji.
    return (
      /[\u0590-\u1aff\ua800-\uabff]$/.test(before) ||
      (/(?:\p{Extended_Pictographic}|\ufe0f|[\ud83c][\udffb-\udfff])$/u.test(before) &&
        /^\p{Extended_Pictographic}/u.test(after))
    );
  }
  if (/^[\u061c\u200e\u200f]+$/.test(run)) return rightToLeft.test(text);
  if (run.startsWith('\udb40'))
    return text.slice(start - 2, start) === '🏴' && run.endsWith('\udb40\udc7f') && run.length <= 14;
  return run === '\u00ad' || /^[\u180b-\u180e]$/.test(run);
}

function kindOf(run: string): InvisibleRun['kind'] {
  if (run.includes('\udb40')) return 'tag';
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(run)) return 'bidirectional';
  return /^[\u0000-\u009f]+$/.test(run) ? 'control' : 'zeroWidth';
}

/** The ASCII text encoded in a run of tag characters. */
function tagText(run: string): string {
  return [...run]
    .map(character => character.codePointAt(0)! - 0xe0000)
    .filter(code => code >= 0x20 && code < 0x7f)
    .map(code => String.fromCharCode(code))
    .join('');
}
