import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { IssueText } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { notInvocable } from './invocation.ts';
import { emulated } from './release.ts';
import { loadSkill } from './skill.ts';

/**
 * Claude Code's skills: `.claude/skills/<name>/SKILL.md`, and those in `skills/` of a plugin. A skill loads whatever
 * its front matter is like; whatever cannot be read is lost.
 */
export const claudeCodeSkill: Loader = {
  ...emulated,
  evidence: 'measured',
  load(input) {
    const place = placeOf(input.path);
    if (place.unread !== undefined) return notRead(input.document, place.unread);
    const { name, isLocal } = place;
    return loadSkill(input, { noun: 'skill', name, isLocal });
  },
};

/** The location of a possible skill; `unread`: why it is not one, or `ignored` where nobody would expect one. */
interface SkillPlace {
  readonly name: string;
  readonly isLocal: boolean | undefined;
  readonly unread?: Omit<IssueText, 'problem'> | 'ignored';
}

/** Folders inside a skill for its own files: a `SKILL.md` in them is an example or a template. */
const supporting =
  /^(?:[._].*|node_modules|assets?|data|docs?|evals?|examples?|fixtures?|references?|resources?|samples?|scripts?|templates?|tests?)$/i;

/** The name of a skill in a folder of commands, which Claude Code reads too; `undefined` elsewhere. */
function nameAmongCommands(folders: readonly string[]): string | undefined {
  const at = folders.lastIndexOf('commands');
  const below = folders.slice(at + 1);
  return at < 0 || below.length === 0 || folders.lastIndexOf('skills') > at ? undefined : below.join(':');
}

function placeOf(path: string): SkillPlace {
  const parts = path.split('/').filter(part => part !== '');
  const file = parts.pop() ?? '';
  const command = file === 'SKILL.md' ? nameAmongCommands(parts) : undefined;
  if (command !== undefined) return { name: command, isLocal: parts.includes('.claude') };
  const at = parts.lastIndexOf('skills');
  const below = at < 0 ? parts.slice(-1) : parts.slice(at + 1);
  const isLocal = at < 0 ? undefined : parts[at - 1] === '.claude';
  const name = below.at(-1) ?? file.replace(/\.md$/i, '');
  const place = { name, isLocal };
  if (at < 0) return place;
  if (below.length === 0)
    return {
      ...place,
      unread: {
        consequence: 'Claude Code reads as a skill only a folder with a file `SKILL.md` in it',
        advice: `Move it to \`skills/${file.replace(/\.md$/i, '')}/SKILL.md\``,
      },
    };
  if (below.length > 1)
    return {
      ...place,
      unread: below.some(folder => supporting.test(folder))
        ? 'ignored'
        : {
            consequence: `Claude Code reads only skill folders directly in \`skills\`, and this one is ${below.length === 2 ? 'one level' : `${below.length - 1} levels`} deeper`,
            advice: `Move it to \`skills/${name}/SKILL.md\``,
          },
    };
  if (file !== 'SKILL.md')
    return {
      ...place,
      unread: {
        consequence:
          'Claude Code looks for `SKILL.md`, and does not find this file where file names are case-sensitive, as on Linux',
        advice: 'Rename it to `SKILL.md`',
      },
    };
  return place;
}

/** Reports why a file is not read, when its front matter shows that it is meant as a skill. */
function notRead(
  { yaml, frontMatter }: AgentDocument,
  unread: NonNullable<SkillPlace['unread']>,
): LoadResult {
  const isMeant = yaml.entries.some(({ key }) => key === 'name' || key === 'description');
  if (unread === 'ignored' || !isMeant) return { ...nothingLoaded, invocation: notInvocable, ignored: true };
  return {
    ...nothingLoaded,
    invocation: notInvocable,
    issues: [
      {
        code: 'file.notRead',
        effect: 'rejected',
        range: frontMatter.open,
        problem: 'File is not read here',
        ...unread,
      },
    ],
  };
}
