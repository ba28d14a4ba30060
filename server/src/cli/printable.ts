/**
 * A text on one line of a terminal, whatever stands in it: names of files and words of hostile front matter must not
 * begin lines of their own or steer the terminal. Blanks stand for line breaks, and other control characters and those
 * that turn the direction of writing are spelled out.
 */
export function printable(text: string): string {
  if (!/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(text)) return text;
  return text
    .replace(/\s*[\n\r\u2028\u2029\u0085]\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, spelled);
}

function spelled(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
