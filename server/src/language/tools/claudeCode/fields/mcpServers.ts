import * as z from 'zod';
import { claudeMcpDocumentation } from '../sources.ts';
import { claudeMcpServerTypes } from '../values.ts';

/** `mcpServers` of an agent: a list of names of configured servers, and of servers defined inline. */
export function claudeMcpServersSchema() {
  const configuration = serverSchema().meta({
    description: 'A server defined for this agent only, written like an entry of `.mcp.json`.',
    source: claudeMcpDocumentation,
  });
  return z.array(z.union([z.string(), z.record(z.string(), configuration)]));
}

/** `mcpServers` of `.mcp.json`: servers by name. */
export function claudeMcpServerMapSchema() {
  return z.record(z.string(), serverSchema());
}

function serverSchema() {
  const [stdio, ...remote] = claudeMcpServerTypes;
  const local = z.looseObject({
    type: z
      .literal(stdio!.value)
      .optional()
      .meta({ ...type, values: [stdio!] }),
    command: z.string().meta({ description: 'The program to start.', order: 2 }),
    args: z.array(z.string()).optional().meta({ description: 'The program’s arguments.', order: 3 }),
    env: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'Environment variables for the program.', order: 4 }),
  });
  const server = z.looseObject({
    type: z.enum(remote.map(({ value }) => value)).meta({ ...type, values: remote }),
    url: z.url().meta({ description: 'The server’s address.', order: 2 }),
    headers: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'HTTP headers to send with every request.', order: 3 }),
  });
  return z.union([local, server]);
}

const type = {
  description:
    'How the server is reached. An entry with a `url` and without a `type` is treated as `stdio`, and fails.',
  defaultText: '`stdio`.',
  order: 1,
} as const;
