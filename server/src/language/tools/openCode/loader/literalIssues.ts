import { codeRangesOf } from '../../../document/codeRanges.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { LoadContext } from './product.ts';

/** What is filled in in commands and in configuration files, each with the character that begins it. */
const filledInElsewhere = [
  { word: '$ARGUMENTS', form: /\$ARGUMENTS\b/g },
  { word: '{file:', form: /\{file:[^{}\s]+\}/g },
  { word: '{env:', form: /\{env:\w+\}/g },
] as const;

/**
 * Reports what stays as it stands in an agent's prompt, although commands and configuration files have it filled in
 * (recorded with 1.18.33 on 2026-11-29). The first of each kind.
 */
export function reportLiteral(body: OffsetRange, { product, document, issues }: LoadContext): void {
  if (!product.keepsPrompts) return;
  const { text } = document;
  const placeOf = (word: string, form: RegExp): OffsetRange | undefined => {
    if (!text.includes(word, body.start)) return undefined;
    const code = codeRangesOf(text, body);
    for (const { 0: found, index } of text.slice(body.start, body.end).matchAll(form)) {
      const start = body.start + index;
      if (!code.has(start)) return { start, end: start + found.length };
    }
    return undefined;
  };
  for (const { word, form } of filledInElsewhere) {
    const place = placeOf(word, form);
    if (!place) continue;
    const written = text.slice(place.start, place.end);
    issues.add(
      'body.placeholder',
      'noted',
      place,
      {
        problem: `Placeholder \`${written.length > 40 ? `${written.slice(0, 39)}…` : written}\` is not filled in`,
        consequence: `${product.tool} leaves it as it is in an agent’s prompt: the model sees these characters`,
        advice: 'Write what is meant in words',
      },
      { subject: written },
    );
  }
  const command = placeOf('!`', /(?<![\w!])!`[^`\n]+`/g);
  if (command)
    issues.add('body.shell', 'noted', command, {
      problem: 'Shell commands do not run here',
      consequence: `${product.tool} runs them in commands; in an agent’s prompt the model sees the text`,
      advice: 'Tell the agent to run the command',
    });
}
