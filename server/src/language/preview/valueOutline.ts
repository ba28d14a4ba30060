/** A value of the front matter in a form that can be shown. */
export type ShownValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'chips'; readonly chips: readonly Chip[] }
  /** What the tool does without a value of the file's: a phrase from the dialect. */
  | { readonly kind: 'default'; readonly text: string }
  /** A nested value, one line for each leaf, indented. */
  | { readonly kind: 'outline'; readonly text: string };

/** One item of a list. */
export interface Chip {
  readonly text: string;
  /** `dropped`: written, and not read. `whole`: stands for everything, "All tools". */
  readonly state: 'taken' | 'dropped' | 'whole';
  /** Why it is dropped. */
  readonly reason?: string;
}

const longest = { text: 2_000, item: 120, chips: 200, lines: 60, depth: 8 };

/** Makes any value presentable; what is too long, too many or too deep ends in `…`. Takes cycles. */
export function showValue(value: unknown): ShownValue {
  if (Array.isArray(value) && value.every(isScalar)) return showList(value.map(scalarText));
  if (isScalar(value)) return { kind: 'text', text: clip(scalarText(value), longest.text) };
  if (Object.keys(value as object).length === 0) return showList([]);
  const lines: string[] = [];
  outline(value, 0, lines);
  return { kind: 'outline', text: lines.join('\n') };
}

/** A list of words as chips. */
export function showList(items: readonly string[]): ShownValue & { kind: 'chips' } {
  const chips = items
    .slice(0, longest.chips)
    .map(text => ({ text: clip(text, longest.item), state: 'taken' as const }));
  const further = items.length - chips.length;
  return {
    kind: 'chips',
    chips: further > 0 ? [...chips, { text: `and ${further} more`, state: 'whole' as const }] : chips,
  };
}

/** `text`, shortened to `limit` characters. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

/** Adds the lines of a list or a map. A nested list's dash shares the line of its item's first key, as in YAML. */
function outline(value: unknown, depth: number, lines: string[]): void {
  const isList = Array.isArray(value);
  for (const [key, item] of Object.entries(value as object)) {
    if (lines.length >= longest.lines) {
      if (lines.at(-1) !== '…') lines.push('…');
      return;
    }
    const start = '  '.repeat(depth) + (isList ? '-' : `${clip(key, longest.item)}:`);
    const first = lines.length;
    if (isScalar(item)) lines.push(`${start} ${clip(scalarText(item), longest.item)}`);
    else if (depth >= longest.depth) lines.push(`${start} …`);
    else {
      if (!isList) lines.push(start);
      outline(item, depth + 1, lines);
      if (isList) lines[first] = `${start} ${(lines[first] ?? '').trimStart()}`;
    }
  }
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date;
}

function scalarText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  return String(value);
}
