/**
 * The release that the files in this folder emulate, and the day on which its behavior was recorded. Subagents were
 * recorded with 2.1.329 on 2026-11-21; all verdicts were found unchanged in this release.
 */
export const emulated = { tool: 'Claude Code', version: '2.1.332', recorded: '2026-11-29' } as const;

/** Who reads the file: `local` for project and user agents, `plugin` for those that a plugin brings. */
export type Flavor = 'local' | 'plugin';
