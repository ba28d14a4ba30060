import { decoded } from '../decoded.ts';
import type { NamedSource } from './reference.ts';

/**
 * The names under which other files know what a file defines, or the servers that it has; none when it does not load. In a plugin whose tool sets the
 * plugin's name before them, they have it: `kit:worker`.
 */
export function namesOf({ document, dialect, load, plugin }: NamedSource): string[] {
  if (!load.loads) return [];
  const servers = dialect.servers?.(load, plugin) ?? [];
  if (load.name === null || dialect.defines === undefined) return [...new Set(servers)];
  const label = dialect.defines === 'skill' ? document.entry('name')?.value : undefined;
  const own = [load.name, ...(typeof label === 'string' && label !== '' ? [label] : [])];
  if (dialect.references?.byFileName && dialect.defines === 'agent') own.push(fileNameOf(document.uri));
  const scoped = plugin === undefined ? own : own.map(name => `${plugin}:${name}`);
  return [...new Set(scoped)];
}

/** The name of a file without its extensions: `reviewer` of `reviewer.agent.md`. */
function fileNameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1)).replace(/(?:\.(?:agent|chatmode|prompt))?\.md$/, '');
}
