import type { Effective, Environment, EnvironmentReader, KnownServer } from '../../../loading/effective.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { type ServerToolName, serversIn, serverTools } from '../../../loading/serverConfig.ts';
import { isMapping } from '../../../loading/shape.ts';
import { notStarted, refusalOf, sortedTools, startedWith } from '../../../loading/started.ts';
import { geminiTools } from '../tools.ts';
import { currentToolName } from './toolNames.ts';

/** The tool by which an agent returns its result: each has it. */
const always = 'complete_task';

/**
 * Returns what Gemini CLI starts an agent with, given how it loads the file: the tools of its list that exist, and all
 * tools of its own servers. By recorded requests (2026-11-29) and the release’s code.
 */
export function effectiveAgent(load: LoadResult, environment: Environment): Effective {
  const refusal = refusalOf(load);
  if (refusal !== undefined) return notStarted(refusal);
  const model = load.model === null || load.model === 'inherit' ? (environment.model ?? null) : load.model;
  if (load.tools === null || load.tools.includes('*')) return startedWith({ tools: null, model });
  const listed = load.tools.map(name => currentToolName(name) ?? name);
  const own = serverTools(ownServers(load.fields.mcp_servers), geminiServerTool);
  const known = geminiTools.filter(({ value }) => listed.includes(value));
  return startedWith({
    tools: sortedTools([
      always,
      ...listed.filter(name => !geminiTools.some(({ value }) => value === name)).flatMap(ofServers),
      ...known.filter(({ unavailable, onlyIn }) => !unavailable && !onlyIn).map(({ value }) => value),
      ...own,
    ]),
    conditional: known
      .filter(({ onlyIn }) => onlyIn !== undefined)
      .map(({ value, onlyIn }) => ({ tool: value, where: onlyIn! })),
    model,
  });

  function ofServers(name: string): readonly string[] {
    const { servers } = environment;
    if (!name.startsWith('mcp_') || servers === undefined) return [name];
    return servers.flatMap(server => {
      const whole = geminiServerTool(server.name, '*');
      if (name === 'mcp_*' || name === whole) return serverTools([server], geminiServerTool);
      if (server.tools === undefined) return name.startsWith(whole.slice(0, -1)) ? [name] : [];
      return serverTools([server], geminiServerTool).filter(tool => tool === name);
    });
  }
}

/** The servers that an agent brings, with the tools that it takes of them. */
function ownServers(servers: unknown): KnownServer[] {
  if (!isMapping(servers)) return [];
  return Object.entries(servers).map(([name, settings]) => {
    const tools = isMapping(settings) ? settings.include_tools : undefined;
    return { name, canBeNamed: false, ...(Array.isArray(tools) && { tools: tools.map(String) }) };
  });
}

/** How Gemini CLI names the tool of an MCP server. */
const geminiServerTool: ServerToolName = (server, tool) => `mcp_${server}_${tool}`;

/** The MCP servers that a project’s own settings give to Gemini CLI’s agents. Those of the user are not known. */
export const geminiEnvironment: EnvironmentReader = {
  projectOf: path => /^(.*\/)\.gemini\//s.exec(path)?.[1],
  files: ['.gemini/settings.json'],
  pluginFiles: [],
  read(files) {
    const servers = serversIn(files, 'mcpServers');
    return servers ? { servers } : {};
  },
};
