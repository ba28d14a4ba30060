/**
 * Escapes text for one line of a terminal: file names and hostile front matter must not add lines or control the terminal.
 * Line breaks become spaces; other control characters and bidirectional formatting characters are escaped.
 */
export function printable(text: string): string {
  if (!/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(text)) return text;
  return text
    .replace(/\s*[\n\r\u2028\u2029\u0085]\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
