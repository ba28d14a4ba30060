import * as z from 'zod';
import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import { oneOf } from '../../shared/shapes.ts';
import { copilotCliObserved } from '../sources.ts';
import { copilotLocalServers, copilotRemoteServers } from '../values.ts';

const refused = 'Copilot CLI does not load the file.';

/** `mcp-servers` of a Copilot agent: a map from names to servers. */
export function copilotMcpServersSchema() {
  const tools = {
    tools: z.array(z.string()).meta({
      description: 'The tools of the server that are to be had: names, or `"*"` for all of them.',
      whenWrong: `It must be there and be a list. Otherwise: ${refused}`,
      order: 4,
      snippet: ' ["${1:*}"]',
    }),
    timeout: z.int().positive().optional().meta({
      description: 'How long to wait for an answer, in milliseconds.',
      whenWrong: refused,
    }),
  };
  const local = z.looseObject({
    type: kind(copilotLocalServers, '`local`').optional().meta({ order: 1 }),
    command: z.string().meta({ description: 'The program to start.', whenWrong: refused, order: 2 }),
    args: z.array(z.string()).meta({
      description: 'The arguments of the program; `[]` when there are none.',
      whenWrong: `It must be there and be a list. Otherwise: ${refused}`,
      order: 3,
      snippet: ' [${1}]',
    }),
    ...tools,
    env: z
      .record(z.string(), z.string())
      .optional()
      .meta({
        description:
          'Environment variables of the program. `${{ secrets.COPILOT_MCP_X }}` and `$COPILOT_MCP_X` stand for a secret of the repository.',
        whenWrong: `A value that is no text refuses the file: ${refused}`,
      }),
    cwd: z.string().optional().meta({ description: 'The folder of the program.', whenWrong: refused }),
  });
  const remote = z.looseObject({
    type: kind(copilotRemoteServers),
    url: z.string().meta({ description: 'The address of the server.', whenWrong: refused, order: 2 }),
    ...tools,
    headers: z.record(z.string(), z.string()).optional().meta({
      description: 'Headers of each request; all values are texts.',
      whenWrong: refused,
    }),
  });
  return z.record(z.string(), z.union([local, remote])).meta({ source: copilotCliObserved });
}

function kind(terms: readonly VocabularyEntry[], usual?: string) {
  return oneOf(terms).meta({
    description: 'How the server is reached.',
    values: terms,
    whenWrong: refused,
    order: 1,
    ...(usual && { defaultText: `${usual}, unless there is a \`url\`.` }),
  });
}
