import type { Switchable, Switches, TurnedOff } from '../../loading/switches.ts';
import { readSwitches } from './listing/settings.ts';

const where = '`.claude/settings.json`';

/**
 * What the settings of a project turn off: agents and skills by `permissions.deny` (documentation, permissions), skills by
 * `skillOverrides` (recorded with 2.1.329 on 2026-11-29), plugins by `enabledPlugins`.
 */
export const claudeSwitches: Switches = {
  settings: ['.claude/settings.json', '.claude/settings.local.json'],
  turnedOff,
};

function turnedOff({ kind, name, plugin }: Switchable, texts: readonly string[]): TurnedOff | undefined {
  const { denied, overrides, plugins } = readSwitches(texts);
  const full = plugin === undefined ? name : `${plugin}:${name}`;
  if (plugin !== undefined && plugins.get(plugin) === false)
    return {
      says: `\`enabledPlugins\` turns the plugin \`${plugin}\` off`,
      advice: `Set it to true in ${where}`,
    };
  const tools = kind === 'agent' ? ['Agent', 'Task'] : ['Skill'];
  const rule = denied.find(each => tools.some(tool => each === tool || each === `${tool}(${full})`));
  if (rule !== undefined)
    return { says: `\`permissions.deny\` has \`${rule}\``, advice: `Remove it from ${where}` };
  if (kind !== 'agent' && plugin === undefined && overrides[name] === 'off')
    return { says: '`skillOverrides` turns it off', advice: `Remove \`${name}\` there from ${where}` };
  return undefined;
}
