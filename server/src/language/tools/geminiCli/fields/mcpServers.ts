import * as z from 'zod';
import { geminiServerTypes } from '../values.ts';
import { geminiGoogleAuth, geminiOAuth } from './auth.ts';

const whenWrong = 'Gemini CLI then refuses the whole file.';

/** `mcp_servers` of a local agent: servers that only this agent has. */
export function geminiMcpServersSchema() {
  const word = (description: string) => z.string().optional().meta({ description, whenWrong });
  const words = (description: string) => z.array(z.string()).optional().meta({ description, whenWrong });
  const texts = (description: string, more: string) =>
    z
      .record(z.string(), z.string())
      .optional()
      .meta({ description, whenWrong: `${more} ${whenWrong}` });
  const server = z.looseObject({
    command: word('The program to start.'),
    args: words('The program’s arguments.'),
    env: texts('Environment variables for the program.', 'Numbers and booleans need quotes.'),
    cwd: word('The folder to start the program in.'),
    url: word('The server’s address.'),
    http_url: word('The server’s address, for streamable HTTP. `httpUrl` is dropped without a word.'),
    headers: texts('HTTP headers to send with every request.', 'Numbers and booleans need quotes.'),
    tcp: word('The server’s TCP address.'),
    type: z
      .enum(geminiServerTypes.map(({ value }) => value))
      .optional()
      .meta({
        description:
          'The protocol at `url`. A server that is started by `command` has none: `stdio` is refused.',
        values: geminiServerTypes,
        whenWrong,
      }),
    timeout: z
      .number()
      .optional()
      .meta({ description: 'How long to wait for an answer, in milliseconds.', whenWrong }),
    trust: z.boolean().optional().meta({ description: 'Runs the server’s tools without asking.', whenWrong }),
    description: word('What the server is for.'),
    include_tools: z.array(z.string()).optional().meta({
      description: 'The tools to take from the server. `includeTools` is dropped without a word.',
      limits: true,
      defaultText: 'All of them.',
      whenWrong,
    }),
    exclude_tools: z.array(z.string()).optional().meta({
      description: 'The tools to leave out. `excludeTools` is dropped without a word.',
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
        'One server, by the name that its tools begin with: `mcp_<name>_<tool>`. Keep underscores out of it.',
    }),
  );
}
