import { AgentDocument } from '../document/agentDocument.ts';
import type { EnvironmentFile, KnownServer } from './effective.ts';
import { isMapping } from './shape.ts';

/**
 * The MCP servers that configuration files of a project name under `key`, JSON with or without comments; `undefined`
 * without such a file, when nothing is known of them. `isOff` says of a server's settings that it is turned off.
 */
export function serversIn(
  files: readonly EnvironmentFile[],
  key: string,
  isOff: (settings: Readonly<Record<string, unknown>>) => boolean = () => false,
): KnownServer[] | undefined {
  if (files.length === 0) return undefined;
  const names = files.flatMap(({ text }) => {
    const servers: unknown = AgentDocument.of(text, 'file:///servers.json').entry(key)?.value;
    if (!isMapping(servers)) return [];
    return Object.entries(servers).flatMap(([name, settings]) =>
      isMapping(settings) && isOff(settings) ? [] : [name],
    );
  });
  return [...new Set(names)].map(name => ({ name, canBeNamed: true }));
}

/** How a tool names the tools of MCP servers: `mcp__server__tool`. `*` as the tool stands for all of a server. */
export type ServerToolName = (server: string, tool: string) => string;

/** The tools of servers by the names that agents have; one name for all of a server whose tools are not known. */
export function serverTools(servers: readonly KnownServer[], named: ServerToolName): string[] {
  return servers.flatMap(({ name, tools = ['*'] }) => tools.map(tool => named(name, tool)));
}
