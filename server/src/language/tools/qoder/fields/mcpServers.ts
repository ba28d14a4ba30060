import * as z from 'zod';
import { qoderWhenWrong as whenWrong } from '../values.ts';

/** `mcpServers` of a Qoder agent: servers by name, or only names. */
export function qoderMcpServersSchema() {
  return z.union([
    z.record(
      z.string(),
      z
        .looseObject({
          command: z.string().optional().meta({ description: 'The program to start.', whenWrong }),
          args: z
            .array(z.string())
            .optional()
            .meta({ description: 'The arguments of the program.', whenWrong }),
          env: z
            .record(z.string(), z.string())
            .optional()
            .meta({
              description: 'Environment variables for the program.',
              whenWrong: `Numbers and booleans need quotes. ${whenWrong}`,
            }),
          cwd: z.string().optional().meta({ description: 'The folder to start the program in.', whenWrong }),
          url: z.string().optional().meta({ description: 'The URL of the server.', whenWrong }),
          headers: z
            .record(z.string(), z.string())
            .optional()
            .meta({ description: 'HTTP headers to send with every request.', whenWrong }),
          type: z
            .enum(['sse', 'http'])
            .optional()
            .meta({
              description: 'The protocol of `url`. `stdio` is refused: a server with `command` has no type.',
              values: [
                { value: 'sse', description: 'Server-sent events.' },
                { value: 'http', description: 'Streamable HTTP.' },
              ],
              whenWrong,
            }),
          timeout: z.number().optional().meta({ description: 'How long to wait for a response.', whenWrong }),
          trust: z
            .boolean()
            .optional()
            .meta({ description: 'Runs the tools of the server without asking.', whenWrong }),
        })
        .meta({ description: 'One server.' }),
    ),
    z.array(z.string()),
  ]);
}
