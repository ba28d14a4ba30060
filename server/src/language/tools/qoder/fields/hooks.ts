import * as z from 'zod';
import { qoderWhenWrong as whenWrong } from '../values.ts';

/** `hooks` of a Qoder agent: events, each with groups of hooks. Event names are not checked. */
export function qoderHooksSchema() {
  return z.record(
    z.string(),
    z.array(
      z.looseObject({
        matcher: z.string().optional().meta({
          description: 'Limits when the hooks run.',
          kind: 'hookMatcher',
          defaultText: 'Every occurrence of the event.',
          whenWrong,
        }),
        hooks: z
          .array(
            z.looseObject({
              type: z.enum(['command', 'http', 'prompt', 'agent']).meta({
                description: 'The kind of hook.',
                values: [
                  { value: 'command', description: 'Runs `command`.' },
                  { value: 'http', description: 'Calls `url`.' },
                  { value: 'prompt', description: 'Sends `prompt` to a model.' },
                  { value: 'agent', description: 'Starts an agent with `prompt`.' },
                ],
                whenWrong,
              }),
              command: z.string().optional().meta({ description: 'The command to run.', whenWrong }),
              url: z.string().optional().meta({ description: 'The URL to call.', whenWrong }),
              prompt: z.string().optional().meta({ description: 'The prompt.', whenWrong }),
              timeout: z
                .number()
                .optional()
                .meta({ description: 'The time after which the hook is stopped.', whenWrong }),
            }),
          )
          .meta({ description: 'The hooks to run.', whenWrong }),
      }),
    ),
  );
}
