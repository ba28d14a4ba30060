/** The release that the files in this folder emulate, and the day on which its behavior was recorded. */
export const emulated = { tool: 'Claude Code', version: '2.1.329', recorded: '2026-11-21' } as const;

/** Who reads the file: `local` for project and user agents, `plugin` for those that a plugin brings. */
export type Flavor = 'local' | 'plugin';
