import type { Effective, Environment, EnvironmentReader, KnownServer } from '../../../loading/effective.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { type ServerToolName, serversIn, serverTools } from '../../../loading/serverConfig.ts';
import { isMapping } from '../../../loading/shape.ts';
import { notStarted, refusalOf, sortedTools, startedWith } from '../../../loading/started.ts';
import { qwenTools } from '../tools.ts';

const available = qwenTools.filter(({ unavailable }) => !unavailable);
const byName = new Map(
  available.flatMap(tool => [tool.value, ...(tool.aliases ?? [])].map(name => [name, tool] as const)),
);

/**
 * Returns what Qwen Code starts an agent with, given how it loads the file: the tools after both lists, and the model that
 * is sent. By recorded requests (2026-11-29) and the release’s code.
 */
export function effectiveAgent(load: LoadResult, environment: Environment): Effective {
  const refusal = refusalOf(load);
  if (refusal !== undefined) return notStarted(refusal);
  const { servers } = environment;
  const known = [...(servers ?? []), ...ownServers(load.fields.mcpServers)];
  const denials = load.disallowedTools ?? [];
  const isKept = (tool: string): boolean => !denials.some(denial => isDenied(tool, denial));
  const common = { model: sentModel(load.model, environment), permissionMode: load.permissionMode };
  const list = load.tools ?? [];
  if (list.length === 0 || list.includes('*')) {
    const every = [
      ...available.filter(({ onlyIn }) => onlyIn === undefined).map(({ value }) => value),
      ...serverTools(known, qwenServerTool),
    ];
    const kept = every.filter(isKept);
    return startedWith({ ...common, tools: kept.length === every.length ? null : sortedTools(kept) });
  }
  const given = list.flatMap(name => byName.get(name) ?? []).filter(({ value }) => isKept(value));
  return startedWith({
    ...common,
    tools: sortedTools([
      ...given.filter(({ onlyIn }) => onlyIn === undefined).map(({ value }) => value),
      ...list.filter(name => isServerTool(name, servers && known) && isKept(name)),
    ]),
    conditional: given.flatMap(({ value, onlyIn }) =>
      onlyIn === undefined ? [] : [{ tool: value, where: onlyIn }],
    ),
  });
}

function ownServers(servers: unknown): KnownServer[] {
  return isMapping(servers) ? Object.keys(servers).map(name => ({ name, canBeNamed: false })) : [];
}

/** Whether a name in a list is that of one tool of a server: whole servers are not understood there. */
function isServerTool(name: string, servers: readonly KnownServer[] | undefined): boolean {
  if (!/^mcp__.+?__[^*]+$/.test(name)) return false;
  return (
    servers === undefined ||
    servers.some(server =>
      server.tools
        ? serverTools([server], qwenServerTool).includes(name)
        : name.startsWith(qwenServerTool(server.name, '')),
    )
  );
}

/** Whether a denial takes away a tool: by its name, and of servers also as a whole or by a pattern. */
function isDenied(tool: string, denial: string): boolean {
  if (!tool.startsWith('mcp__')) return (byName.get(denial)?.value ?? denial) === tool;
  return denial !== '*' && deniesServerTool(denial, tool);
}

/** Whether a denial is of tools of servers, and of this one. */
function deniesServerTool(denial: string, tool: string): boolean {
  if (denial === tool) return true;
  if (denial.endsWith('*')) return tool.startsWith(denial.slice(0, -1));
  return denial.split('__').length === 2 && tool.startsWith(`${denial}__`);
}

/** The model’s id: what stands before a colon can name the provider. */
function sentModel(model: string | null, environment: Environment): string | null {
  const plain = model?.trim();
  if (!plain || plain === 'inherit' || plain === 'fast') return environment.model ?? null;
  return plain.replace(/^(?:openai|qwen-oauth|gemini|vertex-ai|anthropic)\s*:\s*/, '');
}

/** How Qwen Code names the tool of an MCP server. */
const qwenServerTool: ServerToolName = (server, tool) => `mcp__${server}__${tool}`;

/** The MCP servers that a project’s own settings give to Qwen Code’s agents. Those of the user are not known. */
export const qwenEnvironment: EnvironmentReader = {
  projectOf: path => /^(.*\/)\.qwen\//s.exec(path)?.[1],
  files: ['.qwen/settings.json'],
  pluginFiles: [],
  read(files) {
    const servers = serversIn(files, 'mcpServers');
    return servers ? { servers } : {};
  },
};
