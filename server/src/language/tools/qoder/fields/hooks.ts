import * as z from 'zod';
import { qoderWhenWrong as whenWrong } from '../values.ts';

/** `hooks` of a Qoder agent: events, each with groups of hooks. Names of events are not checked. */
export function qoderHooksSchema() {
  return z.record(
    z.string(),
    z.array(
      z.looseObject({
        matcher: z.string().optional().meta({
          description: 'Narrows when the hooks run.',
          kind: 'hookMatcher',
          defaultText: 'Every occurrence of the event.',
          whenWrong,
        }),
        hooks: z
          .array(
            z.looseObject({
              type: z.enum(['command', 'http', 'prompt', 'agent']).meta({
                description: 'What kind of hook it is.',
                values: [
                  { value: 'command', description: 'Runs `command`.' },
                  { value: 'http', description: 'Calls `url`.' },
                  { value: 'prompt', description: 'Asks a model with `prompt`.' },
                  { value: 'agent', description: 'Starts an agent with `prompt`.' },
                ],
                whenWrong,
              }),
              command: z.string().optional().meta({ description: 'The command to run.', whenWrong }),
              url: z.string().optional().meta({ description: 'The address to call.', whenWrong }),
              prompt: z.string().optional().meta({ description: 'What to ask.', whenWrong }),
              timeout: z
                .number()
                .optional()
                .meta({ description: 'After how long it is stopped.', whenWrong }),
            }),
          )
          .meta({ description: 'The hooks to run.', whenWrong }),
      }),
    ),
  );
}
