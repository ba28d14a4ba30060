const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Runs of characters that take no room on a screen, or turn the direction of what follows, and that can so hide
 * text from a reader: control characters, bidirectional controls, zero-width characters and Unicode tags.
 * The joiners inside words and emoji (U+200C, U+200D) are left alone, and so are the tags of a flag, which the
 * first alternative takes out of the way.
 */
const invisible =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,6}\u{E007F}|([\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]+)/gu;

/** Text for use between tags, with characters that cannot be seen made visible. */
export function escapeText(text: string): string {
  return markInvisible(escapeMarkup(text));
}

/** Text for use inside a quoted attribute. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text.replace(invisible, (flag, run?: string) => (run ? nameInvisible(run) : flag)));
}

/** Makes invisible characters visible in `html`, whose tags must not contain any. */
export function markInvisible(html: string): string {
  return html.replace(invisible, (flag, run?: string) =>
    run
      ? `<span class="invisible" title="Characters that cannot be seen">${escapeMarkup(nameInvisible(run))}</span>`
      : flag,
  );
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character]!);
}

/** `U+202E`; Unicode tags, a known way to hide instructions, as the letters that they stand for. */
function nameInvisible(run: string): string {
  const points = Array.from(run, character => character.codePointAt(0)!);
  if (points.every(point => point >= 0xe0020 && point <= 0xe007e)) {
    return `hidden text: ${points.map(point => String.fromCharCode(point - 0xe0000)).join('')}`;
  }
  const shown = points.slice(0, 4).map(point => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
  return shown.join(' ') + (points.length > 4 ? ` and ${points.length - 4} more` : '');
}
