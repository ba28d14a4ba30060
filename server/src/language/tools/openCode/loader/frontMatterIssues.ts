import { readGrayMatter } from '../../../loading/grayMatter.ts';
import type { ConfigReading } from './configMarkdown.ts';
import { explainLoss } from './explainLoss.ts';
import { firstLine } from './fieldPlaces.ts';
import { knownKeys, lateDelimiter } from './lateDelimiter.ts';
import { limitingKeys, reportLost } from './lostFrontMatter.ts';
import type { IssueCollector } from './product.ts';

/** Writes notes about fences and about YAML that had to be mended, or could not be. */
export function reportFrontMatter(reading: ConfigReading, collector: IssueCollector): void {
  switch (reading.state) {
    case 'tooLarge':
      return;
    case 'executable':
      collector.add({
        code: 'frontMatter.executable',
        effect: 'crashes',
        range: reading.delimiter,
        problem: `${collector.product.tool} runs this front matter as a JavaScript program as soon as the project is opened, with all that the user may do. Write \`---\` alone, and YAML below it.`,
      });
      return;
    case 'dropped': {
      const { range, message } = explainLoss(collector.document, reading);
      collector.add({
        code: 'yaml.invalid',
        effect: collector.product.unreadable.effect,
        range,
        problem: `${collector.product.unreadable.says} ${message}`,
      });
      return;
    }
    case 'lost':
      reportLost(reading, collector);
      return;
    case 'read':
      reportRead(reading, collector);
  }
}

function reportRead(reading: Extract<ConfigReading, { state: 'read' }>, collector: IssueCollector): void {
  const { document, product } = collector;
  if (!reading.matter) {
    reportAbsent(collector);
    return;
  }
  if (
    reading.matter.end === document.text.length &&
    document.text.slice(reading.matter.start).trim() !== ''
  ) {
    collector.add({
      code: 'frontMatter.unclosed',
      effect: 'changed',
      range: firstLine(document.text),
      problem: `The second line of three dashes is missing, so ${product.tool} takes all of the file for settings, and the prompt is empty. Close the front matter.`,
    });
  }
  reportClosedEarly(reading.matter.end, collector);
  for (const line of reading.repaired.slice(0, 200)) reportRepaired(line.key, line.value, collector);
  reportDescription(reading, collector);
}

function reportRepaired(key: string, value: string, collector: IssueCollector): void {
  const { document, product } = collector;
  const entry = document.entry(key);
  if (!entry) return;
  const alone = readGrayMatter(`---\n${document.slice(entry.lines)}\n---\n`);
  const meant = alone.state === 'read' ? (alone.data as Record<string, unknown> | null)?.[key] : undefined;
  const comment = /\s+#.*$/.exec(value);
  const end = document.slice(entry.lines).indexOf(value) + entry.lines.start + value.length;
  if (comment && (meant === undefined || meant === value.slice(0, comment.index))) {
    collector.add({
      code: 'yaml.commentKept',
      effect: 'changed',
      range: { start: end - comment[0].length, end },
      field: key,
      problem: `The comment becomes part of \`${key}\`, because ${product.tool} had to mend the YAML of this front matter and took the whole line as text.`,
    });
  }
  if (meant !== undefined && (typeof meant === 'string' || meant === value)) return;
  collector.add({
    code: 'yaml.repaired',
    effect: meant === undefined ? 'noted' : 'changed',
    range: entry.range,
    field: key,
    problem:
      meant === undefined
        ? `An unquoted \`: \` makes this YAML invalid. ${product.tool} mends the line and takes it as text; stricter tools refuse the file. Quote the value.`
        : `${product.tool} takes this value as text: other YAML in this front matter is invalid, and to mend it every top-level line that holds a colon was rewritten. Quote the value that is at fault.`,
    data: { key },
  });
}

/** Where `\\n` is meant for a line break: two in a row, or one before what begins a line. */
const literalBreak = /(?:\\n){2,}|\\n(?=[\s"'<*#\d-]|[A-Z]|$)/;

/** A description that YAML cuts at a comment, or in which `\\n` stays as it is written. */
function reportDescription(
  { data, repaired }: Extract<ConfigReading, { state: 'read' }>,
  collector: IssueCollector,
): void {
  const { document, product, add } = collector;
  const entry = document.entry('description');
  const taken = (data as Record<string, unknown> | null | undefined)?.description;
  if (!entry || typeof taken !== 'string' || /^["'|>]/.test(document.slice(entry.range))) return;
  const comment = /^[ \t]+(#[^\r\n]*\S)/.exec(document.text.slice(entry.range.end, entry.lines.end));
  if (comment && repaired.length === 0) {
    const start = entry.range.end + comment[0].length - comment[1]!.length;
    add({
      code: 'yaml.commentCut',
      effect: 'changed',
      range: { start, end: start + comment[1]!.length },
      field: 'description',
      problem:
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
      problem: `Outside double quotes \`\\n\` is no line break: ${product.tool} shows the two characters. Write the description as a block of lines.`,
      data: { converted: false },
    });
  }
}

/** Front matter that does not begin where the tool looks for it, or none at all. */
function reportAbsent(collector: IssueCollector): void {
  const { document, product } = collector;
  const late = lateDelimiter(document.text);
  if (late) {
    collector.add({
      code: 'frontMatter.late',
      effect: [...late.keys].some(key => limitingKeys.has(key)) ? 'unrestricted' : 'ignored',
      range: late.range,
      problem: `${product.tool} reads front matter only when the file begins with a line of three dashes. This one is taken for a part of the prompt, so the agent has no description, model or permissions, and every tool.`,
    });
  }
}

function reportClosedEarly(end: number, { document, product, add }: IssueCollector): void {
  const close = document.frontMatter.close;
  if (!close || close.start <= end + 1) return;
  const lost = document.yaml.entries.filter(entry => entry.keyRange.start > end && knownKeys.has(entry.key));
  if (lost.length === 0) return;
  const line = firstLine(document.text.slice(end));
  add({
    code: 'frontMatter.closedEarly',
    effect: lost.some(entry => limitingKeys.has(entry.key)) ? 'unrestricted' : 'changed',
    range: { start: end + line.start, end: end + line.end },
    problem: `${product.tool} ends the front matter at this line, because it begins with three dashes. What follows is prompt, and no setting.`,
    data: { lost: lost.map(entry => entry.key) },
  });
}
