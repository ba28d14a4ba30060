import type { KnownServer } from '../loading/effective.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Why the tool does not start an agent that loads, because of the MCP servers that there are in the workspace;
 * `undefined` if it starts it, or may.
 */
export function refusedStart(
  snapshot: Pick<Snapshot, 'document' | 'dialect' | 'loader' | 'load' | 'path' | 'workspace'>,
): string | undefined {
  const { document, loader, load, path } = snapshot;
  if (!load.loads || !loader.effective || !dependsOnServers(snapshot)) return undefined;
  const servers = serversFor(snapshot);
  if (servers.length === 0) return undefined;
  const environment = { role: 'subagent', isTrusted: true, servers } as const;
  const { starts, reason } = loader.effective({ document, path }, load, environment);
  return starts ? undefined : (reason ?? undefined);
}

/** Whether all the tools of an agent are those of servers. To find the servers takes a look at all names. */
function dependsOnServers({ dialect, load }: Pick<Snapshot, 'dialect' | 'load'>): boolean {
  const prefix = dialect.references?.serverTools;
  if (prefix === undefined || load.tools === null) return false;
  const hasServers = load.fields.mcpServers !== undefined;
  return load.tools.every(tool => tool.startsWith(prefix)) && (load.tools.length > 0 || hasServers);
}

function serversFor({ loader, workspace }: Pick<Snapshot, 'loader' | 'workspace'>): KnownServer[] {
  const names = new Set<string>();
  for (const [name, file] of workspace.names.all())
    if (file.tool === loader.tool && file.definesServers) names.add(name);
  return [...names].map(name => ({ name, canBeNamed: true }));
}
