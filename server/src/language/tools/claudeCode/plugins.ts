import type { PluginPlacement } from '../../dialect/dialect.ts';

/**
 * Files of a plugin of Claude Code, whose manifest is the mark of its folder. Manifests are optional where a
 * marketplace lists the plugin; such a plugin cannot be told from any other folder.
 */
export function inClaudePlugin(
  named: NonNullable<PluginPlacement['named']>,
  ...files: readonly string[]
): PluginPlacement {
  return { manifest: '.claude-plugin/plugin.json', files, named };
}

/**
 * The keys by which a manifest says where its files lie, as Claude Code 2.1.329 was seen to take them on 2026-11-21.
 * Paths begin with `./`; folders are read with those in them, but a skill's only one deep. Under `agents` Claude Code wants
 * files, and refuses a plugin that names a folder there: what lies in it is meant for agents all the same.
 */
export const pluginPaths = {
  agents: { key: 'agents', below: ['**/*.md'], files: true, adds: false },
  commands: { key: 'commands', below: ['**/*.md'], files: true, adds: false },
  skills: { key: 'skills', below: ['SKILL.md', '*/SKILL.md'], files: false, adds: true },
  outputStyles: { key: 'outputStyles', below: ['**/*.md'], files: true, adds: false },
} as const;
