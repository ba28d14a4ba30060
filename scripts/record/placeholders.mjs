// Temporary folders in texts: cases name them as <project>, <home>, <plugin>, <ext>.

/** Replaces each placeholder in a text by the folder that it stands for. */
export function fillPlaceholders(text, folders) {
  return text.replace(/<(\w+)>/g, (whole, name) => (Object.hasOwn(folders, name) ? folders[name] : whole));
}

/** Replaces each folder in the strings of a value, keys included, by its placeholder; the longest path first. */
export function toPlaceholders(value, folders) {
  const byLength = Object.entries(folders).sort(([, a], [, b]) => b.length - a.length);
  return mapStrings(value, text =>
    byLength.reduce((out, [name, folder]) => out.replaceAll(folder, `<${name}>`), text),
  );
}

function mapStrings(value, change) {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(item => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [change(key), mapStrings(item, change)]),
  );
}
