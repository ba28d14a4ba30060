import * as z from 'zod';
import { geminiServerTypes } from '../values.ts';
import { geminiGoogleAuth, geminiOAuth } from './auth.ts';

const whenWrong = 'Gemini CLI does not load the file.';

/** `mcp_servers` of a local agent: servers for this agent only. */
export function geminiMcpServersSchema() {
  const string = (description: string) => z.string().optional().meta({ description, whenWrong });
  const strings = (description: string) => z.array(z.string()).optional().meta({ description, whenWrong });
  const mapping = (description: string, more: string) =>
    z
      .record(z.string(), z.string())
      .optional()
      .meta({ description, whenWrong: `${more} ${whenWrong}` });
  const server = z.looseObject({
    command: string('The program to start.'),
    args: strings('The arguments of the program.'),
    env: mapping('Environment variables for the program.', 'Numbers and booleans must be quoted.'),
    cwd: string('The folder to start the program in.'),
    url: string('The URL of the server.'),
    http_url: string('The URL of the server, for streamable HTTP. `httpUrl` is dropped silently.'),
    headers: mapping('HTTP headers to send with every request.', 'Numbers and booleans must be quoted.'),
    tcp: string('The TCP address of the server.'),
    type: z
      .enum(geminiServerTypes.map(({ value }) => value))
      .optional()
      .meta({
        description:
          'The protocol of `url`. A server that is started by `command` has none: `stdio` is refused.',
        values: geminiServerTypes,
        whenWrong,
      }),
    timeout: z
      .number()
      .optional()
      .meta({ description: 'How long to wait for a response, in milliseconds.', whenWrong }),
    trust: z
      .boolean()
      .optional()
      .meta({ description: 'Runs the tools of the server without asking.', whenWrong }),
    description: string('What the server is for.'),
    include_tools: z.array(z.string()).optional().meta({
      description: 'The tools to include from the server. `includeTools` is dropped silently.',
      limits: true,
      defaultText: 'All of them.',
      whenWrong,
    }),
    exclude_tools: z.array(z.string()).optional().meta({
      description: 'The tools to exclude. `excludeTools` is dropped silently.',
      limits: true,
      defaultText: 'None.',
      whenWrong,
    }),
    auth: z
      .union([geminiGoogleAuth(), geminiOAuth()])
      .optional()
      .meta({ description: 'How to sign in to the server.', whenWrong }),
  });
  return z.record(
    z.string(),
    server.meta({
      description:
        'One server, under the name that its tools start with: `mcp_<name>_<tool>`. Do not use underscores in it.',
    }),
  );
}
