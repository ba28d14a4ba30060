import { approximate, tokensOf } from './sizes.ts';

/** A part of what the file adds to a conversation, in UTF-16 code units. */
export interface CostPart {
  readonly name: string;
  readonly characters: number;
  /** When it is sent. */
  readonly when: string;
}

/** The width of the bar, in its own units. */
const width = 1000;
/** The least width of a part, so that it can be seen. */
const least = 8;

/** What the file costs, as one bar and a row for each part; empty for a file without any text. */
export function costHtml(parts: readonly CostPart[], imports: number): string {
  const sizes = parts.map(part => ({ ...part, tokens: tokensOf(part.characters) }));
  const total = sizes.reduce((sum, { tokens }) => sum + tokens, 0);
  if (total === 0) return '';
  let at = 0;
  const bars = sizes.map(({ tokens }, index) => {
    const share = Math.max(least, Math.round((tokens / total) * width));
    const bar = `<rect x="${at}" y="0" width="${Math.min(share, width - at)}" height="20" class="part-${index}"/>`;
    at = Math.min(width, at + share);
    return bar;
  });
  const rows = sizes.map(
    ({ name, tokens, when }, index) =>
      `<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect x="0" y="0" width="10" height="10" class="part-${index}"/></svg>${name}: <strong>${approximate(tokens)}</strong> <span class="when">${when}</span></li>`,
  );
  const files = imports === 1 ? 'one imported file' : `${imports} imported files`;
  const note = imports === 0 ? '' : `<p class="caption">Without ${files}.</p>`;
  return `<section id="cost" aria-labelledby="cost-heading">
<h2 id="cost-heading">What it costs <span class="size">about ${approximate(total)} tokens, at four characters each</span></h2>
${bars.length > 1 ? `<svg class="bar" viewBox="0 0 ${width} 20" aria-hidden="true">${bars.join('')}</svg>` : ''}
<ul class="parts">${rows.join('')}</ul>
${note}</section>`;
}
