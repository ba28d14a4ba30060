import type { InvisibleRun } from '../document/invisible.ts';
import type { IssueText } from '../loading/issue.ts';
import type { Rule } from './rule.ts';

/** Characters that the model reads and people cannot see. */
export const noInvisibleCharacter: Rule = {
  id: 'noInvisibleCharacter',
  title: 'Remove invisible characters',
  severity: 'warning',
  why: [
    'Zero-width characters, bidirectional control characters and Unicode tag characters are a known way to hide',
    'instructions in agent files: people do not see them, but models read them. Joiners in emoji and direction marks in',
    'right-to-left text are legitimate and not reported.',
  ].join('\n'),
  sources: [
    {
      title: 'Unicode Technical Standard 39, security mechanisms',
      url: 'https://www.unicode.org/reports/tr39/',
      verified: '2026-11-21',
      evidence: 'documentation',
    },
  ],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes\u200B well.\n                   ^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes well.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: For the whole family 👨‍👩‍👧.\n---\nYou write.\n',
      },
    ],
  },
  *check({ document }) {
    const runs = document.suspiciousCharacters.invisible;
    for (const run of runs) {
      yield {
        range: run.range,
        ...describe(run, [...document.slice(run.range)]),
        advice: 'Remove it unless you put it there',
        fixes: () => [
          { title: 'Remove the invisible text', changes: [{ range: run.range, newText: '' }], safe: false },
          ...(runs.length > 1
            ? [
                {
                  title: `Remove the invisible text in all ${runs.length} places`,
                  changes: runs.map(({ range }) => ({ range, newText: '' })),
                  safe: false,
                },
              ]
            : []),
        ],
      };
    }
  },
};

function describe(run: InvisibleRun, written: readonly string[]): IssueText {
  const points = written
    .slice(0, 4)
    .map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const listed = written.length > 4 ? `${points.join(' ')} …` : points.join(' ');
  const characters = written.length > 1 ? 'characters' : 'character';
  const consequence = 'The model reads what people do not see';
  switch (run.kind) {
    case 'tag':
      return run.hidden === ''
        ? { problem: `Invisible Unicode tag ${characters} (${listed})`, consequence }
        : {
            problem: 'Invisible Unicode tag characters spell a text',
            consequence: `The model reads “${run.hidden.slice(0, 80)}”, which people do not see`,
          };
    case 'bidirectional':
      return {
        problem: `Bidirectional control ${characters} (${listed})`,
        consequence: `${consequence}, and the text may read differently than it looks`,
      };
    case 'control':
      return { problem: `Control ${characters} (${listed})`, consequence };
    default:
      return { problem: `Zero-width ${characters} (${listed})`, consequence };
  }
}
