import { lineEnd, lineStart } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { YamlCause } from '../../../loading/yaml/explainError.ts';
import type { TomlEntry } from './places.ts';

/** Turns the fault of a TOML parser at `offset` into what the author did. */
export function explainToml(text: string, entries: readonly TomlEntry[], offset: number): YamlCause {
  const first = text.replace(/^\uFEFF/, '').trimStart();
  if (first.startsWith('---') || /^[\w-]+:[ \t]/.test(first))
    return invalid(
      lineAt(text, text.length - first.length),
      'Agents of Codex are TOML, not Markdown with YAML: write `name = "…"`, `description = "…"` and the prompt as `developer_instructions = """…"""`.',
    );
  const twice = entries.find((entry, index) => entries.findIndex(each => isSame(each, entry)) < index);
  const line = lineAt(text, offset);
  if (twice && !text.slice(twice.key.start - 2, twice.key.start).includes('[['))
    return {
      code: 'yaml.duplicateKey',
      range: twice.key,
      message: `\`${twice.path.join('.')}\` is given twice. Keep one of the two.`,
    };
  const written = text.slice(line.start, line.end);
  if (/=\s*(?:["“”‘’]|[A-Za-z_])/.test(written) && !/=\s*(?:"|'|true|false|inf|nan)/.test(written))
    return invalid(line, 'Text must stand in straight quotation marks: `key = "text"`.');
  if (/=\s*'[^']*'./.test(written))
    return invalid(line, 'Text in single quotes cannot hold an apostrophe. Use double quotes.');
  if (/\\/.test(written))
    return invalid(line, 'In double quotes a backslash begins an escape. Double it, or use single quotes.');
  if (/^[^=]*$/.test(written) || /=\s*"[^"]*$/.test(written))
    return invalid(line, 'This line is no `key = value`. Text over several lines stands between `"""`.');
  return invalid(line, 'The TOML cannot be read from this line on.');
}

function isSame(a: TomlEntry, b: TomlEntry): boolean {
  return a.path.join('\u0000') === b.path.join('\u0000');
}

function invalid(range: OffsetRange, message: string): YamlCause {
  return { code: 'yaml.invalid', range, message };
}

function lineAt(text: string, offset: number): OffsetRange {
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}
