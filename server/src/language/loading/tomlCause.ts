import type { AgentDocument } from '../document/agentDocument.ts';
import { lineBreak, lineStart } from '../document/lines.ts';
import type { OffsetRange } from '../document/offsets.ts';
import { scanToml, type TomlKey } from '../document/tomlScan.ts';
import type { Cause } from './issue.ts';
import { problems } from './problems.ts';

/** Why a TOML text cannot be read. */
export type TomlCause = Cause & {
  readonly code: 'toml.invalid' | 'yaml.duplicateKey';
  /** True where the text was not read for its size or depth, and may be valid. */
  readonly isUnread?: boolean;
};

/** What the author did where the parser stops; `undefined` for valid TOML. */
export function tomlCause({ text, yaml }: AgentDocument): TomlCause | undefined {
  const [error] = yaml.errors;
  if (!error) return undefined;
  const { range } = error;
  if (error.code === 'TOML_LIMIT')
    return { ...invalid(range, 'TOML is too long or too deeply nested; not checked'), isUnread: true };
  const first = text.replace(/^\uFEFF/, '').trimStart();
  const start = text.length - first.length;
  if (first.startsWith('---') || /^[\w-]+:[ \t]/.test(first))
    return invalid(
      lineAt(text, start),
      'YAML or Markdown in a file that must be TOML',
      'Write `key = "text"`',
    );
  const twice = duplicateAt(text, range.start);
  if (twice)
    return {
      code: 'yaml.duplicateKey',
      range: twice,
      problem: problems.duplicateKey(text.slice(twice.start, twice.end)),
      advice: 'Keep one of the two',
    };
  return causeInLine(text, lineAt(text, range.start));
}

function causeInLine(text: string, line: OffsetRange): TomlCause {
  const written = text.slice(line.start, Math.min(line.end, line.start + 10_000));
  if (/=\s*(?:["“”‘’]|[A-Za-z_])/.test(written) && !/=\s*(?:"|'|true|false|inf|nan)/.test(written))
    return invalid(line, 'String without straight quotation marks', 'Write `key = "text"`');
  if (/=\s*(?:"""|''')/.test(written))
    return invalid(line, 'Invalid multiline string', 'Close it with the quotation marks that open it');
  if (/=\s*'[^']*'./.test(written))
    return invalid(line, 'Apostrophe in a single-quoted string', 'Use double quotes');
  if (/\\/.test(written))
    return invalid(line, 'Backslash starts an escape in double quotes', 'Double it, or use single quotes');
  if (/^[^=]*$/.test(written) || /=\s*"[^"]*$/.test(written))
    return invalid(line, 'Line is not a `key = value`', 'Put a multiline string between `"""`');
  return invalid(line, 'TOML cannot be parsed from this line on');
}

/** The key or header at which a parser stops, if it is there before. */
function duplicateAt(text: string, offset: number): OffsetRange | undefined {
  const seen = new Set<string>();
  let table = '';
  let items = 0;
  for (const { keys, value, isItem, lines } of scanToml(text)) {
    if (isItem) items++;
    const path = pathOf(value ? `${table}\0` : isItem ? `${items}\0` : '', keys);
    if (!value) table = isItem ? path : `${path}${items}`;
    if (offset >= lines.start && offset < lines.end) {
      const isKey = offset <= keys.at(-1)!.range.end;
      return isKey && seen.has(path)
        ? { start: keys[0]!.range.start, end: keys.at(-1)!.range.end }
        : undefined;
    }
    seen.add(path);
  }
  return undefined;
}

function pathOf(above: string, keys: readonly TomlKey[]): string {
  return above + keys.map(({ text }) => text).join('\0');
}

function invalid(range: OffsetRange, problem: string, advice?: string): TomlCause {
  return { code: 'toml.invalid', range, problem, ...(advice && { advice }) };
}

function lineAt(text: string, offset: number): OffsetRange {
  const start = lineStart(text, offset);
  return { start: text[start] === '\uFEFF' ? start + 1 : start, end: lineBreak(text, offset) };
}
