import * as z from 'zod';
import { qoderWhenWrong as whenWrong } from '../values.ts';

/** `mcpServers` of a Qoder agent: servers by their names, or names alone. */
export function qoderMcpServersSchema() {
  return z.union([
    z.record(
      z.string(),
      z
        .looseObject({
          command: z.string().optional().meta({ description: 'The program to start.', whenWrong }),
          args: z.array(z.string()).optional().meta({ description: 'The program’s arguments.', whenWrong }),
          env: z
            .record(z.string(), z.string())
            .optional()
            .meta({
              description: 'Environment variables for the program.',
              whenWrong: `Numbers and booleans need quotes. ${whenWrong}`,
            }),
          cwd: z.string().optional().meta({ description: 'The folder to start the program in.', whenWrong }),
          url: z.string().optional().meta({ description: 'The server’s address.', whenWrong }),
          headers: z
            .record(z.string(), z.string())
            .optional()
            .meta({ description: 'HTTP headers to send with every request.', whenWrong }),
          type: z
            .enum(['sse', 'http'])
            .optional()
            .meta({
              description: 'The protocol at `url`. `stdio` is refused: a server with `command` has no type.',
              values: [
                { value: 'sse', description: 'Server-sent events.' },
                { value: 'http', description: 'Streamable HTTP.' },
              ],
              whenWrong,
            }),
          timeout: z.number().optional().meta({ description: 'How long to wait for an answer.', whenWrong }),
          trust: z
            .boolean()
            .optional()
            .meta({ description: 'Runs the server’s tools without asking.', whenWrong }),
        })
        .meta({ description: 'One server, by its name.' }),
    ),
    z.array(z.string()),
  ]);
}
