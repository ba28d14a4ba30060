import { findMojibake, type MojibakeRun } from '../document/mojibake.ts';
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
    const runs = findMojibake(document.text);
    for (const run of runs) {
      const written = document.slice(run.range);
      yield {
        range: run.range,
        message: `\`${written}\` is \`${run.repaired}\` that was read in a wrong encoding, and the model reads it as it stands. Repair it.`,
        fixes: () => [
          { title: `Change \`${written}\` to \`${run.repaired}\``, changes: [repair(run)], safe: true },
          ...(runs.length > 1
            ? [
                {
                  title: `Repair all ${runs.length} such places in the file`,
                  changes: runs.map(repair),
                  safe: true,
                },
              ]
            : []),
        ],
      };
    }
  },
};

function repair({ range, repaired }: MojibakeRun): TextChange {
  return { range, newText: repaired };
}
