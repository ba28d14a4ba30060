import { lineStart } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { explainLoss } from './explainLoss.ts';
import { firstLine } from './fieldPlaces.ts';
import type { IssueCollector } from './product.ts';

/** The keys whose loss leaves the agent with more than its author meant. */
export const limitingKeys: ReadonlySet<string> = new Set([
  'permission',
  'tools',
  'disable',
  'steps',
  'maxSteps',
  'mode',
]);

type Lost = Extract<ConfigReading, { state: 'lost' }>;

/** Notes front matter that became part of the prompt, at the word that spoils it. */
export function reportLost(reading: Lost, collector: IssueCollector): void {
  const { document, product } = collector;
  const isOpen = reading.matter.end === document.text.length;
  const limits = document.yaml.entries.some(entry => limitingKeys.has(entry.key));
  const effect = limits ? 'unrestricted' : 'ignored';
  const lost = `${product.tool} cannot read this front matter and does not say so: the whole file becomes the prompt, without description, model and permissions, and with every tool.`;
  if (isOpen) {
    const range = firstLine(document.text);
    const message = `${lost} The second line of three dashes is missing, so all of the file is taken for front matter. Close it.`;
    collector.add({ code: 'frontMatter.unclosed', effect, range, problem: message });
    return;
  }
  const quotable = keyToQuote(reading, collector);
  const { range, message, key, suggestion } = explainLoss(document, reading, quotable && [quotable]);
  const isWhole = key !== undefined && key === quotable?.key;
  const toQuote = isWhole || isInside(document.text, range, quotable) ? quotable : undefined;
  collector.add({
    code: 'frontMatter.lost',
    effect,
    range: isWhole ? quotable.range : range,
    problem: `${lost} ${message}`,
    ...(toQuote && { field: toQuote.key, data: { key: toQuote.key } }),
    ...(suggestion && { data: { suggestion } }),
  });
}

/** Whether a span is on a further, indented line of a value: only then does its author mean it as part of that. */
function isInside(text: string, range: OffsetRange, entry: Entry | undefined): boolean {
  return (
    entry !== undefined &&
    range.start > entry.range.start &&
    /[ \t]/.test(text[lineStart(text, range.start)]!)
  );
}

/** The top-level key whose value would have to be quoted for the file to be read; found by trying. */
function keyToQuote(reading: Lost, { document, product }: IssueCollector): Entry | undefined {
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
