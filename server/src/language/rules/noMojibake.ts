import { codeRangesOf } from '../document/codeRanges.ts';
import type { MojibakeRun } from '../document/mojibake.ts';
import type { Rule, TextChange } from './rule.ts';

/** Text that was decoded with a wrong encoding. */
export const noMojibake: Rule = {
  id: 'noMojibake',
  title: 'Restore text that was decoded with a wrong encoding',
  severity: 'warning',
  why: [
    'UTF-8 text that is decoded as Windows-1252 shows `â€™` for `’` and `ðŸŽ¯` for an emoji. The model receives these',
    'garbled characters. The fix is offered only where the text decodes without errors, and changes nothing else.',
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
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\n---\nSearch for:\n\n```\nâ€™\n```\n\nor `â€™`.\n',
      },
    ],
  },
  *check({ document }) {
    const runs = document.suspiciousCharacters.mojibake;
    const [first, ...others] = runs;
    // Characters that are only named, as code, are meant.
    if (!first) return;
    const code = codeRangesOf(document.text, document.frontMatter.body);
    if (runs.every(({ range }) => code.has(range.start))) return;
    // One wrong conversion garbles a whole file, so the file gets one diagnostic.
    const written = document.slice(first.range);
    const places = others.length === 0 ? '' : ` (${runs.length} places)`;
    yield {
      range: first.range,
      problem: `Wrong encoding: \`${written}\` was \`${first.repaired}\`${places}`,
      consequence: 'The model receives the garbled characters',
      advice: 'Restore them',
      fixes: () => [
        {
          title:
            others.length === 0
              ? `Change \`${written}\` to \`${first.repaired}\``
              : `Restore all ${runs.length} places in the file`,
          changes: runs.map(repair),
          safe: true,
        },
      ],
      related: others.slice(0, mostRelated).map(({ range, repaired }) => ({
        uri: document.uri,
        range: document.toRange(range),
        message: `Was \`${repaired}\``,
      })),
    };
  },
};

const mostRelated = 10;

function repair({ range, repaired }: MojibakeRun): TextChange {
  return { range, newText: repaired };
}
