import { unlimitedListing } from '../shared/unlimitedListing.ts';

/** The listing of Qwen Code: whole. Its reading of skills was not recorded: both keys have to be strings. */
export const qwenCodeListing = unlimitedListing({
  target: 'qwen',
  title: 'Qwen Code',
  evidence: '0.24.4, recorded 2026-11-29',
  files: ['.qwen/skills/*/SKILL.md'],
  read({ document }) {
    const [name, description] = ['name', 'description'].map(key => document.entry(key)?.value);
    return typeof name === 'string' && typeof description === 'string'
      ? { loads: true, name, description }
      : undefined;
  },
});
