import { unlimitedListing } from '../shared/unlimitedListing.ts';
import { openCodeSkill } from './loader/skill.ts';

/** The listing of OpenCode: whole, and nothing is escaped or joined. What frames an entry was not recorded. */
export const openCodeListing = unlimitedListing({
  target: 'opencode',
  title: 'OpenCode',
  evidence: '1.18.33, recorded 2026-11-29',
  files: [
    '.opencode/skills/**/SKILL.md',
    '.opencode/skill/**/SKILL.md',
    '.agents/skills/**/SKILL.md',
    '.claude/skills/**/SKILL.md',
  ],
  read: ({ load }) => load(openCodeSkill),
});
