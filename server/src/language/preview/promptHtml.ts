import type { Verdict } from '../features/verdict.ts';
import { escapeText } from './escapeHtml.ts';
import { icon } from './icons.ts';
import { type MarkText, placeholderMarker } from './placeholderMarks.ts';
import type { PreviewModel } from './previewModel.ts';
import { type PromptHeading, renderPrompt } from './promptMarkdown.ts';
import { approximate, count, tokensOf } from './sizes.ts';
import { clip } from './valueOutline.ts';

/** What the text below the front matter is to the tool. */
const headings: Readonly<Record<Verdict['what'], string>> = {
  agent: 'System prompt',
  style: 'System prompt',
  command: 'Prompt',
  skill: 'Instructions',
  rule: 'Instructions',
  file: 'Instructions',
};

/** From this many headings on there is an outline. */
const leastHeadings = 3;
const mostHeadings = 200;

/** The prompt, rendered or exactly as it is sent. */
export function promptHtml(model: PreviewModel): string {
  const { prompt, verdict, isInteractive } = model;
  if (verdict.outcome === 'empty') return '';
  const heading = verdict.outcome === 'notMeant' ? 'Text' : headings[verdict.what];
  if (!prompt) {
    return `<section id="prompt" aria-labelledby="prompt-heading"><h2 id="prompt-heading">${heading}</h2>
<p class="placeholder">There is no text below the front matter.</p></section>`;
  }
  const mark = placeholderMarker(prompt.placeholders);
  const toggle = isInteractive
    ? `<button type="button" data-command="asSent" aria-pressed="${prompt.asSent}">As Sent</button>`
    : '';
  return `<section id="prompt" aria-labelledby="prompt-heading" data-line="${prompt.line}">
<div class="heading"><h2 id="prompt-heading">${heading} <span class="size">${sizeOf(model, prompt.length)}</span></h2>${toggle}</div>
${prompt.asSent ? asSentHtml(prompt.text, prompt.line, mark) : renderedHtml(prompt.text, prompt.line, mark)}
${prompt.truncated ? truncatedHtml('text', prompt.length) : ''}
</section>`;
}

/** The size in characters, and in tokens where no section says what the file costs. */
function sizeOf({ cost }: PreviewModel, characters: number): string {
  const tokens = cost.length > 0 ? '' : `, about ${approximate(tokensOf(characters))} tokens`;
  return `${count(characters)} characters${tokens}`;
}

/** The note that a text goes on. */
export function truncatedHtml(what: string, length: number): string {
  return `<p class="notice">${icon('information')}The preview ends here. The ${what} goes on: it has ${count(length)} characters in all.</p>`;
}

function renderedHtml(text: string, line: number, mark: MarkText): string {
  const { html, headings } = renderPrompt(text, line, mark);
  return `${outlineHtml(headings)}<article class="markdown">
${html}</article>`;
}

/** The headings as links, folded until they are wanted. */
function outlineHtml(headings: readonly PromptHeading[]): string {
  if (headings.length < leastHeadings) return '';
  const items = headings
    .slice(0, mostHeadings)
    .map(
      ({ anchor, level, text }) =>
        `<li class="indent-${level}"><a href="#${escapeText(anchor)}">${escapeText(clip(text, 100))}</a></li>`,
    );
  return `<details id="outline"><summary>Outline</summary><ul>${items.join('')}</ul></details>\n`;
}

/** The text character by character, one element for each paragraph, so that it scrolls and changes with the editor. */
function asSentHtml(text: string, firstLine: number, mark: MarkText): string {
  let line = firstLine;
  const blocks = text.split(/(?<=\n[ \t\r]*\n)(?=[^\n])/).map(block => {
    const html = `<span data-line="${line}">${mark(block)}</span>`;
    line += block.split('\n').length - 1;
    return html;
  });
  return `<pre class="as-sent" tabindex="0" aria-labelledby="prompt-heading">${blocks.join('')}</pre>`;
}
