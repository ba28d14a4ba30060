import type { Invocation } from '../loading/loader.ts';
import type { Snapshot } from '../snapshot.ts';

/** The name by which the tool knows what a file defines; in a plugin with the plugin's before it: `kit:lint`. */
export function fullNameOf({
  load,
  plugin,
  dialect,
}: Pick<Snapshot, 'load' | 'plugin' | 'dialect'>): string | null {
  const isScoped = plugin !== undefined && dialect.defines !== undefined && load.loads;
  return load.name !== null && isScoped ? `${plugin}:${load.name}` : load.name;
}

/** How a skill or command is called, with the same names. */
export function fullInvocationOf({
  load,
  plugin,
}: Pick<Snapshot, 'load' | 'plugin'>): Invocation | undefined {
  const { invocation, name } = load;
  if (!invocation || plugin === undefined || !load.loads) return invocation;
  const { menu, listing } = invocation;
  const label = menu?.name.startsWith(`${plugin}:`) ? menu.name : `${plugin}:${menu?.name}`;
  const start = `- ${name}`;
  return {
    ...invocation,
    menu: menu && { ...menu, name: label },
    listing: listing?.startsWith(start) ? `- ${plugin}:${name}${listing.slice(start.length)}` : listing,
  };
}
