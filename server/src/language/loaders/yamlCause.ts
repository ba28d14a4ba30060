import { type OffsetRange, trimRange } from '../document/offsets.ts';
import type { Entry, YamlTree } from '../document/yamlTree.ts';

/** Why a front matter cannot be read, for its author. */
export interface YamlCause {
  readonly range: OffsetRange;
  /** What is wrong, one sentence. */
  readonly cause: string;
  /** What to do, one sentence. */
  readonly advice: string;
  /** The key whose value only needs quotes. Proved: with them, the text reads. */
  readonly key?: string;
}

/** A front matter that a strict parser refused. */
export interface BrokenYaml {
  readonly text: string;
  /** Where the front matter lies in `text`. */
  readonly content: OffsetRange;
  readonly tree: YamlTree;
  /** Where the parser gave up, as an offset in `text`. */
  readonly offset: number;
  /** Whether the tool's own parser reads this instead. */
  readonly reads: (yaml: string) => boolean;
}

/**
 * Finds the cause of a YAML fault: rather the line that an author has to change than the place where the parser
 * stumbled, which is often the next line.
 */
export function yamlCause(broken: BrokenYaml): YamlCause {
  return badCharacter(broken) ?? badLine(broken) ?? badValue(broken) ?? somewhere(broken);
}

function badCharacter({ text, content }: BrokenYaml): YamlCause | undefined {
  const yaml = text.slice(content.start, content.end);
  const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/.exec(yaml);
  if (control) {
    const start = content.start + control.index;
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {
      range: { start, end: start + 1 },
      cause: `There is an invisible control character (U+${code}) here, which YAML does not allow`,
      advice: 'Delete it.',
    };
  }
  const space = /:(\u00a0|\u3000)/.exec(yaml);
  if (space) {
    const start = content.start + space.index + 1;
    return {
      range: { start, end: start + 1 },
      cause: 'The space after the colon is a no-break space, which YAML does not take for a space',
      advice: 'Replace it with an ordinary space.',
    };
  }
  return undefined;
}

function badLine({ text, content, tree }: BrokenYaml): YamlCause | undefined {
  const inBlock = blockLines(text, tree);
  for (const line of linesOf(text, content)) {
    if (inBlock.some(block => block.start <= line.start && line.start < block.end)) continue;
    const words = text.slice(line.start, line.end);
    const tab = /^ *\t+/.exec(words);
    if (tab)
      return {
        range: { start: line.start, end: line.start + tab[0].length },
        cause: 'This line is indented with a tab, which YAML does not allow',
        advice: 'Indent it with spaces.',
      };
    const joined = /^([A-Za-z_][\w-]*):(?![\s/]|$)/.exec(words);
    if (joined)
      return {
        range: { start: line.start, end: line.start + joined[0].length },
        cause: `There is no space after \`${joined[0]}\`, so YAML does not take it for a key`,
        advice: 'Put a space after the colon.',
      };
  }
  return undefined;
}

function badValue(broken: BrokenYaml): YamlCause | undefined {
  const { tree, offset, text } = broken;
  const entry =
    tree.entries.find(each => each.fault) ??
    tree.entries.find(each => each.lines.start <= offset && offset < each.lines.end);
  if (!entry) return undefined;
  const value = text.slice(entry.range.start, entry.range.end);
  const [firstLine = ''] = value.split(/\r?\n/, 1);
  const what = `The value of \`${entry.key}\``;
  const quote = 'Put the value in double quotes, or write it on lines of its own below `|`.';
  const range = { start: entry.range.start, end: entry.range.start + firstLine.length };
  const at = (cause: string, advice = quote): YamlCause => {
    const key = quotingMends(broken, entry) ? { key: entry.key } : {};
    return {
      range: range.end > range.start ? range : entry.keyRange,
      cause: `${what} ${cause}`,
      advice,
      ...key,
    };
  };
  const misplaced = continuation(broken, entry);
  if (misplaced) return misplaced;
  const first = firstLine[0] ?? '';
  if (first && '@`%'.includes(first))
    return at(`begins with ${first === '`' ? 'a backtick' : `\`${first}\``}, which YAML reserves for itself`);
  if (first === '[' || first === '{')
    return at(
      `begins with \`${first}\`, so YAML takes it for a ${first === '[' ? 'list' : 'map'} and cannot make one of it`,
      `Put the value in double quotes if it is text, or mend the ${first === '[' ? 'list' : 'map'}.`,
    );
  if (first === '*' || first === '&')
    return at(`begins with \`${first}\`, which in YAML refers to another value`);
  if (first === '!')
    return at('begins with `!`, which in YAML names a type, and the tool knows no such type');
  if (first === '|' || first === '>')
    return at(
      `begins with \`${first}\`, after which YAML wants a line break and an indented block`,
      'Start the text on the next line, indented, or put it in double quotes.',
    );
  if (first === '"' || first === "'")
    return at(
      `begins with a quote (${first}) and does not end with it, or has a quote or a backslash inside that must be escaped`,
      first === '"'
        ? 'Close the quote at the end, and write `\\"` and `\\\\` for quotes and backslashes inside.'
        : "Close the quote at the end, and write `''` for an apostrophe inside.",
    );
  if (/:(\s|$)/.test(firstLine))
    return at('contains a colon with a space after it, which YAML takes for another key');
  return undefined;
}

/** A line below a one-line value that belongs neither to it nor to a key of its own. */
function continuation({ text }: BrokenYaml, entry: Entry): YamlCause | undefined {
  const lines = linesOf(text, entry.lines).slice(1);
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const range = trimRange(text, line);
    const key = /^([ \t]+)([\w-]+):(\s|$)/.exec(words);
    if (key && entry.value !== null && !/^[|>[{"']/.test(text.slice(entry.range.start, entry.range.end)))
      return {
        range,
        cause: `\`${key[2]}\` is indented, so YAML takes it for a part of \`${entry.key}\`, which already has a value`,
        advice: `Remove the indentation, or the value of \`${entry.key}\`.`,
      };
    if (/^[^\s#-]/.test(words) && !/^[\w"'-]+\s*:/.test(words))
      return {
        range,
        cause: 'This line is neither a key nor indented, so it belongs to nothing',
        advice: `Indent it below \`${entry.key}: |\`, or remove it.`,
      };
  }
  return undefined;
}

function somewhere({ text, content, offset }: BrokenYaml): YamlCause {
  const at = Math.min(Math.max(offset, content.start), Math.max(content.start, content.end - 1));
  const line = linesOf(text, content).find(each => each.start <= at && at <= each.end) ?? content;
  return {
    range: trimRange(text, line),
    cause: 'YAML cannot be made of this line',
    advice: 'Write each field as `key: value`, and put text with special characters in double quotes.',
  };
}

/** True when the tool reads the front matter as soon as the one-line value of `entry` stands in quotes. */
function quotingMends({ text, content, reads }: BrokenYaml, entry: Entry): boolean {
  const value = text.slice(entry.range.start, entry.range.end);
  if (value === '' || /[\r\n]/.test(value)) return false;
  const quoted = JSON.stringify(value);
  return reads(
    text.slice(content.start, entry.range.start) + quoted + text.slice(entry.range.end, content.end),
  );
}

/** The lines of block scalars, in which anything may stand. */
function blockLines(text: string, tree: YamlTree): OffsetRange[] {
  return tree.entries
    .filter(entry =>
      /^[|>][+\-\d]*\s*(#.*)?$/m.test(text.slice(entry.range.start, entry.range.end).split('\n', 1)[0] ?? ''),
    )
    .map(entry => entry.lines);
}

function linesOf(text: string, within: OffsetRange): OffsetRange[] {
  const lines: OffsetRange[] = [];
  for (let start = within.start; start < within.end; ) {
    const lineBreak = text.indexOf('\n', start);
    const next = lineBreak < 0 || lineBreak >= within.end ? within.end : lineBreak + 1;
    let end = lineBreak < 0 || lineBreak >= within.end ? within.end : lineBreak;
    if (end > start && text[end - 1] === '\r') end--;
    lines.push({ start, end });
    start = next;
  }
  return lines;
}
