import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { firstLine, restOfLine } from './fieldPlaces.ts';
import type { Notebook } from './product.ts';
import { explainFault } from './yamlFault.ts';

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
export function noteLost(reading: Lost, notebook: Notebook): void {
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

/** The top-level key whose value would have to be quoted for the file to be read; found by trying. */
function keyToQuote(reading: Lost, { document, product }: Notebook): Entry | undefined {
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
function lineWithoutKey({ matter, fault }: Lost, { text }: AgentDocument): OffsetRange | undefined {
  if (fault.cause !== 'yaml' || !/implicit|colon is missed|end of the stream or/.test(fault.reason))
    return undefined;
  const line = /^(?![ \t]|#|-(?:[ \t\r]|$)|[?'"{[\]}]|[^:\r\n]*:(?:[ \t\r]|$)|\r?$).+$/m.exec(
    text.slice(matter.start, matter.end),
  );
  if (!line) return undefined;
  const start = matter.start + line.index;
  return { start, end: start + line[0].trimEnd().length };
}

function rangeOfFault({ fault }: Lost, document: AgentDocument): OffsetRange {
  return fault.cause === 'language' ? firstLine(document.text) : restOfLine(document, fault.offset);
}
