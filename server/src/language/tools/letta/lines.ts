/** A value as Letta Code reads it: a string, or the items of a list below its key. */
export type LettaValue = string | readonly string[];

/** A line that Letta Code passes over, by its number in the front matter. */
type Passed = { readonly number: number; readonly key: string };

const header = /^([|>])([+-]?)$/;

/** True for the header of a block, `|` or `>`, of which the lines below are read. */
export function isBlockHeader(text: string): boolean {
  return header.test(text);
}

/**
 * Reads front matter as Letta Code does, line by line, which only looks like YAML: everything after the first colon of a
 * line at the margin is the value, quotes and brackets included. `|` and `>` open a block. Items of a list are those
 * lines that start with `-` and are indented by one or two spaces. `passed` are lines with a key that are indented
 * although the key above has a value on its line.
 */
export function readLettaLines(content: string): {
  readonly values: ReadonlyMap<string, LettaValue>;
  readonly passed: readonly Passed[];
} {
  const values = new Map<string, LettaValue>();
  const passed: Passed[] = [];
  const lines = content.split(/\r\n|\r|\n/);
  let open: { readonly key: string; readonly items: string[] } | undefined;
  let isNested = false;
  const close = (): void => {
    if (open) values.set(open.key, open.items.length > 0 ? open.items : '');
    open = undefined;
  };
  for (let number = 0; number < lines.length; number++) {
    const line = lines[number]!;
    const text = line.trim();
    const indentation = line.length - line.trimStart().length;
    if (indentation > 0) {
      if (indentation <= 2 && text.startsWith('-')) open?.items.push(text.slice(1).trim());
      const [, key] = /^([\w-]+):(?:\s|$)/.exec(text) ?? [];
      if (key && !open && !isNested) passed.push({ number, key });
      continue;
    }
    close();
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const key = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    const [, style, chomping = ''] = header.exec(value) ?? [];
    // A flow mapping or list, or a text in quotes, may go on below.
    isNested = /^["'[{]/.test(value);
    if (style) {
      const first = number + 1;
      while (number + 1 < lines.length && /^(?:\s|$)/.test(lines[number + 1]!)) number++;
      values.set(key, blockText(lines.slice(first, number + 1), style, chomping));
    } else if (value === '') open = { key, items: [] };
    else values.set(key, value);
  }
  close();
  return { values, passed };
}

/** The text of a block, without the indentation of its least indented line. */
function blockText(lines: readonly string[], style: string, chomping: string): string {
  const indented = lines
    .filter(line => line.trim() !== '')
    .map(line => line.length - line.trimStart().length);
  const indentation = Math.min(...indented);
  const texts = lines.map(line => (line.trim() === '' ? '' : line.slice(indentation)));
  const text = style === '|' ? texts.join('\n') : folded(texts);
  if (chomping === '+') return `${text}\n`;
  const bare = text.replace(/\n+$/, '');
  return chomping === '-' ? bare : `${bare}\n`;
}

/** Joins lines with spaces; each empty line is a line break instead. */
function folded(lines: readonly string[]): string {
  let text = '';
  let breaks = 0;
  for (const line of lines) {
    if (line === '') {
      breaks++;
      continue;
    }
    text += breaks > 0 ? '\n'.repeat(breaks) : text === '' ? '' : ' ';
    text += line;
    breaks = 0;
  }
  return text + '\n'.repeat(breaks);
}
