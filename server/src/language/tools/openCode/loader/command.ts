import type { AgentDocument } from '../../../document/agentDocument.ts';
import { asText } from '../../../loading/asText.ts';
import { inTextOrder, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { isPlainMap } from '../../../loading/shape.ts';
import { notebookOf } from './agent.ts';
import { commandShape } from './agentShape.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { noteFrontMatter } from './frontMatterNotes.ts';
import { noteIssues } from './issueNotes.ts';
import { noteUnknownCommandKeys } from './keyNotes.ts';
import type { Notebook, Product } from './product.ts';
import { promptRange } from './promptText.ts';
import { noteModel } from './settingNotes.ts';

/** A last look at a command that loads; returns what it is then. */
export type SettleCommand = (result: LoadResult, notebook: Notebook) => LoadResult;

/**
 * Loads a command whose path gives it the name `id`. Keys outside its schema are dropped; `name` overrides the path.
 */
export function loadCommand(
  product: Product,
  document: AgentDocument,
  id: string,
  settle: SettleCommand = result => result,
): LoadResult {
  const { notebook, notes } = notebookOf(product, document);
  const reading = readConfigMarkdown(document.text, product.mending);
  noteFrontMatter(reading, notebook);
  const result = take(reading, id, notebook);
  return { ...(result.loads ? settle(result, notebook) : result), notes: inTextOrder(notes) };
}

function take(reading: ConfigReading, id: string, notebook: Notebook): LoadResult {
  const { text } = notebook.document;
  if (reading.state === 'dropped') return nothingLoaded;
  if (reading.state === 'tooLarge') return { ...nothingLoaded, loads: true, name: id };
  const body = promptRange(text, reading.contentStart);
  const template = text.slice(body.start, body.end);
  const data = reading.state === 'read' && isPlainMap(reading.data) ? reading.data : {};
  const issues = commandShape(data, []);
  noteIssues(issues, data, notebook.product.badCommand, notebook);
  if (issues.length > 0) return nothingLoaded;
  noteUnknownCommandKeys(data, notebook);
  noteModel(data.model, notebook);
  if ('template' in data)
    notebook.add({
      code: 'key.ignored',
      effect: 'lost',
      range: notebook.places.key(['template']),
      field: 'template',
      message: `\`template\` has no effect in a Markdown file: ${notebook.product.tool} takes the text below the front matter.`,
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
