import type { MisplacedFiles, PluginPlacement } from '../../dialect/dialect.ts';

/**
 * Files of a Claude Code plugin, recognized by the manifest in its folder, or because a marketplace lists the folder or
 * it has hooks where only plugins have them: Claude Code requires no manifest (recorded with 2.1.332 on 2026-11-29).
 */
export function inClaudePlugin(
  named: PluginPlacement['named'],
  ...files: readonly string[]
): PluginPlacement {
  return {
    manifest: '.claude-plugin/plugin.json',
    isScope: true,
    listing: '.claude-plugin/marketplace.json',
    signs: [{ file: 'hooks/hooks.json', key: 'hooks' }],
    files,
    ...(named && { named }),
  };
}

/** Files of a plugin that lie beside its manifest, in `.claude-plugin`, as authors expect the layout to be. */
export function besideManifest(files: string, keys: readonly string[] = []): MisplacedFiles {
  const [folder, file] = [files.slice(0, files.indexOf('/')), files.slice(files.lastIndexOf('/') + 1)];
  const name = file.startsWith('*') ? '[^/]+\\.md' : file.replace('.', '\\.');
  return {
    files: [`**/.claude-plugin/${files}`],
    from: new RegExp(`/\\.claude-plugin/(${folder}/(?:[^/]+/)*${name})$`),
    to: '/$1',
    keys,
    consequence:
      'Claude Code reads only the manifest in `.claude-plugin`; the parts of a plugin are in its root',
  };
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
