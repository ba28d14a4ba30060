import { asText } from '../../../loading/asText.ts';
import type { Loader } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { expandFile } from './expand.ts';
import type { OpenFile } from './openFile.ts';
import { emulated } from './release.ts';
import { loadSkill } from './skill.ts';
import { stringOf } from './skillFields.ts';

/**
 * Claude Code's commands: `.claude/commands/**` and `commands/` of a plugin. They are read as skills are; the path
 * alone gives the name, `sub:file` for a file in a folder; in a plugin the menu shows `name` (recorded with 2.1.329 on
 * 2026-11-29).
 */
export const claudeCodeCommand: Loader = {
  ...emulated,
  evidence: 'measured',
  expand: expandFile,
  load(input) {
    const { name, isLocal } = placeOf(input.path);
    let label: string | undefined;
    const load = loadSkill(input, {
      noun: 'command',
      name,
      isLocal,
      reportFields: file => {
        label = stringOf(file.fields.get('name'));
        reportIgnored(file, isLocal === false ? undefined : name);
      },
    });
    const menu = load.invocation?.menu;
    if (isLocal !== false || label === undefined || !menu || /[<>]/.test(label)) return load;
    return { ...load, invocation: { ...load.invocation!, menu: { ...menu, name: label } } };
  },
};

function placeOf(path: string): { name: string; isLocal: boolean | undefined } {
  const parts = path.split('/').filter(part => part !== '');
  const stem = (parts.pop() ?? '').replace(/\.md$/i, '');
  const at = parts.lastIndexOf('commands');
  return {
    name: [...(at < 0 ? [] : parts.slice(at + 1)), stem].join(':'),
    isLocal: at < 0 ? undefined : parts[at - 1] === '.claude',
  };
}

/** Reports keys without effect, except a `name` that repeats the path; in a plugin, where `name` is absent, it counts. */
function reportIgnored({ fields, issues }: OpenFile, name: string | undefined): void {
  const label = fields.get('name');
  const written = asText(label?.value ?? '').trim();
  if (name !== undefined && label && written !== '' && written !== name && written !== name.split(':').at(-1))
    issues.add(
      'key.ignored',
      'noted',
      label.keyRange,
      {
        problem: problems.ignoredKey('name'),
        consequence: `Claude Code names a command after its path: \`/${name}\``,
      },
      { field: 'name' },
    );
  const paths = fields.get('paths');
  if (paths)
    issues.add(
      'key.ignored',
      'noted',
      paths.keyRange,
      {
        problem: problems.ignoredKey('paths'),
        consequence: 'Claude Code reads it in a skill, not in a command',
      },
      { field: 'paths' },
    );
}
