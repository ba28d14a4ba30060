import { someOf } from '../wordList.ts';
import type { Rule } from './rule.ts';
import { listingsRecorded } from './sources.ts';

const skill = (description: string): string => `---\ndescription: ${description}\n---\nDo it.\n`;

/** A description of which the model is given the same as of another skill. */
export const useDistinctDescription: Rule = {
  id: 'useDistinctDescription',
  title: 'Describe each skill in words of its own',
  severity: 'hint',
  why: 'The model chooses a skill by what it is told of it. Of two with the same description, or with the same beginning where the rest is cut off, it can tell only the names apart.',
  sources: [listingsRecorded],
  examples: {
    invalid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/report/SKILL.md',
        others: { '.claude/skills/audit/SKILL.md': skill('Use it for reports.') },
        text: '---\ndescription: Use it for reports.\n             ^^^^^^^^^^^^^^^^^^^ hint\n---\nDo it.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/report/SKILL.md',
        others: { '.claude/skills/audit/SKILL.md': skill('Use it for audits.') },
        text: skill('Use it for reports.'),
      },
    ],
  },
  *check({ document, workspace }) {
    const found = workspace.delivered?.(document.uri).find(({ alike }) => alike.length > 0);
    if (!found) return;
    const { listing, entry, alike } = found;
    const isCut = entry.sent === 'cut';
    yield {
      range: document.entry('description')?.range ?? document.frontMatter.open,
      problem: isCut
        ? 'Description is cut to the same as another one'
        : 'Description is the same as another one',
      consequence: `${listing.title} tells the model the same of ${someOf(alike, 2)}: only the names differ`,
      advice: isCut ? 'Begin with what differs' : 'Say what differs',
    };
  },
};
