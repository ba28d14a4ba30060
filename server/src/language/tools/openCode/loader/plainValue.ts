const deepest = 50;
const most = 20_000;

/**
 * A value of the front matter as it leaves the tool in JSON: dates as text. What refers to itself, or grows beyond
 * any front matter by references, is cut off with `null`.
 */
export function plainValue(value: unknown): unknown {
  let left = most;
  const plain = (from: unknown, depth: number): unknown => {
    if (typeof from !== 'object' || from === null) return from;
    if (from instanceof Date) return Number.isNaN(from.getTime()) ? null : from.toISOString();
    if (depth > deepest || --left < 0) return null;
    if (Array.isArray(from)) return from.slice(0, most).map(item => plain(item, depth + 1));
    return Object.fromEntries(Object.entries(from).map(([key, item]) => [key, plain(item, depth + 1)]));
  };
  return plain(value, 0);
}
