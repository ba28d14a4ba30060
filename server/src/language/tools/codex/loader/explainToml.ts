import { lineEnd, lineStart } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Cause } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import type { TomlEntry } from './places.ts';

/** Turns the error of a TOML parser at `offset` into what the author did. */
export function explainToml(text: string, entries: readonly TomlEntry[], offset: number): Cause {
  const first = text.replace(/^\uFEFF/, '').trimStart();
  if (first.startsWith('---') || /^[\w-]+:[ \t]/.test(first))
    return invalid(
      lineAt(text, text.length - first.length),
      'YAML or Markdown in a file that must be TOML',
      'Write `name = "…"`, `description = "…"` and the prompt as `developer_instructions = """…"""`',
    );
  const twice = entries.find((entry, index) => entries.findIndex(each => isSame(each, entry)) < index);
  const line = lineAt(text, offset);
  if (twice && !text.slice(twice.key.start - 2, twice.key.start).includes('[['))
    return {
      code: 'yaml.duplicateKey',
      range: twice.key,
      problem: problems.duplicateKey(twice.path.join('.')),
      advice: 'Keep one of the two',
    };
  const written = text.slice(line.start, line.end);
  if (/=\s*(?:["“”‘’]|[A-Za-z_])/.test(written) && !/=\s*(?:"|'|true|false|inf|nan)/.test(written))
    return invalid(line, 'String without straight quotation marks', 'Write `key = "text"`');
  if (/=\s*'[^']*'./.test(written))
    return invalid(line, 'Apostrophe in a single-quoted string', 'Use double quotes');
  if (/\\/.test(written))
    return invalid(line, 'Backslash starts an escape in double quotes', 'Double it, or use single quotes');
  if (/^[^=]*$/.test(written) || /=\s*"[^"]*$/.test(written))
    return invalid(line, 'Line is not a `key = value`', 'Put a multiline string between `"""`');
  return invalid(line, 'TOML cannot be parsed from this line on');
}

function isSame(a: TomlEntry, b: TomlEntry): boolean {
  return a.path.join('\u0000') === b.path.join('\u0000');
}

function invalid(range: OffsetRange, problem: string, advice?: string): Cause {
  return { code: 'yaml.invalid', range, problem, ...(advice && { advice }) };
}

function lineAt(text: string, offset: number): OffsetRange {
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}
