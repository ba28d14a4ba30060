/**
 * Qwen Code's fallback for a front matter that is not valid YAML: line by line, with one level of nesting. A value
 * is what follows the first colon of a line; quotes other than double ones, flow lists, block scalars and comments
 * after a value are not supported and stay in the value as written.
 *
 * ```text
 * description: Use: this      "Use: this"
 * tools: [a, b]               "[a, b]"
 * disallowedTools:
 *   - edit                    ["edit"]: a list needs exactly two spaces
 * runConfig:
 *   max_turns: 5              { max_turns: 5 }
 * ```
 *
 * Returns the keys in the order read. A later duplicate replaces an earlier one.
 */
export function readByLine(yaml: string): Record<string, unknown> {
  const lines = yaml.split('\n').filter(line => line.trim() !== '' && !line.trim().startsWith('#'));
  const result: Record<string, unknown> = Object.create(null);
  // The key of the current list: set by a key without a value, cleared by the end of a list.
  let listKey = '';
  let list: unknown[] | undefined;
  let map: { readonly key: string; readonly value: Record<string, unknown> } | undefined;
  const endList = () => {
    if (list) {
      result[listKey] = list;
      listKey = '';
    }
    list = undefined;
  };
  const endMap = () => {
    if (map) result[map.key] = map.value;
    map = undefined;
  };

  lines.forEach((line, index) => {
    if (line.startsWith('  - ')) {
      list ??= [];
      list.push(scalar(line.slice(4).trim()));
      return;
    }
    endList();
    if (map && line.startsWith('  ')) {
      const [key, value] = cut(line.trim());
      map.value[key] = scalar(value);
      return;
    }
    endMap();
    if (!line.includes(':')) return;
    const [key, value] = cut(line);
    if (value !== '') {
      result[key] = scalar(value);
      return;
    }
    listKey = key;
    const next = lines[index + 1] ?? '';
    if (next.startsWith('  ') && !next.startsWith('  - ')) {
      map = { key, value: Object.create(null) };
      listKey = '';
    }
  });
  endList();
  endMap();
  return result;
}

/** The two sides of the first colon; the whole line and an empty string when there is none. */
function cut(line: string): [key: string, value: string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

function scalar(written: string): unknown {
  if (written === 'true') return true;
  if (written === 'false') return false;
  if (written === 'null') return null;
  if (written === '') return '';
  if (written.length >= 2 && written.startsWith('"') && written.endsWith('"'))
    return written.slice(1, -1).replace(/\\"/g, '"').replace(/\\\\/g, '\\');
  const number = Number(written);
  return Number.isFinite(number) ? number : written;
}
