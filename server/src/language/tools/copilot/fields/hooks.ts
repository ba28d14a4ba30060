import * as z from 'zod';
import { copilotHookEventTerms } from '../hooks.ts';
import { copilotCliObserved } from '../sources.ts';

const wrongRefuses = 'Copilot CLI does not load the file.';

/** `hooks` of a Copilot agent: events, each with a list of hooks. */
export function copilotHooksSchema() {
  const string = (description: string, defaultText?: string) =>
    z
      .string()
      .optional()
      .meta({ description, whenWrong: wrongRefuses, ...(defaultText && { defaultText }) });
  const common = {
    matcher: string('A regular expression that limits when the hook runs.', 'Every occurrence of the event.'),
    cwd: string('The folder in which the hook runs.', 'The folder of the session.'),
    env: z.record(z.string(), z.string()).optional().meta({
      description: 'Environment variables for the hook; all values are strings.',
      whenWrong: wrongRefuses,
    }),
    timeoutSec: z.number().positive().optional().meta({
      description: 'The number of seconds after which the hook is stopped: a positive number.',
      whenWrong: wrongRefuses,
    }),
  };
  const kind = <Kind extends string>(value: Kind, description: string) =>
    z.literal(value).meta({
      description: 'The type of the hook.',
      values: [{ value, description }],
      whenWrong: `Any other type: ${wrongRefuses}`,
      order: 1,
    });
  const command = z.looseObject({
    type: kind('command', 'Runs a program or a shell command.').optional().meta({ order: 1 }),
    bash: string('The command for Linux and macOS, run by Bash.'),
    powershell: string('The command for Windows, run by PowerShell.'),
    command: string('The command for every system.'),
    exec: string('A program that runs without a shell; it excludes the three above.'),
    args: z.array(z.string()).optional().meta({
      description: 'The arguments of `exec`.',
      whenWrong: wrongRefuses,
    }),
    ...common,
  });
  const http = z.looseObject({
    type: kind('http', 'Calls a web service.'),
    url: z.string().meta({
      description: 'The URL to call. Hooks that decide on permissions must use `https://`.',
      whenWrong: wrongRefuses,
      order: 2,
    }),
    headers: z.record(z.string(), z.string()).optional().meta({
      description: 'Headers of the request; all values are strings.',
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
