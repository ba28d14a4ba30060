import type { AgentDocument } from '../../../document/agentDocument.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { emulated } from './release.ts';
import { loadSkill } from './skill.ts';

/**
 * Claude Code's skills: `.claude/skills/<name>/SKILL.md`, and those in `skills/` of a plugin. A skill loads whatever
 * its front matter is like; what cannot be read of it is lost.
 */
export const claudeCodeSkill: Loader = {
  ...emulated,
  evidence: 'documented',
  load(input) {
    const place = placeOf(input.path);
    if (place.unread !== undefined) return notRead(input.document, place.unread);
    const { name, isLocal } = place;
    return loadSkill(input, { noun: 'skill', name, isLocal });
  },
};

/** Where a file lies that could be a skill's; `unread`: why it is none, or '' where nobody would take it for one. */
interface SkillPlace {
  readonly name: string;
  readonly isLocal: boolean | undefined;
  readonly unread?: string;
}

/** Folders of a skill for what it brings along: a `SKILL.md` in them is an example or a template. */
const supporting =
  /^(?:[._].*|node_modules|assets?|data|docs?|evals?|examples?|fixtures?|references?|resources?|samples?|scripts?|templates?|tests?)$/i;

function placeOf(path: string): SkillPlace {
  const parts = path.split('/').filter(part => part !== '');
  const file = parts.pop() ?? '';
  const at = parts.lastIndexOf('skills');
  const below = at < 0 ? parts.slice(-1) : parts.slice(at + 1);
  const isLocal = at < 0 ? undefined : parts[at - 1] === '.claude';
  const name = below.at(-1) ?? file.replace(/\.md$/i, '');
  const place = { name, isLocal };
  if (at < 0) return place;
  if (below.length === 0)
    return {
      ...place,
      unread: `Claude Code does not read this file: a skill is a folder with a file \`SKILL.md\` in it. Move it to \`skills/${file.replace(/\.md$/i, '')}/SKILL.md\`.`,
    };
  if (below.length > 1)
    return {
      ...place,
      unread: below.some(folder => supporting.test(folder))
        ? ''
        : `Claude Code does not read this file: the folder of a skill must lie directly in \`skills\`, and this is ${below.length - 1 === 1 ? 'one level' : `${below.length - 1} levels`} deeper. Move it to \`skills/${name}/SKILL.md\`.`,
    };
  if (file !== 'SKILL.md')
    return {
      ...place,
      unread: `Where file names are told apart by case, as on Linux, Claude Code does not read this file: it looks for \`SKILL.md\`. Rename it.`,
    };
  return place;
}

/** Says why a file is not read, when its front matter shows that it is meant as a skill. */
function notRead({ yaml, frontMatter }: AgentDocument, unread: string): LoadResult {
  const isMeant = yaml.entries.some(({ key }) => key === 'name' || key === 'description');
  if (unread === '' || !isMeant) return { ...nothingLoaded, ignored: true };
  return {
    ...nothingLoaded,
    issues: [{ code: 'file.notRead', effect: 'rejected', range: frontMatter.open, problem: unread }],
  };
}
