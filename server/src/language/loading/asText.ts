/** Longer than any name or value that a tool looks up. */
const longest = 1000;

/**
 * Converts a value to a string as JavaScript does, but cuts off a list beyond a thousand characters: with aliases, a few
 * lines of YAML can make a list that does not fit into memory as a string.
 */
export function asText(value: unknown): string {
  if (!Array.isArray(value)) return plainText(value);
  let text = '';
  const around = new Set<unknown>();
  const write = (part: unknown): void => {
    if (!Array.isArray(part)) {
      text += plainText(part);
      return;
    }
    // JavaScript writes nothing for a list within itself.
    if (around.has(part)) return;
    around.add(part);
    for (const [at, item] of part.entries()) {
      if (text.length > longest) return;
      if (at > 0) text += ',';
      if (item !== null && item !== undefined) write(item);
    }
    around.delete(part);
  };
  write(value);
  return text.length > longest ? text.slice(0, longest) : text;
}

/** A mapping with a key `toString` has no text of its own. */
function plainText(value: unknown): string {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'toString')
    ? '[object Object]'
    : String(value);
}
