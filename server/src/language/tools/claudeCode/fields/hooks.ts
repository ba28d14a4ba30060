import * as z from 'zod';
import { claudeHookEvents } from '../hookEvents.ts';
import { type ClaudeHookField, claudeHookCommonFields, claudeHookHandlers } from '../hookHandlers.ts';
import { claudeHooksDocumentation } from '../sources.ts';

/** `hooks` as agents, skills and commands of Claude Code read it: events, matcher groups, handlers. */
export function claudeHooksSchema() {
  const [first, ...others] = claudeHookHandlers.map(handler =>
    z.looseObject({
      type: z.literal(handler.value).meta({
        description: 'What kind of handler this is.',
        values: [{ value: handler.value, description: handler.description }],
        whenWrong: 'An unknown kind makes the whole entry invalid.',
        order: 1,
      }),
      ...shapeOf(handler.fields),
      ...shapeOf(claudeHookCommonFields),
    }),
  );
  const group = z.looseObject({
    matcher: z.string().optional().meta({
      description:
        'Limits when the handlers run. Letters, digits, `|` and `,` form a list of exact names (`Edit|Write`); anything else is a regular expression. What it is compared with depends on the event; some events ignore it. An MCP server’s tools need `mcp__server__.*`.',
      defaultText: 'Every occurrence of the event.',
      whenWrong:
        'Anything but a string makes the whole entry invalid. An invalid regular expression is not reported.',
      kind: 'hookMatcher',
      separator: 'pipe',
      order: 1,
      snippet: ' ${1:Bash}',
    }),
    hooks: z.array(z.discriminatedUnion('type', [first!, ...others])).meta({
      description: 'The handlers to run.',
      whenWrong: 'Without this list the whole entry is invalid.',
      order: 2,
      snippet: '\n  - type: command\n    command: ${1:./check.sh}',
    }),
  });
  // 2.1.329 was observed to accept all of the documented events and handlers.
  return z
    .record(z.string(), z.array(group))
    .meta({ keys: claudeHookEvents, source: claudeHooksDocumentation });
}

function shapeOf(fields: readonly ClaudeHookField[]) {
  return Object.fromEntries(
    fields.map(({ name, type, required, values, ...said }) => {
      const schema = values ? z.enum(values.map(({ value }) => value)) : types[type]();
      const meta = { ...said, ...(values && { values }), ...(required && { order: 2 }) };
      return [name, required ? schema.meta(meta) : schema.optional().meta(meta)];
    }),
  );
}

const types = {
  string: () => z.string(),
  url: () => z.url(),
  positiveNumber: () => z.number().positive(),
  boolean: () => z.boolean(),
  strings: () => z.array(z.string()),
  stringMap: () => z.record(z.string(), z.string()),
  map: () => z.looseObject({}),
} satisfies Record<ClaudeHookField['type'], () => z.ZodType>;
