import { readGrayMatter } from '../../../loading/grayMatter.ts';
import { meantText } from '../../../loading/meantFrontMatter.ts';
import { explainValue } from '../../../loading/yaml/explainValue.ts';
import type { ConfigReading } from './configMarkdown.ts';
import { explainLoss } from './explainLoss.ts';
import { firstLine } from './fieldPlaces.ts';
import { knownKeys, lateDelimiter } from './lateDelimiter.ts';
import { limitingKeys, reportLost } from './lostFrontMatter.ts';
import type { LoadContext } from './product.ts';

/** Reports front matter delimiters, and YAML that is repaired or cannot be read. */
export function reportFrontMatter(reading: ConfigReading, context: LoadContext): void {
  const { product, document, issues } = context;
  switch (reading.state) {
    case 'tooLarge':
      return;
    case 'executable':
      issues.add('frontMatter.executable', 'crashes', reading.delimiter, {
        problem: 'Front matter in a programming language',
        consequence: `${product.tool} runs it as a JavaScript program, with all rights of the user, as soon as the project is opened`,
        advice: 'Write `---` alone, and YAML below it',
      });
      return;
    case 'dropped': {
      const { range, problem, advice } = explainLoss(document, reading);
      const { effect, consequence } = product.unreadable;
      issues.add('yaml.invalid', effect, range, { problem, consequence, ...(advice && { advice }) });
      return;
    }
    case 'lost':
      reportLost(reading, context);
      return;
    case 'read':
      reportRead(reading, context);
  }
}

function reportRead(reading: Extract<ConfigReading, { state: 'read' }>, context: LoadContext): void {
  const { document, product, issues } = context;
  if (!reading.matter) {
    reportLate(context);
    return;
  }
  if (
    reading.matter.end === document.text.length &&
    document.text.slice(reading.matter.start).trim() !== ''
  ) {
    issues.add('frontMatter.unclosed', 'changed', firstLine(document.text), {
      problem: 'Front matter is not closed',
      consequence: `${product.tool} reads the whole file as settings, and the prompt is empty`,
      advice: 'Close it with a line of `---`',
    });
  }
  reportClosedEarly(reading.matter.end, context);
  for (const line of reading.repaired.slice(0, 200)) reportRepaired(line.key, line.value, context);
  reportDescription(reading, context);
}

function reportRepaired(key: string, value: string, { document, product, issues }: LoadContext): void {
  const entry = document.entry(key);
  if (!entry) return;
  const alone = readGrayMatter(`---\n${document.slice(entry.lines)}\n---\n`);
  const meant = alone.state === 'read' ? (alone.data as Record<string, unknown> | null)?.[key] : undefined;
  const comment = /\s+#.*$/.exec(value);
  const end = document.slice(entry.lines).indexOf(value) + entry.lines.start + value.length;
  if (comment && (meant === undefined || meant === value.slice(0, comment.index))) {
    issues.add(
      'yaml.commentKept',
      'changed',
      { start: end - comment[0].length, end },
      {
        problem: `Comment becomes part of \`${key}\``,
        consequence: `${product.tool} repairs the invalid YAML of this front matter, and reads the whole line as a string`,
      },
      { field: key },
    );
  }
  if (meant !== undefined && (typeof meant === 'string' || meant === value)) return;
  const details = { field: key, data: { key } };
  if (meant === undefined)
    issues.add(
      'yaml.repaired',
      'noted',
      entry.range,
      {
        problem: explainValue(document, entry)?.problem ?? 'Unquoted value contains `: `',
        consequence: `${product.tool} repairs the line by reading the value as a string`,
        advice: 'Put the value in quotes',
      },
      details,
    );
  else
    issues.add(
      'yaml.repaired',
      'changed',
      entry.range,
      {
        problem: `\`${key}\` changes because the YAML is invalid`,
        consequence: `${product.tool} reads this value as a string: to repair other YAML in this front matter, it rewrites every top-level line that contains a colon`,
        advice: 'Put the value that causes the error in quotes',
      },
      details,
    );
}

/** A `\\n` meant as a line break: two in a row, or one before what starts a line. */
const literalBreak = /(?:\\n){2,}|\\n(?=[\s"'<*#\d-]|[A-Z]|$)/;

/** Reports a description in which `\\n` stays as written. */
function reportDescription(
  { data }: Extract<ConfigReading, { state: 'read' }>,
  { document, product, issues }: LoadContext,
): void {
  const entry = document.entry('description');
  const loaded = (data as Record<string, unknown> | null | undefined)?.description;
  if (!entry || typeof loaded !== 'string' || /^["'|>]/.test(document.slice(entry.range))) return;
  const literal = literalBreak.exec(document.slice(entry.range));
  if (literal && loaded.includes('\\n')) {
    const start = entry.range.start + literal.index;
    issues.add(
      'yaml.literalNewline',
      'noted',
      { start, end: start + literal[0].length },
      {
        problem: 'Literal `\\n` in the value',
        consequence: `${product.tool} shows the two characters: only in double quotes are they a line break`,
        advice: 'Write the description as a block scalar (`|`)',
      },
      { field: 'description', data: { converted: false } },
    );
  }
}

/** Reports front matter that does not start where the tool expects it. */
function reportLate({ document, product, issues }: LoadContext): void {
  const late = lateDelimiter(document.text);
  if (!late) return;
  const limits = [...limitingKeys].some(key => late.keys.has(key.toLowerCase()));
  issues.add(
    late.cause === 'noDelimiter' ? 'frontMatter.missing' : 'frontMatter.late',
    limits ? 'unrestricted' : 'ignored',
    late.range,
    {
      ...meantText(late, document.slice(late.range)),
      consequence: `${product.tool} reads it as part of the prompt, so the agent has no description, model or permissions, and has every tool`,
    },
  );
}

function reportClosedEarly(end: number, { document, product, issues }: LoadContext): void {
  const close = document.frontMatter.close;
  if (!close || close.start <= end + 1) return;
  const lost = document.yaml.entries.filter(entry => entry.keyRange.start > end && knownKeys.has(entry.key));
  if (lost.length === 0) return;
  const line = firstLine(document.text.slice(end));
  issues.add(
    'frontMatter.closedEarly',
    lost.some(entry => limitingKeys.has(entry.key)) ? 'unrestricted' : 'changed',
    { start: end + line.start, end: end + line.end },
    {
      problem: 'Front matter ends early at this line',
      consequence: `${product.tool} ends it at any line that starts with three dashes, and reads what follows as the prompt`,
    },
    { data: { lost: lost.map(entry => entry.key) } },
  );
}
