/**
 * Qwen Code's second reading of a front matter that is no valid YAML: line by line, without nesting beyond one
 * level. A value is what follows the first colon of a line; quotes other than double ones, flow lists, block
 * scalars and comments behind a value are not understood and stay in the value as they are written.
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
 * Returns the keys in the order read. Later ones of a name replace earlier ones.
 */
export function readByLine(yaml: string): Record<string, unknown> {
  const lines = yaml.split('\n').filter(line => line.trim() !== '' && !line.trim().startsWith('#'));
  const result: Record<string, unknown> = Object.create(null);
  // The key that list items go to. It stays set after a key without a value, and is emptied by the end of a list.
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

/** The two sides of the first colon; all of the line and nothing when there is none. */
function cut(line: string): [key: string, value: string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

function scalar(word: string): unknown {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (word === '') return '';
  if (word.length >= 2 && word.startsWith('"') && word.endsWith('"'))
    return word.slice(1, -1).replace(/\\"/g, '"').replace(/\\\\/g, '\\');
  const number = Number(word);
  return Number.isFinite(number) ? number : word;
}
