import type { Effective, Environment, EnvironmentReader, KnownServer } from '../../../loading/effective.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { type ServerToolName, serversIn, serverTools } from '../../../loading/serverConfig.ts';
import { isMapping } from '../../../loading/shape.ts';
import { notStarted, refusalOf, sortedTools, startedWith } from '../../../loading/started.ts';
import { copilotCliAlways, copilotCliSometimes, copilotElsewhere } from '../tools.ts';
import { grants, isServerTool } from './tools.ts';

/** The server that Copilot itself has while it is online. */
const ofGithub = 'github';

/**
 * Returns what Copilot CLI starts an agent with, given how it loads the file: what each name in the list grants, and two
 * tools that every agent has. By recorded requests (2026-11-29).
 */
export function effectiveAgent(load: LoadResult, environment: Environment): Effective {
  const refusal = refusalOf(load);
  if (refusal !== undefined) return notStarted(refusal);
  const model = load.model ?? environment.model ?? null;
  if (load.tools === null) return startedWith({ tools: null, model });
  const granted = (load.fields.tools as readonly string[]).flatMap(name => toolsOf(name, load, environment));
  return startedWith({
    tools: sortedTools([
      ...copilotCliAlways,
      ...granted.filter(({ where }) => where === undefined).map(({ tool }) => tool),
    ]),
    conditional: granted.flatMap(({ tool, where }) => (where === undefined ? [] : [{ tool, where }])),
    model,
  });
}

/** A tool that a name grants, and in which sessions where not in all. */
interface Granted {
  readonly tool: string;
  readonly where?: string;
}

function toolsOf(name: string, { fields }: LoadResult, { servers }: Environment): readonly Granted[] {
  const own = grants(name);
  if (own)
    return own.map(tool => {
      const where = copilotCliSometimes.get(tool);
      return { tool, ...(where !== undefined && { where }) };
    });
  const folded = name.toLowerCase();
  const known = [...(servers ?? []), ...ownServers(fields['mcp-servers'])];
  const found = known.flatMap(server => ofServer(server, folded));
  if (found.length > 0) return found.map(tool => ({ tool }));
  const [server = '', tool] = name.split('/');
  if (copilotElsewhere.has(folded) || server.includes('.')) return [];
  if (server.toLowerCase() === ofGithub && tool)
    return [{ tool: copilotServerTool(server, tool), where: copilotCliSometimes.get('web_fetch')! }];
  if (servers !== undefined) return [];
  // Of servers that nobody here knows, the name stands for what they may have.
  if (tool) return [{ tool: copilotServerTool(server.toLowerCase(), tool) }];
  return isServerTool(name) ? [{ tool: name, where: 'with an MCP server that has it' }] : [];
}

/** The tools of a server that a name in lowercase stands for: `server/tool`, `server/*` or `server-tool`. */
function ofServer(server: KnownServer, name: string): string[] {
  const start = `${server.name.toLowerCase()}/`;
  if (name === `${start}*`) return serverTools([server], copilotServerTool);
  if (server.tools === undefined)
    return name.startsWith(start) ? [copilotServerTool(server.name, name.slice(start.length))] : [];
  return server.tools
    .filter(tool =>
      [start + tool.toLowerCase(), copilotServerTool(server.name, tool).toLowerCase()].includes(name),
    )
    .map(tool => copilotServerTool(server.name, tool));
}

/** The servers that an agent brings, with the tools that it takes of them. */
function ownServers(servers: unknown): KnownServer[] {
  if (!isMapping(servers)) return [];
  return Object.entries(servers).map(([name, settings]) => {
    const tools = isMapping(settings) && Array.isArray(settings.tools) ? settings.tools.map(String) : ['*'];
    return { name, canBeNamed: false, ...(!tools.includes('*') && { tools }) };
  });
}

/** How Copilot CLI names the tool of an MCP server. */
const copilotServerTool: ServerToolName = (server, tool) => `${server}-${tool}`;

/** The MCP servers that the user's own agents are beside. Which ones a project adds is not known. */
export const copilotCliEnvironment: EnvironmentReader = {
  projectOf: path => /^(.*\/\.copilot\/)agents\//s.exec(path)?.[1],
  files: ['mcp-config.json'],
  pluginFiles: [],
  read(files) {
    const servers = serversIn(files, 'mcpServers');
    return servers ? { servers } : {};
  },
};
