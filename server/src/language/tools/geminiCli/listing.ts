import { unlimitedListing } from '../shared/unlimitedListing.ts';
import { geminiCliSkill } from './loader/skill.ts';

/** The listing of Gemini CLI: whole. What frames an entry was not recorded. */
export const geminiCliListing = unlimitedListing({
  target: 'gemini',
  title: 'Gemini CLI',
  evidence: '0.61.0, recorded 2026-11-29',
  files: ['.gemini/skills/*/SKILL.md', '.agents/skills/*/SKILL.md'],
  read: ({ load }) => load(geminiCliSkill),
});
