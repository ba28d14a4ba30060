/** Where the line that `offset` is on begins. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line that `offset` is on ends: before its line feed, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Where the line break that ends the line of `offset` begins, whichever it is, or the text ends. */
export function lineBreak(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line below that of `offset` begins; the end of the text where there is none. */
export function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
