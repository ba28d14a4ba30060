import type { AgentDocument } from '../../document/agentDocument.ts';
import { type LoadResult, nothingLoaded } from '../../loading/loader.ts';
import { promptRange } from '../openCode/loader/configMarkdown.ts';
import type { Product } from '../openCode/loader/product.ts';

/**
 * Loads a workflow: a command whose template is the whole file, front matter included. Its description is the first line
 * of text below the first heading.
 */
export function loadWorkflow(product: Product, document: AgentDocument, name: string): LoadResult {
  const start = document.text.startsWith('\uFEFF') ? 1 : 0;
  const body = promptRange(document.text, start);
  const template = document.slice(body);
  const description = belowHeading(template) ?? `Workflow: ${name}`;
  const { frontMatter } = document;
  return {
    ...nothingLoaded,
    loads: true,
    name,
    description,
    fields: { description, template },
    body,
    issues:
      frontMatter.state === 'absent'
        ? []
        : [
            {
              code: 'frontMatter.lost',
              effect: 'ignored',
              range: frontMatter.open,
              problem: 'Front matter has no effect in this kind of file',
              consequence: `${product.tool} makes it part of the prompt of a workflow`,
              advice: 'Move the file to `.kilo/commands`, where front matter is read',
            },
          ],
  };
}

function belowHeading(template: string): string | undefined {
  let isBelow = false;
  for (const line of template.split('\n')) {
    const text = line.trim();
    if (text.startsWith('#')) isBelow = true;
    else if (isBelow && text !== '') return text.slice(0, 200);
  }
  return undefined;
}
