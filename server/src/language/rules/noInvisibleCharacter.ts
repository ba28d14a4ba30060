import type { InvisibleRun } from '../document/invisible.ts';
import type { Rule } from './rule.ts';

/** Characters that a model reads and a person cannot see. */
export const noInvisibleCharacter: Rule = {
  id: 'noInvisibleCharacter',
  title: 'Leave out characters that cannot be seen',
  severity: 'warning',
  why: [
    'Zero-width characters, marks that turn the direction of writing and Unicode tag characters are a known way to hide',
    'instructions in files for agents: people do not see them, models read them. Joiners in emoji and direction marks in',
    'right-to-left text are fine, and not reported.',
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
        problem: `${describe(run, document.slice(run.range))} The model reads it, people do not see it. Remove it unless you put it there.`,
        fixes: () => [
          { title: 'Remove it', changes: [{ range: run.range, newText: '' }], safe: false },
          ...(runs.length > 1
            ? [
                {
                  title: `Remove all ${runs.length} in the file`,
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

function describe(run: InvisibleRun, written: string): string {
  const points = [...written]
    .slice(0, 4)
    .map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const listed = [...written].length > 4 ? `${points.join(' ')} …` : points.join(' ');
  switch (run.kind) {
    case 'tag':
      return run.hidden === ''
        ? `Invisible Unicode tag characters (${listed}) stand here.`
        : `Invisible Unicode tag characters spell “${run.hidden.slice(0, 80)}” here.`;
    case 'bidirectional':
      return `A mark that turns the direction of writing (${listed}) stands here: the text may read otherwise than it looks.`;
    case 'control':
      return `A control character (${listed}) stands here.`;
    default:
      return `A zero-width character (${listed}) stands here.`;
  }
}
