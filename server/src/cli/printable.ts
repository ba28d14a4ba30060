/**
 * Escapes text for one line of a terminal or of a build log: file names and hostile front matter must not add lines,
 * control the terminal, or be commands to the system that runs the build. Line breaks become spaces; other control
 * characters, bidirectional formatting characters and one `#` of `##[…]` and `##vso[…]` are escaped.
 */
export function printable(text: string): string {
  if (!/[\p{Cc}\p{Bidi_Control}\u2028\u2029]|##/u.test(text)) return text;
  return text
    .replace(/\s*[\n\r\u2028\u2029\u0085]\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}]|(?<=#)#(?=[^#[\s]*\[)/gu, escaped);
}

/**
 * A whole line that starts with a path or a word. A path that starts with neither a letter nor a digit, such as
 * `::error::`, could be a command; one with `./` before it is not.
 */
export function printableLine(text: string): string {
  const line = printable(text);
  return /^(?:[\p{L}\p{N}@_/]|\.{0,2}[/\\]|\.\p{L})/u.test(line) ? line : `./${line}`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
