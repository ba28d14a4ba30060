import * as z from 'zod';
import type { FieldMeta, VocabularyEntry } from '../../dialect/dialect.ts';
import { namesShape, oneOf } from './shapes.ts';

/** What one tool documents of a field that most tools have: all of it, or what differs. */
type Overrides = Partial<FieldMeta>;

/** `name`, any string. */
export function nameField(overrides: Overrides = {}) {
  return z.string().meta({
    description: 'The name that other agents use.',
    kind: 'text',
    order: 10,
    ...overrides,
  });
}

/** `name` of a form that follows "it must be". */
export function nameOfForm(form: RegExp, expected: string, overrides: Overrides = {}) {
  return z
    .string()
    .regex(form, expected)
    .meta({
      description: `The name that other agents use: ${expected}.`,
      kind: 'text',
      order: 10,
      ...overrides,
    });
}

/** `description`: any string, or what `text` requires. */
export function descriptionField(overrides: Overrides = {}, text = z.string()) {
  return text.meta({
    description: 'What the agent does and when to use it. Other agents choose by this text.',
    kind: 'text',
    order: 20,
    snippet: ' ${1:What it does, and when to use it.}',
    examples: ['Reviews changes for security problems. Use before every release.'],
    ...overrides,
  });
}

/** `model`, any string. */
export function modelField(overrides: Overrides = {}) {
  return z
    .string()
    .optional()
    .meta({
      description: 'The model that the agent runs on.',
      kind: 'model',
      defaultText: 'The model of the session.',
      order: 45,
      ...overrides,
    });
}

/** Names of tools as a comma-separated string or a list. */
export function toolsField(overrides: Overrides = {}) {
  return namesShape()
    .optional()
    .meta({
      description: 'The tools that the agent may use.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'All tools.',
      order: 40,
      ...overrides,
    });
}

/** Names of tools as a list only. */
export function toolListField(overrides: Overrides = {}) {
  return z
    .array(z.string())
    .optional()
    .meta({
      description: 'The tools that the agent may use, as a list.',
      kind: 'tools',
      limits: true,
      defaultText: 'All tools.',
      order: 40,
      ...overrides,
    });
}

/** A boolean field. */
export function switchField(description: string, defaultText: string, overrides: Overrides = {}) {
  return z
    .boolean()
    .optional()
    .meta({ description, defaultText, ...overrides });
}

/** One value of a closed list. */
export function choiceField(
  values: readonly VocabularyEntry[],
  overrides: Overrides & { readonly description: string },
) {
  return oneOf(values)
    .optional()
    .meta({ values, ...overrides });
}

/** MCP servers, documented only as listed or described here. */
export function mcpServersField(overrides: Overrides = {}) {
  return z
    .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
    .optional()
    .meta({
      description: 'The MCP servers that the agent may use.',
      kind: 'mcpServerNames',
      defaultText: 'Those of the session.',
      order: 60,
      ...overrides,
    });
}
