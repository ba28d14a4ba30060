import type { Field } from './fields.ts';
import { readToolList } from './toolList.ts';

/** The tools that `memory` adds to a list, in the order in which it does. */
const neededForMemory = ['Write', 'Edit', 'Read'];

/**
 * Returns the line by which models know of an agent: its description with nothing escaped or joined, and the tools as the
 * file lists them, whether or not they exist. By recorded requests of 2.1.329 (2026-11-29).
 */
export function agentLine(
  name: string,
  description: string,
  fields: ReadonlyMap<string, Field>,
  text: string,
): string {
  return `- ${name}: ${description} (Tools: ${toolsText(fields, text)})`;
}

function toolsText(fields: ReadonlyMap<string, Field>, text: string): string {
  const tools = namesIn(fields.get('tools'), text);
  const denied = namesIn(fields.get('disallowedTools'), text);
  if (tools.length === 0 || tools.includes('*'))
    return denied.length === 0 ? 'All tools' : `All tools except ${denied.join(', ')}`;
  const memory = fields.has('memory') ? neededForMemory.filter(tool => !tools.includes(tool)) : [];
  const left = [...tools, ...memory].filter(tool => !denied.includes(tool));
  return left.length === 0 ? 'None' : left.join(', ');
}

function namesIn(field: Field | undefined, text: string): readonly string[] {
  return field ? (readToolList(field, text)?.entries.map(entry => entry.text) ?? []) : [];
}
