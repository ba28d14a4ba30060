/** Escapes `text` for a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** True when a snippet has no tab stop and no variable. */
export function isPlain(snippet: string): boolean {
  return !/\$/.test(snippet.replace(/\\./gs, ''));
}

/** The text of a snippet with its defaults and first choices. */
export function plainTextOf(snippet: string): string {
  return readUntil(snippet, 0, '').text;
}

/** Indents the second and later lines of a snippet. */
export function indented(snippet: string, columns: number): string {
  return columns > 0 ? snippet.replaceAll('\n', `\n${' '.repeat(columns)}`) : snippet;
}

/** Joins snippets, with distinct tab stops. */
export function joined(snippets: readonly string[], separator: string): string {
  let used = 0;
  const parts = snippets.map(snippet => {
    const offset = used;
    return snippet.replace(/(\\.)|\$(\{?)([1-9]\d*)/gs, (all, escaped, brace, number) => {
      if (escaped !== undefined) return all;
      const place = Number(number) + offset;
      used = Math.max(used, place);
      return `$${brace}${place}`;
    });
  });
  return parts.join(separator);
}

/** Reads up to `closing`, or to the end when that is empty. `next` is the offset after the part read. */
function readUntil(snippet: string, from: number, closing: string): { text: string; next: number } {
  let text = '';
  let at = from;
  while (at < snippet.length) {
    const char = snippet[at]!;
    if (char === closing) return { text, next: at + 1 };
    if (char === '\\' && at + 1 < snippet.length) {
      text += snippet[at + 1];
      at += 2;
      continue;
    }
    const mark = /^\$(?:(\d+|[A-Z_]+)|\{(\d+|[A-Z_]+)(?:\}|:|\|((?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\|\}))/s.exec(
      snippet.slice(at),
    );
    if (!mark) {
      text += char;
      at++;
      continue;
    }
    at += mark[0].length;
    if (mark[3] !== undefined) text += mark[3].replace(/\\(.)/gs, '$1');
    else if (mark[0].endsWith(':')) {
      const inner = readUntil(snippet, at, '}');
      text += inner.text;
      at = inner.next;
    }
  }
  return { text, next: at };
}
