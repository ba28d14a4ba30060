import type { AgentDocument } from '../../../document/agentDocument.ts';
import { asText } from '../../../loading/asText.ts';
import { inTextOrder } from '../../../loading/issue.ts';
import { type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';
import { commandShape } from './agentShape.ts';
import { type ConfigReading, promptRange, readConfigMarkdown } from './configMarkdown.ts';
import { reportFrontMatter } from './frontMatterIssues.ts';
import { reportUnknownCommandKeys } from './keyIssues.ts';
import { reportMismatches } from './mismatchIssues.ts';
import { type LoadContext, loadContext, type Product } from './product.ts';
import { reportModel } from './settingIssues.ts';

/** The last step of loading a command; returns the final result. */
export type SettleCommand = (result: LoadResult, context: LoadContext) => LoadResult;

/**
 * Loads a command whose path gives it the name `id`. Keys outside its schema are ignored; `name` overrides the path.
 */
export function loadCommand(
  product: Product,
  document: AgentDocument,
  id: string,
  settle: SettleCommand = result => result,
): LoadResult {
  const context = loadContext(product, document);
  const reading = readConfigMarkdown(document.text, product.repairing);
  reportFrontMatter(reading, context);
  const result = load(reading, id, context);
  return {
    ...(result.loads ? settle(result, context) : result),
    issues: inTextOrder(context.issues.issues),
  };
}

function load(reading: ConfigReading, id: string, context: LoadContext): LoadResult {
  const { text } = context.document;
  if (reading.state === 'dropped') return nothingLoaded;
  if (reading.state === 'tooLarge') return { ...nothingLoaded, loads: true, name: id };
  const body = promptRange(text, reading.contentStart);
  const template = text.slice(body.start, body.end);
  const data = reading.state === 'read' && isMapping(reading.data) ? reading.data : {};
  const mismatches = commandShape(data, []);
  reportMismatches(mismatches, data, context.product.badCommand, context);
  if (mismatches.length > 0) return nothingLoaded;
  reportUnknownCommandKeys(data, context);
  reportModel(data.model, context);
  if ('template' in data)
    context.issues.add(
      'key.ignored',
      'ignored',
      context.places.key(['template']),
      {
        problem: problems.ignoredKey('template'),
        consequence: `${context.product.tool} uses the text below the front matter of a Markdown file`,
      },
      { field: 'template' },
    );
  const stringOf = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : null);
  const known = ['description', 'agent', 'model', 'subtask'].filter(key => data[key] !== undefined);
  return {
    ...nothingLoaded,
    loads: true,
    name: 'name' in data ? asText(data.name) : id,
    description: stringOf('description'),
    model: stringOf('model'),
    fields: { ...Object.fromEntries(known.map(key => [key, data[key]])), template },
    body,
  };
}
