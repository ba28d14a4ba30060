import { lineStart } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import { findMeantFrontMatter, meantText } from '../../../loading/meantFrontMatter.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { explainLoss } from './explainLoss.ts';
import { firstLine } from './fieldPlaces.ts';
import type { LoadContext } from './product.ts';

/** The keys whose loss gives the agent more than its author intends. */
export const limitingKeys: ReadonlySet<string> = new Set([
  'permission',
  'tools',
  'disable',
  'steps',
  'maxSteps',
  'mode',
]);

type Lost = Extract<ConfigReading, { state: 'lost' }>;

/** Reports front matter that becomes part of the prompt, at the text that causes it. */
export function reportLost(reading: Lost, context: LoadContext): void {
  const { document, product, issues } = context;
  const isOpen = reading.matter.end === document.text.length;
  const limits = document.yaml.entries.some(entry => limitingKeys.has(entry.key));
  const effect = limits ? 'unrestricted' : 'ignored';
  const loss = 'without description, model and permissions, and with every tool';
  if (isOpen) {
    issues.add('frontMatter.unclosed', effect, firstLine(document.text), {
      problem: 'Front matter is not closed',
      consequence: `${product.tool} reads the whole file as front matter, cannot parse it, and silently makes all of it the prompt, ${loss}`,
      advice: 'Close it with a line of `---`',
    });
    return;
  }
  const late = reading.error.cause === 'language' ? findMeantFrontMatter(document.text) : undefined;
  if (late?.cause === 'keyOnDelimiter') {
    const isLimited = [...limitingKeys].some(key => late.keys.has(key.toLowerCase()));
    issues.add('frontMatter.late', isLimited ? 'unrestricted' : 'ignored', late.range, {
      ...meantText(late, document.slice(late.range)),
      consequence: `${product.tool} silently loses this front matter: the whole file becomes the prompt, ${loss}`,
    });
    return;
  }
  const quotable = keyToQuote(reading, context);
  const { range, problem, advice, key, suggestion } = explainLoss(document, reading, quotable && [quotable]);
  const isWhole = key !== undefined && key === quotable?.key;
  const toQuote = isWhole || isInside(document.text, range, quotable) ? quotable : undefined;
  issues.add(
    'frontMatter.lost',
    effect,
    isWhole ? quotable.range : range,
    {
      problem,
      consequence: `${product.tool} silently loses this front matter: the whole file becomes the prompt, ${loss}`,
      ...(advice && { advice }),
    },
    {
      ...(toQuote && { field: toQuote.key, data: { key: toQuote.key } }),
      ...(suggestion && { data: { suggestion } }),
    },
  );
}

/** Whether a range is on a further, indented line of a value, and therefore meant as part of it. */
function isInside(text: string, range: OffsetRange, entry: Entry | undefined): boolean {
  return (
    entry !== undefined &&
    range.start > entry.range.start &&
    /[ \t]/.test(text[lineStart(text, range.start)]!)
  );
}

/** The top-level key whose value must be quoted for the file to be read; found by trying. */
function keyToQuote(reading: Lost, { document, product }: LoadContext): Entry | undefined {
  if (reading.error.cause !== 'yaml' || document.text.length > 500_000) return undefined;
  const suspects = document.yaml.entries.filter(
    entry =>
      entry.error &&
      !entry.node &&
      !/[\r\n]/.test(document.text.slice(entry.keyRange.end, entry.range.start)),
  );
  return suspects.slice(0, 5).find(entry => {
    const quoted = `"${document.slice(entry.range).replaceAll(/["\\\r\n]/g, ' ')}"`;
    const { start, end } = entry.range;
    const text = `${document.text.slice(0, start)}${quoted}${document.text.slice(end)}`;
    return readConfigMarkdown(text, product.repairing).state === 'read';
  });
}
