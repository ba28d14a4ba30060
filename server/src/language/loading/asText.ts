/** Longer than any name or word that a tool looks up. */
const longest = 1000;

/**
 * What JavaScript makes of a value as a text; that of a list cut off beyond a thousand characters: with aliases a few
 * lines of YAML can be a list that is longer, written out, than memory.
 */
export function asText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  let text = '';
  const around = new Set<unknown>();
  const write = (part: unknown): void => {
    if (!Array.isArray(part)) {
      text += String(part);
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
