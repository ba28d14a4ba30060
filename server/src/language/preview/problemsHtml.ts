import { escapeAttribute, escapeText, messageHtml, scrollable } from './escapeHtml.ts';
import { severityIcon } from './icons.ts';
import type { BrokenLine, ProblemRow } from './problemRows.ts';
import { count } from './sizes.ts';
import { clip } from './valueOutline.ts';

/** This many problems are in view; more are folded away, so that the agent stays in sight. */
const problemsInView = 8;

/** The problems as rows with a link to the line and a button for each fix. `further` are those that are not listed. */
export function problemsHtml(problems: readonly ProblemRow[], further: number): string {
  if (problems.length === 0) return '';
  const items = problems.map(rowHtml);
  if (further > 0) items.push(`<li class="further">and ${count(further)} more</li>`);
  const inView = items.length > problemsInView + 2 ? problemsInView : items.length;
  const total = count(problems.length + further);
  const folded =
    inView < items.length
      ? `<details id="more-problems"><summary>${count(problems.length + further - inView)} more</summary><ul>${items.slice(inView).join('')}</ul></details>`
      : '';
  return `<section id="problems" aria-labelledby="problems-heading">
<details open><summary><h2 id="problems-heading">Problems <span class="count">${total}</span></h2></summary>
<ul>${items.slice(0, inView).join('')}</ul>${folded}</details>
</section>`;
}

function rowHtml({ severity, message, line, place, fixes, excerpt }: ProblemRow): string {
  const link = `<a href="#" data-reveal="${line}" class="problem ${severity}">${severityIcon(severity)}<span class="message">${messageHtml(message)}</span> <span class="line">line ${line + 1}</span></a>`;
  const buttons = fixes.map(
    title =>
      `<button type="button" class="fix" data-place="${place}" data-fix="${escapeAttribute(title)}">${escapeText(clip(title, 80))}</button>`,
  );
  const actions = buttons.length > 0 ? `<div class="fixes">${buttons.join('')}</div>` : '';
  return `<li>${link}${excerpt ? excerptHtml(excerpt) : ''}${actions}</li>`;
}

/** The line with carets under what is wrong; a tab keeps its width, so that the carets stay in place. */
function excerptHtml({ text, start, length }: BrokenLine): string {
  const before = text.slice(0, start).replace(/[^\t]/g, ' ');
  return `<pre class="broken-line"${scrollable(text)}><code>${escapeText(text)}</code>\n<span class="caret" aria-hidden="true">${before}${'^'.repeat(length)}</span></pre>`;
}
