/** A front matter after Qoder CLI's repair. */
export interface Repaired {
  readonly yaml: string;
  /** The zero-based lines whose value was put in quotes. */
  readonly quoted: readonly number[];
  /** The block scalars that were joined to one line, as the lines of their keys. */
  readonly joined: readonly number[];
}

/**
 * What Qoder CLI does to a front matter that js-yaml rejects, before it parses it again: every tab becomes two
 * spaces, every one-line value with a special character is put in double quotes, at any depth, and every block
 * scalar becomes a one-line string. Values that start and end with the same quote are left unchanged.
 *
 * ```text
 * description: Use: this        description: "Use: this"
 * color: red # why              color: "red # why"
 * tools: [Read, Grep]           tools: "[Read, Grep]"
 * initialPrompt: |              initialPrompt: "one two"
 *   one
 *   two
 * ```
 *
 * Observed on the released tool; `yaml` has LF line ends.
 */
export function repairQoderYaml(yaml: string): Repaired {
  const lines = yaml.replace(/\t/g, '  ').split('\n');
  const out: string[] = [];
  const quoted: number[] = [];
  const joined: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const match = /^\s*#/.test(line) ? null : keyLine.exec(line);
    const value = match?.[3]?.trim() ?? '';
    if (!match || value === '') {
      out.push(line);
      continue;
    }
    const head = `${match[1]}${match[2]}: `;
    if (blockHeader.test(value)) {
      const block: string[] = [];
      const depth = indentOf(line);
      const start = index;
      while (index + 1 < lines.length && belongs(lines[index + 1] ?? '', depth)) {
        index++;
        block.push((lines[index] ?? '').trim());
      }
      joined.push(start);
      out.push(`${head}${quote(block.join(' ').trim())}`);
    } else if (isSpecial(value) && !isQuoted(value)) {
      quoted.push(index);
      out.push(`${head}${quote(value)}`);
    } else out.push(line);
  }
  return { yaml: out.join('\n'), quoted, joined };
}

/** Indentation and dashes, a key, and what follows its first colon with a space. */
const keyLine = /^(\s*(?:-\s+)*)("[^"]*"|'[^']*'|.+?)\s*:(?:\s+(.*))?$/;
/** The only supported headers of block scalars. */
const blockHeader = /^[|>][-+2]?$/;

/** A line continues a block when it is blank, or indented deeper than the key and not a comment. */
function belongs(line: string, depth: number): boolean {
  return line.trim() === '' || (indentOf(line) > depth && !/^\s*#/.test(line));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isSpecial(value: string): boolean {
  return /^[[{"'*&!%@`#|>?]|:\s|:$|\s#/.test(value);
}

function isQuoted(value: string): boolean {
  return value.length >= 2 && (value[0] === '"' || value[0] === "'") && value.endsWith(value[0] ?? '');
}

function quote(value: string): string {
  return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}
