import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import { readGrayMatter } from '../grayMatter.ts';
import { agentKeys, commandKeys } from './agentShape.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { firstLine } from './fieldPlaces.ts';
import type { Notebook } from './product.ts';
import { explainFault } from './yamlFault.ts';

const limitingKeys: ReadonlySet<string> = new Set([
  'permission',
  'tools',
  'disable',
  'steps',
  'maxSteps',
  'mode',
]);
const knownKeys: ReadonlySet<string> = new Set([...agentKeys, ...commandKeys]);

/** Writes notes about fences and about YAML that had to be mended, or could not be. */
export function noteFrontMatter(reading: ConfigReading, notebook: Notebook): void {
  switch (reading.state) {
    case 'tooLarge':
      return;
    case 'executable':
      notebook.add({
        code: 'frontMatter.executable',
        effect: 'app',
        range: reading.fence,
        message: `${notebook.product.tool} runs this front matter as a JavaScript program as soon as the project is opened, with all that the user may do. Write \`---\` alone, and YAML below it.`,
      });
      return;
    case 'dropped':
      notebook.add({
        code: 'yaml.invalid',
        effect: notebook.product.unreadable.effect,
        range: characterAt(notebook.document, reading.fault.offset),
        message: `${notebook.product.unreadable.says} ${explainFault(reading.fault)}`,
      });
      return;
    case 'lost':
      noteLost(reading, notebook);
      return;
    case 'read':
      noteRead(reading, notebook);
  }
}

function noteLost(reading: Extract<ConfigReading, { state: 'lost' }>, notebook: Notebook): void {
  const { document, product } = notebook;
  const isOpen = reading.matter.end === document.text.length;
  const limits = document.yaml.entries.some(entry => limitingKeys.has(entry.key));
  const effect = limits ? 'widened' : 'lost';
  const lost = `${product.tool} cannot read this front matter and does not say so: the whole file becomes the prompt, without description, model and permissions, and with every tool.`;
  if (isOpen) {
    const range = firstLine(document.text);
    const message = `${lost} The second line of three dashes is missing, so all of the file is taken for front matter. Close it.`;
    notebook.add({ code: 'frontMatter.unclosed', effect, range, message });
    return;
  }
  const line = lineWithoutKey(reading, document);
  const key = line ? undefined : keyToQuote(reading, notebook);
  if (key) {
    notebook.add({
      code: 'frontMatter.lost',
      effect,
      range: key.range,
      message: `${lost} ${explainFault(reading.fault, document.slice(key.range))}`,
      field: key.key,
      data: { key: key.key },
    });
    return;
  }
  const range = line ?? rangeOfFault(reading, document);
  const star = line ? undefined : /^\*[^\s:"']*(?=\s*:)/.exec(document.slice(range))?.[0];
  notebook.add({
    code: 'frontMatter.lost',
    effect,
    range: star ? { start: range.start, end: range.start + star.length } : range,
    message: `${lost} ${line ? 'This line is no `key: value`: the colon, or an ordinary blank behind it, is missing.' : explainFault(reading.fault, star)}`,
    ...(star && { data: { suggestion: `"${star}"` } }),
  });
}

function noteRead(reading: Extract<ConfigReading, { state: 'read' }>, notebook: Notebook): void {
  const { document, product } = notebook;
  if (!reading.matter) {
    noteAbsent(notebook);
    return;
  }
  if (
    reading.matter.end === document.text.length &&
    document.text.slice(reading.matter.start).trim() !== ''
  ) {
    notebook.add({
      code: 'frontMatter.unclosed',
      effect: 'altered',
      range: firstLine(document.text),
      message: `The second line of three dashes is missing, so ${product.tool} takes all of the file for settings, and the prompt is empty. Close the front matter.`,
    });
  }
  noteClosedEarly(reading.matter.end, notebook);
  for (const line of reading.mended.slice(0, 200)) noteMended(line.key, line.value, notebook);
  noteDescription(reading, notebook);
}

function noteMended(key: string, value: string, notebook: Notebook): void {
  const { document, product } = notebook;
  const entry = document.entry(key);
  if (!entry) return;
  const alone = readGrayMatter(`---\n${document.slice(entry.lines)}\n---\n`);
  const meant = alone.state === 'read' ? (alone.data as Record<string, unknown> | null)?.[key] : undefined;
  const comment = /\s+#.*$/.exec(value);
  const end = document.slice(entry.lines).indexOf(value) + entry.lines.start + value.length;
  if (comment && (meant === undefined || meant === value.slice(0, comment.index))) {
    notebook.add({
      code: 'yaml.commentKept',
      effect: 'altered',
      range: { start: end - comment[0].length, end },
      field: key,
      message: `The comment becomes part of \`${key}\`, because ${product.tool} had to mend the YAML of this front matter and took the whole line as text.`,
    });
  }
  if (meant !== undefined && (typeof meant === 'string' || meant === value)) return;
  notebook.add({
    code: 'yaml.repaired',
    effect: meant === undefined ? 'noted' : 'altered',
    range: entry.range,
    field: key,
    message:
      meant === undefined
        ? `An unquoted \`: \` makes this YAML invalid. ${product.tool} mends the line and takes it as text; stricter tools refuse the file. Quote the value.`
        : `${product.tool} takes this value as text: other YAML in this front matter is invalid, and to mend it every top-level line that holds a colon was rewritten. Quote the value that is at fault.`,
    data: { key },
  });
}

/** Where `\\n` is meant for a line break: two in a row, or one before what begins a line. */
const literalBreak = /(?:\\n){2,}|\\n(?=[\s"'<*#\d-]|[A-Z]|$)/;

/** A description that YAML cuts at a comment, or in which `\\n` stays as it is written. */
function noteDescription(
  { data, mended }: Extract<ConfigReading, { state: 'read' }>,
  notebook: Notebook,
): void {
  const { document, product, add } = notebook;
  const entry = document.entry('description');
  const taken = (data as Record<string, unknown> | null | undefined)?.description;
  if (!entry || typeof taken !== 'string' || /^["'|>]/.test(document.slice(entry.range))) return;
  const comment = /^[ \t]+(#[^\r\n]*\S)/.exec(document.text.slice(entry.range.end, entry.lines.end));
  if (comment && mended.length === 0) {
    const start = entry.range.end + comment[0].length - comment[1]!.length;
    add({
      code: 'yaml.commentCut',
      effect: 'altered',
      range: { start, end: start + comment[1]!.length },
      field: 'description',
      message:
        'In YAML a blank and `#` begin a comment, so the description ends before it. Quote the description to keep it whole.',
      data: { key: 'description' },
    });
  }
  const literal = literalBreak.exec(document.slice(entry.range));
  if (literal && taken.includes('\\n')) {
    const start = entry.range.start + literal.index;
    add({
      code: 'yaml.literalNewline',
      effect: 'noted',
      range: { start, end: start + literal[0].length },
      field: 'description',
      message: `Outside double quotes \`\\n\` is no line break: ${product.tool} shows the two characters. Write the description as a block of lines.`,
      data: { converted: false },
    });
  }
}

/** Front matter that does not begin where the tool looks for it, or none at all. */
function noteAbsent(notebook: Notebook): void {
  const { document, product } = notebook;
  const late = lateFence(document.text);
  if (late) {
    notebook.add({
      code: 'frontMatter.late',
      effect: [...late.keys].some(key => limitingKeys.has(key)) ? 'widened' : 'lost',
      range: late.range,
      message: `${product.tool} reads front matter only when the file begins with a line of three dashes. This one is taken for a part of the prompt, so the agent has no description, model or permissions, and every tool.`,
    });
  }
}

/** The first line that was meant as an opening fence, with the keys between it and the next; `undefined` for none. */
export function lateFence(text: string) {
  const fence = /^[ \t]*-{3,}[ \t]*\r?$/gm;
  const open = fence.exec(text.slice(0, 2000));
  if (!open || !/^(?:\uFEFF|\s|#[^\n]*|\/\/[^\n]*|<!--[^\n]*|`{3}[^\n]*)*$/.test(text.slice(0, open.index)))
    return undefined;
  const after = open.index + open[0].length;
  const close = text.slice(after, after + 20_000).search(/\n[ \t]*(?:-{3,}|\.{3})[ \t]*(?:\r?\n|$)/);
  if (close < 0) return undefined;
  const block = text.slice(after, after + close);
  const keys = new Set(
    Array.from(block.matchAll(/^[ \t]*([A-Za-z_][\w-]*):(?:[ \t]|\r?$)/gm), match => match[1]!),
  );
  if (![...keys].some(key => knownKeys.has(key))) return undefined;
  const start = open.index + (open[0].length - open[0].trimStart().length);
  return { range: { start, end: open.index + open[0].trimEnd().length }, keys };
}

function noteClosedEarly(end: number, { document, product, add }: Notebook): void {
  const close = document.frontMatter.close;
  if (!close || close.start <= end + 1) return;
  const lost = document.yaml.entries.filter(entry => entry.keyRange.start > end && knownKeys.has(entry.key));
  if (lost.length === 0) return;
  const line = firstLine(document.text.slice(end));
  add({
    code: 'frontMatter.closedEarly',
    effect: lost.some(entry => limitingKeys.has(entry.key)) ? 'widened' : 'altered',
    range: { start: end + line.start, end: end + line.end },
    message: `${product.tool} ends the front matter at this line, because it begins with three dashes. What follows is prompt, and no setting.`,
    data: { lost: lost.map(entry => entry.key) },
  });
}

/** The top-level key whose value would have to be quoted for the file to be read; found by trying. */
function keyToQuote(
  reading: Extract<ConfigReading, { state: 'lost' }>,
  { document, product }: Notebook,
): Entry | undefined {
  if (reading.fault.cause !== 'yaml' || document.text.length > 500_000) return undefined;
  const suspects = document.yaml.entries.filter(
    entry =>
      entry.fault &&
      !entry.node &&
      !/[\r\n]/.test(document.text.slice(entry.keyRange.end, entry.range.start)),
  );
  return suspects.slice(0, 5).find(entry => {
    const quoted = `"${document.slice(entry.range).replaceAll(/["\\\r\n]/g, ' ')}"`;
    const { start, end } = entry.range;
    const text = `${document.text.slice(0, start)}${quoted}${document.text.slice(end)}`;
    return readConfigMarkdown(text, product.mending).state === 'read';
  });
}

/** The first line at the top level that is neither a key nor a comment, a list item or a fence. */
function lineWithoutKey(
  { matter, fault }: Extract<ConfigReading, { state: 'lost' }>,
  { text }: AgentDocument,
): OffsetRange | undefined {
  if (fault.cause !== 'yaml' || !/implicit|colon is missed|end of the stream or/.test(fault.reason))
    return undefined;
  const line = /^(?![ \t]|#|-(?:[ \t\r]|$)|[?'"{[\]}]|[^:\r\n]*:(?:[ \t\r]|$)|\r?$).+$/m.exec(
    text.slice(matter.start, matter.end),
  );
  if (!line) return undefined;
  const start = matter.start + line.index;
  return { start, end: start + line[0].trimEnd().length };
}

function rangeOfFault(
  { fault }: Extract<ConfigReading, { state: 'lost' }>,
  document: AgentDocument,
): OffsetRange {
  return fault.cause === 'language' ? firstLine(document.text) : characterAt(document, fault.offset);
}

/** The rest of the line at an offset; the line before when nothing is left of it. */
function characterAt({ text }: AgentDocument, offset: number) {
  const lineStart = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = { start: Math.min(offset, lineStart), end: lineEnd < 0 ? text.length : lineEnd };
  const rest = text.slice(line.start, line.end);
  if (rest.trim() === '') return previousLine(text, line.start);
  const start = line.start + (rest.length - rest.trimStart().length);
  return { start, end: start + rest.trim().length };
}

function previousLine(text: string, before: number) {
  const above = text.slice(0, before).trimEnd();
  const start = above.lastIndexOf('\n') + 1;
  return { start, end: above.length };
}
