import type { PluginPlacement } from '../../dialect/dialect.ts';

/**
 * Files of a Claude Code plugin, recognized by the manifest in its folder. Manifests are optional where a
 * marketplace lists the plugin; such a plugin cannot be distinguished from any other folder.
 */
export function inClaudePlugin(
  named: NonNullable<PluginPlacement['named']>,
  ...files: readonly string[]
): PluginPlacement {
  return { manifest: '.claude-plugin/plugin.json', files, named };
}

/**
 * The keys by which a manifest says where its files are, as observed in Claude Code 2.1.329 on 2026-11-21.
 * Paths start with `./`; folders are read with their subfolders, but a skill's only one level deep. Under `agents` Claude
 * Code expects files, and rejects a plugin that names a folder there; its files are meant as agents all the same.
 */
export const pluginPaths = {
  agents: { key: 'agents', below: ['**/*.md'], files: true, adds: false },
  commands: { key: 'commands', below: ['**/*.md'], files: true, adds: false },
  skills: { key: 'skills', below: ['SKILL.md', '*/SKILL.md'], files: false, adds: true },
  outputStyles: { key: 'outputStyles', below: ['**/*.md'], files: true, adds: false },
} as const;
