// What a release does otherwise than the stored cases say.

/** The differences of two values, each as the path to it and what stands there before and after. */
export function differences(stored, observed, path = '') {
  if (isObject(stored) && isObject(observed)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(observed)])];
    return keys.flatMap(key => differences(stored[key], observed[key], path === '' ? key : `${path}.${key}`));
  }
  return JSON.stringify(stored) === JSON.stringify(observed) ? [] : [{ path, stored, observed }];
}

/** The differences of a case in the columns that were recorded again; all other columns are left alone. */
export function caseDifferences(stored, observed, columns) {
  return columns.flatMap(column => differences(stored[column], observed[column], column));
}

/** The case as observed: its recorded columns replaced, in their order, all others as they are. */
export function updatedCase(stored, observed, columns) {
  const updated = { ...stored };
  for (const column of columns)
    if (observed[column] === undefined) delete updated[column];
    else updated[column] = observed[column];
  return updated;
}

/** One line for a difference. Long values are cut around the first character that differs. */
export function differenceLine(kind, id, { path, stored, observed }, width = 60) {
  const before = shown(stored);
  const after = shown(observed);
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return `${kind} ${id}: ${path}: ${cut(before, same, width)} -> ${cut(after, same, width)}`;
}

function shown(value) {
  return value === undefined ? '(absent)' : JSON.stringify(value);
}

function cut(text, at, width) {
  if (text.length <= width) return text;
  const from = Math.max(0, Math.min(at - 12, text.length - width));
  const to = from + width;
  return (from > 0 ? '…' : '') + text.slice(from, to) + (to < text.length ? '…' : '');
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
