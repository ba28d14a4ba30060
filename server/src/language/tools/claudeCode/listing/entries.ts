import type { EnvironmentPlugin } from '../../../loading/effective.ts';
import {
  type ListedEntry,
  type ListedFile,
  listedFile,
  type SkillListing,
} from '../../../loading/listing.ts';
import { claudeCodeCommand } from '../loader/command.ts';
import { pluginName } from '../loader/environment.ts';
import { claudeCodeSkill } from '../loader/skillFile.ts';
import { defaultModel, listSkills } from './listing.ts';
import { enabledPlugins } from './settings.ts';

/** The listing of Claude Code's skills and commands. Those of the user and of installed plugins are not known. */
export const claudeListing: SkillListing = {
  target: 'claude',
  title: 'Claude Code',
  evidence: '2.1.329, recorded 2026-11-29',
  files: ['.claude/skills/*/SKILL.md', '.claude/commands/**/*.md'],
  pluginFiles: ['.claude-plugin/plugin.json', 'skills/*/SKILL.md', 'commands/**/*.md'],
  settings: ['.claude/settings.json', '.claude/settings.local.json'],
  windows: [
    { window: '1m', model: defaultModel },
    { window: '200k', model: 'claude-sonnet-4-5' },
  ],
  entryOf,
  enabledPlugins,
  read: (files, plugins) => [
    ...files.flatMap(file => entryOf(listedFile(file)) ?? []),
    ...plugins.flatMap(plugin => ofPlugin(plugin)),
  ],
  list: listSkills,
};

function ofPlugin(plugin: EnvironmentPlugin): ListedEntry[] {
  const name = pluginName(plugin);
  return plugin.files.flatMap(file => {
    const entry = entryOf(listedFile(file), name);
    return entry ? { ...entry, path: `${plugin.path}${entry.path}` } : [];
  });
}

/** The entry of a file; `undefined` where the model is not told of it. In a plugin only what is written counts. */
function entryOf({ path, load }: ListedFile, plugin?: string): ListedEntry | undefined {
  if (!path.endsWith('.md')) return undefined;
  const kind = /(?:^|\/)skills\//.test(path) ? 'skill' : 'command';
  const loader = kind === 'skill' ? claudeCodeSkill : claudeCodeCommand;
  const { listed, name } = load(loader);
  if (!listed || name === null || (plugin !== undefined && !listed.isWritten)) return undefined;
  const { description } = listed;
  if (plugin === undefined) return { path, id: name, name: listed.name, description, kind, scope: 'project' };
  const id = `${plugin}:${kind === 'skill' ? name.replace(/[^A-Za-z0-9_-]/g, '-') : name}`;
  return { path, id, name: id + listed.name.slice(name.length), description, kind, scope: 'plugin', plugin };
}
