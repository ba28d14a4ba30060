import { issueRule } from './issueRule.ts';
import { listingsRecorded } from './sources.ts';

const sentence = 'Writes lines. ';

/** A description that is longer than what the model is shown of one. */
const rule = issueRule({
  id: 'noCutDescription',
  title: 'Keep what decides within the length that is shown',
  why: 'Some tools show the model only so many characters of a description. What comes after is lost, and often it says when to use the skill. In a project whose settings allow for more, nothing is reported.',
  sources: [listingsRecorded],
  codes: ['description.cut'],
  unnecessary: () => true,
  examples: {
    invalid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/lines/SKILL.md',
        text: `---\ndescription: ${sentence.repeat(110)}Use it for lines.\n${' '.repeat(1548)}${'^'.repeat(22)} warning\n---\nDo it.\n`,
      },
    ],
    valid: [
      {
        dialect: 'claude-skill',
        path: '.claude/skills/lines/SKILL.md',
        text: `---\ndescription: Use it for lines. ${sentence.repeat(100)}\n---\nDo it.\n`,
      },
    ],
  },
});

export const noCutDescription: typeof rule = {
  ...rule,
  *check(context) {
    const { document, loader, workspace } = context;
    const known = workspace.delivered?.(document.uri).find(({ listing }) => listing.title === loader.tool);
    if (known && known.entry.sent !== 'cut') return;
    yield* rule.check(context);
  },
};
