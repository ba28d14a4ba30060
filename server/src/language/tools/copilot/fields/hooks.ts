import * as z from 'zod';
import { copilotHookEventTerms } from '../hooks.ts';
import { copilotCliObserved } from '../sources.ts';

const wrongRefuses = 'Copilot CLI does not load the file.';

/** `hooks` of a Copilot agent: events, each with a list of hooks. */
export function copilotHooksSchema() {
  const text = (description: string, defaultText?: string) =>
    z
      .string()
      .optional()
      .meta({ description, whenWrong: wrongRefuses, ...(defaultText && { defaultText }) });
  const common = {
    matcher: text('A regular expression that narrows when the hook runs.', 'Every occurrence of the event.'),
    cwd: text('The folder in which the hook runs.', 'The folder of the session.'),
    env: z.record(z.string(), z.string()).optional().meta({
      description: 'Environment variables for the hook; all values are texts.',
      whenWrong: wrongRefuses,
    }),
    timeoutSec: z.number().positive().optional().meta({
      description: 'After how many seconds the hook is stopped: a number above 0.',
      whenWrong: wrongRefuses,
    }),
  };
  const kind = <Word extends string>(word: Word, description: string) =>
    z.literal(word).meta({
      description: 'What kind of hook this is.',
      values: [{ value: word, description }],
      whenWrong: `Any other kind refuses: ${wrongRefuses}`,
      order: 1,
    });
  const command = z.looseObject({
    type: kind('command', 'Runs a program or a shell command.').optional().meta({ order: 1 }),
    bash: text('The command for Linux and macOS, run by Bash.'),
    powershell: text('The command for Windows, run by PowerShell.'),
    command: text('The command for every system.'),
    exec: text('A program that is run without a shell; it excludes the three above.'),
    args: z.array(z.string()).optional().meta({
      description: 'The arguments of `exec`.',
      whenWrong: wrongRefuses,
    }),
    ...common,
  });
  const http = z.looseObject({
    type: kind('http', 'Calls a web service.'),
    url: z.string().meta({
      description: 'The address to call. Hooks that decide on permissions must use `https://`.',
      whenWrong: wrongRefuses,
      order: 2,
    }),
    headers: z.record(z.string(), z.string()).optional().meta({
      description: 'Headers of the request; all values are texts.',
      whenWrong: wrongRefuses,
    }),
    ...common,
  });
  return z
    .record(
      z.string(),
      z
        .array(z.union([command, http]))
        .meta({ snippet: '\n  - type: command\n    ${1|bash,powershell,command|}: ${2:./check.sh}' }),
    )
    .meta({ keys: copilotHookEventTerms, source: copilotCliObserved });
}
