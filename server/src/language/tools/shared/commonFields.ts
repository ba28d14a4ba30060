import * as z from 'zod';
import type { FieldMeta, VocabularyEntry } from '../../dialect/dialect.ts';
import { namesShape, oneOf } from './shapes.ts';

/** What one tool says of a field that most tools have: all of it, or what differs. */
type Words = Partial<FieldMeta>;

/** `name`, as text of any form. */
export function nameField(words: Words = {}) {
  return z.string().meta({
    description: 'What the agent is called by others.',
    kind: 'text',
    order: 10,
    ...words,
  });
}

/** `name` of a form that follows "it must be". */
export function nameOfForm(form: RegExp, expected: string, words: Words = {}) {
  return z
    .string()
    .regex(form, expected)
    .meta({
      description: `What the agent is called by others: ${expected}.`,
      kind: 'text',
      order: 10,
      ...words,
    });
}

/** `description`: any text, or what `text` asks for. */
export function descriptionField(words: Words = {}, text = z.string()) {
  return text.meta({
    description: 'What the agent does and when to use it. Other agents choose by this text.',
    kind: 'text',
    order: 20,
    snippet: ' ${1:What it does, and when to use it.}',
    examples: ['Reviews changes for security faults. Use before every release.'],
    ...words,
  });
}

/** `model`, any text. */
export function modelField(words: Words = {}) {
  return z
    .string()
    .optional()
    .meta({
      description: 'The model that the agent runs on.',
      kind: 'model',
      defaultText: 'The model of the session.',
      order: 30,
      ...words,
    });
}

/** Names of tools as text with commas between them, or as a list. */
export function toolsField(words: Words = {}) {
  return namesShape()
    .optional()
    .meta({
      description: 'The tools that the agent may use.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'All tools.',
      order: 40,
      ...words,
    });
}

/** Names of tools as a list only. */
export function toolListField(words: Words = {}) {
  return z
    .array(z.string())
    .optional()
    .meta({
      description: 'The tools that the agent may use, as a list.',
      kind: 'tools',
      limits: true,
      defaultText: 'All tools.',
      order: 40,
      ...words,
    });
}

/** A switch. */
export function switchField(description: string, defaultText: string, words: Words = {}) {
  return z
    .boolean()
    .optional()
    .meta({ description, defaultText, ...words });
}

/** One word of a closed list. */
export function choiceField(
  values: readonly VocabularyEntry[],
  words: Words & { readonly description: string },
) {
  return oneOf(values)
    .optional()
    .meta({ values, ...words });
}

/** MCP servers, of which no more is documented than that they are listed or described here. */
export function mcpServersField(words: Words = {}) {
  return z
    .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
    .optional()
    .meta({
      description: 'The MCP servers that the agent may use.',
      kind: 'mcpServerNames',
      defaultText: 'Those of the session.',
      order: 60,
      ...words,
    });
}
