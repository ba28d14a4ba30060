/** The keys that may hold a list below their line, or names separated by commas. */
const lists: ReadonlySet<string> = new Set(['tools', 'mcpServers']);

/**
 * Reads front matter line by line, as Factory does where it is not valid YAML: everything after the first colon of a
 * line is the value, at any indentation. Brackets hold a list only if they are JSON.
 */
export function readDroidLines(yaml: string): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  let list: string[] | undefined;
  for (const written of yaml.split('\n')) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (list && line.startsWith('- ')) {
      list.push(withoutQuotes(line.slice(2).trim()));
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = line.slice(0, colon).trim();
    const text = withoutQuotes(line.slice(colon + 1).trim());
    list = lists.has(key) && text === '' ? [] : undefined;
    values.set(key, list ?? valueIn(key, text));
  }
  return Object.fromEntries(values);
}

function valueIn(key: string, text: string): unknown {
  const json = /^[[{]/.test(text) ? parsed(text) : undefined;
  if (json !== undefined) return json;
  if (text === 'true' || text === 'false') return text === 'true';
  return lists.has(key) && !text.startsWith('[') ? text.split(',').map(name => name.trim()) : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value without the quotation marks around it. */
export function withoutQuotes(text: string): string {
  return /^(?:".*"|'.*'|["'])$/s.test(text) ? text.slice(1, -1) : text;
}
