/** How much of a file is read to see whether it looks like an agent file, in characters. */
export const headLength = 8192;

/** The beginning of a Markdown file with front matter, as far as it shows which tool the file is for. */
export interface FileHead {
  /** Absolute, with `/`. */
  readonly path: string;
  /** The top-level keys, with their values as written, indented lines included. */
  readonly keys: ReadonlyMap<string, string>;
  /** The text below the front matter, as far as it was read. */
  readonly body: string;
  /** False for front matter that is meant as such and that no tool reads: indented, late or without a delimiter. */
  readonly isRegular: boolean;
}

const keyLine = /^([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(.*))?$/;

/**
 * Reads the head of a file line by line, without a YAML parser: it is read of files that may be anything. `undefined`
 * when the text does not start like front matter.
 */
export function headOf(path: string, text: string): FileHead | undefined {
  // Most files start otherwise.
  if (!/^[\s\uFEFF]*(?:---|name:|description:)/.test(text)) return undefined;
  const lines = text.slice(0, headLength).split(/\r?\n|\r/);
  const first = lines.findIndex(line => /[^\s\uFEFF]/.test(line));
  const opening = lines[first]?.replace('\uFEFF', '') ?? '';
  const indentation = /^[ \t]*/.exec(opening)![0];
  const hasDelimiter = /^[ \t]*---+[ \t]*$/.test(opening);
  if (!hasDelimiter && !/^(?:name|description):/.test(opening)) return undefined;
  const keys = new Map<string, string>();
  let key: string | undefined;
  let at = hasDelimiter ? first + 1 : first;
  for (; at < lines.length; at++) {
    const written = lines[at]!.replace('\uFEFF', '');
    const line = written.startsWith(indentation) ? written.slice(indentation.length) : written;
    if (/^---/.test(line)) break;
    const [, name, value = ''] = keyLine.exec(line) ?? [];
    if (name !== undefined) {
      key = keys.has(name) ? undefined : name;
      if (key !== undefined) keys.set(key, value);
    } else if (keys.size === 0 && line.trim() !== '' && !line.startsWith('#')) return undefined;
    else if (key !== undefined) keys.set(key, `${keys.get(key)}\n${line}`);
  }
  if (keys.size === 0) return undefined;
  const isRegular = hasDelimiter && first === 0 && indentation === '';
  return { path, keys, body: lines.slice(at + 1).join('\n'), isRegular };
}
