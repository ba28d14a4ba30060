import * as z from 'zod';
import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import { oneOf } from '../../shared/shapes.ts';
import { copilotCliObserved } from '../sources.ts';
import { copilotLocalServers, copilotRemoteServers } from '../values.ts';

const refused = 'Copilot CLI does not load the file.';

/** `mcp-servers` of a Copilot agent: a mapping of names to servers. */
export function copilotMcpServersSchema() {
  const tools = {
    tools: z.array(z.string()).meta({
      description: 'The available tools of the server: names, or `"*"` for all of them.',
      whenWrong: `Missing, or not a list: ${refused}`,
      order: 4,
      snippet: ' ["${1:*}"]',
    }),
    timeout: z.int().positive().optional().meta({
      description: 'How long to wait for a response, in milliseconds.',
      whenWrong: refused,
    }),
  };
  const local = z.looseObject({
    type: kind(copilotLocalServers, '`local`').optional().meta({ order: 1 }),
    command: z.string().meta({ description: 'The program to start.', whenWrong: refused, order: 2 }),
    args: z.array(z.string()).meta({
      description: 'The arguments of the program; `[]` when there are none.',
      whenWrong: `Missing, or not a list: ${refused}`,
      order: 3,
      snippet: ' [${1}]',
    }),
    ...tools,
    env: z
      .record(z.string(), z.string())
      .optional()
      .meta({
        description:
          'Environment variables of the program. `${{ secrets.COPILOT_MCP_X }}` and `$COPILOT_MCP_X` are replaced by a secret of the repository.',
        whenWrong: `A value that is not a string: ${refused}`,
      }),
    cwd: z
      .string()
      .optional()
      .meta({ description: 'The working directory of the program.', whenWrong: refused }),
  });
  const remote = z.looseObject({
    type: kind(copilotRemoteServers),
    url: z.string().meta({ description: 'The URL of the server.', whenWrong: refused, order: 2 }),
    ...tools,
    headers: z.record(z.string(), z.string()).optional().meta({
      description: 'Headers of each request; all values are strings.',
      whenWrong: refused,
    }),
  });
  return z.record(z.string(), z.union([local, remote])).meta({ source: copilotCliObserved });
}

function kind(entries: readonly VocabularyEntry[], defaultValue?: string) {
  return oneOf(entries).meta({
    description: 'How to connect to the server.',
    values: entries,
    whenWrong: refused,
    order: 1,
    ...(defaultValue && { defaultText: `${defaultValue}, unless there is a \`url\`.` }),
  });
}
