import type { AgentDocument } from '../../../document/agentDocument.ts';
import { asText } from '../../../loading/asText.ts';
import { inTextOrder } from '../../../loading/issue.ts';
import { type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { isPlainMap } from '../../../loading/shape.ts';
import { collectorOf } from './agent.ts';
import { commandShape } from './agentShape.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { reportFrontMatter } from './frontMatterIssues.ts';
import { reportUnknownCommandKeys } from './keyIssues.ts';
import { reportMismatches } from './mismatchIssues.ts';
import type { IssueCollector, Product } from './product.ts';
import { promptRange } from './promptText.ts';
import { reportModel } from './settingIssues.ts';

/** A last look at a command that loads; returns what it is then. */
export type SettleCommand = (result: LoadResult, collector: IssueCollector) => LoadResult;

/**
 * Loads a command whose path gives it the name `id`. Keys outside its schema are dropped; `name` overrides the path.
 */
export function loadCommand(
  product: Product,
  document: AgentDocument,
  id: string,
  settle: SettleCommand = result => result,
): LoadResult {
  const { collector, issues } = collectorOf(product, document);
  const reading = readConfigMarkdown(document.text, product.repairing);
  reportFrontMatter(reading, collector);
  const result = take(reading, id, collector);
  return { ...(result.loads ? settle(result, collector) : result), issues: inTextOrder(issues) };
}

function take(reading: ConfigReading, id: string, collector: IssueCollector): LoadResult {
  const { text } = collector.document;
  if (reading.state === 'dropped') return nothingLoaded;
  if (reading.state === 'tooLarge') return { ...nothingLoaded, loads: true, name: id };
  const body = promptRange(text, reading.contentStart);
  const template = text.slice(body.start, body.end);
  const data = reading.state === 'read' && isPlainMap(reading.data) ? reading.data : {};
  const mismatches = commandShape(data, []);
  reportMismatches(mismatches, data, collector.product.badCommand, collector);
  if (mismatches.length > 0) return nothingLoaded;
  reportUnknownCommandKeys(data, collector);
  reportModel(data.model, collector);
  if ('template' in data)
    collector.add({
      code: 'key.ignored',
      effect: 'ignored',
      range: collector.places.key(['template']),
      field: 'template',
      problem: `\`template\` has no effect in a Markdown file: ${collector.product.tool} takes the text below the front matter.`,
    });
  const textOf = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : null);
  const known = ['description', 'agent', 'model', 'subtask'].filter(key => data[key] !== undefined);
  return {
    ...nothingLoaded,
    loads: true,
    name: 'name' in data ? asText(data.name) : id,
    description: textOf('description'),
    model: textOf('model'),
    fields: { ...Object.fromEntries(known.map(key => [key, data[key]])), template },
    body,
  };
}
