import type { Bundling } from '../dialect.ts';

/**
 * Files of a plugin of Claude Code, whose manifest is the mark of its folder. Manifests are optional where a
 * marketplace lists the plugin; such a plugin cannot be told from any other folder.
 */
export function inClaudePlugin(...files: readonly string[]): Bundling {
  return { marker: '.claude-plugin/plugin.json', files };
}
