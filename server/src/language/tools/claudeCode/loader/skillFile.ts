import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { IssueText } from '../../../loading/issue.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { notReadIssue } from '../../../loading/unread.ts';
import { isSupportingFolder } from '../../shared/supportingFolders.ts';
import { expandFile } from './expand.ts';
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
  expand: expandFile,
  load(input) {
    const place = placeOf(input.path, input.document);
    if (place.unread !== undefined) return notRead(input, place.unread);
    const { name, isLocal } = place;
    return loadSkill(input, { noun: 'skill', name, isLocal });
  },
};

/** The location of a possible skill; `unread`: why it is not one, or `ignored` where nobody would expect one. */
interface SkillPlace {
  readonly name: string;
  readonly isLocal: boolean | undefined;
  readonly unread?: Unread | 'ignored';
}

interface Unread extends Omit<IssueText, 'problem'> {
  /** Where the file would be read. */
  readonly to: string;
}

/** The name of a skill in a folder of commands, which Claude Code reads too; `undefined` elsewhere. */
function nameAmongCommands(folders: readonly string[]): string | undefined {
  const at = folders.lastIndexOf('commands');
  const below = folders.slice(at + 1);
  return at < 0 || below.length === 0 || folders.lastIndexOf('skills') > at ? undefined : below.join(':');
}

function rootName(written: unknown, folder = 'skill'): string {
  return typeof written === 'string' && written.trim() !== '' ? written.trim() : folder;
}

function placeOf(path: string, document: AgentDocument): SkillPlace {
  const parts = path.split('/').filter(part => part !== '');
  const file = parts.pop() ?? '';
  const command = file === 'SKILL.md' ? nameAmongCommands(parts) : undefined;
  if (command !== undefined) return { name: command, isLocal: parts.includes('.claude') };
  const at = parts.lastIndexOf('skills');
  const below = at < 0 ? parts.slice(-1) : parts.slice(at + 1);
  const isLocal = at < 0 ? undefined : parts[at - 1] === '.claude';
  const written = document.entry('name')?.value;
  const stem = file === 'SKILL.md' && typeof written === 'string' ? written : file.replace(/\.md$/i, '');
  // In the root of a plugin, the folder's name says nothing of the skill.
  const isRoot = below.at(-1) === '.';
  const name = isRoot ? rootName(written, parts[at - 1]) : (below.at(-1) ?? stem);
  const place = { name, isLocal };
  if (at < 0) return place;
  const inSkills = path.slice(0, path.lastIndexOf('/skills/', path.length) + 1);
  const unread = (consequence: string, to: string, advice = `Move it to \`${to}\``): SkillPlace => ({
    ...place,
    unread: { consequence, advice, to: inSkills + to },
  });
  if (below.length === 0)
    return unread(
      'Claude Code reads as a skill only a folder with a file `SKILL.md` in it',
      `skills/${name}/SKILL.md`,
    );
  if (below.length > 1) {
    if (below.some(isSupportingFolder)) return { ...place, unread: 'ignored' };
    const levels = below.length === 2 ? 'one level' : `${below.length - 1} levels`;
    return unread(
      `Claude Code reads only skill folders directly in \`skills\`, and this one is ${levels} deeper`,
      `skills/${name}/SKILL.md`,
    );
  }
  if (file === 'SKILL.md') return place;
  return unread(
    'Claude Code looks for `SKILL.md`, and does not find this file where file names are case-sensitive, as on Linux',
    `skills/${name}/SKILL.md`,
    'Rename it to `SKILL.md`',
  );
}

/** Reports why a file is not read, when its front matter shows that it is meant as a skill. */
function notRead({ document, path }: LoaderInput, unread: NonNullable<SkillPlace['unread']>): LoadResult {
  const { yaml, frontMatter } = document;
  const isMeant = yaml.entries.some(({ key }) => key === 'name' || key === 'description');
  if (unread === 'ignored' || !isMeant) return { ...nothingLoaded, invocation: notInvocable, ignored: true };
  const { to, ...text } = unread;
  const issues = [notReadIssue(frontMatter.open, path, to, text)];
  return { ...nothingLoaded, invocation: notInvocable, issues };
}
