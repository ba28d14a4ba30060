/**
 * Which files are agent files, as globs over absolute paths. They are the server's dialects' globs, repeated here
 * because VS Code must know them before a server runs: package.json's `activationEvents` and the `when` clauses of
 * its menus say the same, and a test compares the three.
 */
export const agentFileGlobs: readonly string[] = ['**/.claude/agents/**/*.md'];

/** A project's own configuration, whose text the server also reads from the editor while it is open. */
export const configurationFileGlob = '**/.agentfilesrc';
