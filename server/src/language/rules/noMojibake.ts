import type { MojibakeRun } from '../document/mojibake.ts';
import type { Rule, TextChange } from './rule.ts';

/** Text that went through a wrong encoding. */
export const noMojibake: Rule = {
  id: 'noMojibake',
  title: 'Repair text that was read in a wrong encoding',
  severity: 'warning',
  why: [
    'Text stored as UTF-8 and read as Windows-1252 shows `â€™` for `’` and `ðŸŽ¯` for an emoji. The model reads these',
    'characters as they stand. The fix is offered only where the text decodes without a fault, and changes nothing else.',
  ].join('\n'),
  sources: [
    {
      title: 'WHATWG Encoding, windows-1252',
      url: 'https://encoding.spec.whatwg.org/#windows-1252',
      verified: '2026-11-21',
      evidence: 'documentation',
    },
  ],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: The writerâ€™s friend.\n                       ^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: The writer’s friend.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: “CAFÉ…” and “IRMÔ, naïve façade.\n---\nYou write.\n',
      },
    ],
  },
  *check({ document }) {
    const runs = document.suspiciousCharacters.mojibake;
    const [first, ...others] = runs;
    if (!first) return;
    // One accident garbles a whole file: that is one cause, told once.
    const written = document.slice(first.range);
    const places =
      others.length === 0
        ? ''
        : `, and so ${others.length === 1 ? 'is one other place' : `are ${others.length} other places`} in this file`;
    yield {
      range: first.range,
      problem: `\`${written}\` is \`${first.repaired}\` that was read in a wrong encoding${places}. The model reads the wrong characters as they stand. Repair them.`,
      fixes: () => [
        {
          title:
            others.length === 0
              ? `Change \`${written}\` to \`${first.repaired}\``
              : `Repair all ${runs.length} places in the file`,
          changes: runs.map(repair),
          safe: true,
        },
      ],
      related: others.slice(0, mostRelated).map(({ range, repaired }) => ({
        uri: document.uri,
        range: document.toRange(range),
        message: `This is \`${repaired}\`.`,
      })),
    };
  },
};

const mostRelated = 10;

function repair({ range, repaired }: MojibakeRun): TextChange {
  return { range, newText: repaired };
}
