import { withoutMarks } from '../features/describe.ts';
import type { Verdict } from '../features/verdict.ts';
import { dialogueHtml } from './dialogueHtml.ts';
import { escapeAttribute, escapeText, messageHtml } from './escapeHtml.ts';
import type { DescriptionPart } from './exampleDialogue.ts';
import { icon, severityIcon } from './icons.ts';
import type { PreviewModel } from './previewModel.ts';
import { renderMarkdown } from './promptMarkdown.ts';
import { settingsHtml } from './settingsHtml.ts';
import { otherToolsHtml, verdictHtml } from './verdictHtml.ts';

/**
 * The preview as HTML: the agent and its settings, the file's problems, the description, the prompt.
 * Nothing of the file's text becomes markup, and there are no scripts and no styles in it.
 */
export function previewHtml(model: PreviewModel): string {
  return [
    headerHtml(model),
    settingsHtml(model.settings),
    problemsHtml(model),
    otherToolsHtml(model.otherTools),
    descriptionHtml(model.description),
    promptHtml(model),
  ].join('\n');
}

function headerHtml({ title, kind, color, verdict, displaySeverity }: PreviewModel): string {
  return `<header id="agent" data-line="0">
<p class="kind">${escapeText(kind)}</p>
<h1>${color === undefined ? '' : swatchHtml(color)}<span class="name">${escapeText(title)}</span></h1>
${verdictHtml(verdict, displaySeverity)}
</header>`;
}

/** Colors that have a counterpart in every theme; the style sheet knows them by class. */
const themed = new Set(['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan']);

function swatchHtml(color: string): string {
  const value = color.trim().toLowerCase();
  const isDrawable = /^(?:#(?:[0-9a-f]{3}|[0-9a-f]{6})|[a-z]{3,20})$/.test(value);
  if (!isDrawable) return '';
  const paint = themed.has(value) ? ` class="color-${value}"` : ` fill="${value}"`;
  return `<svg class="swatch" viewBox="0 0 16 16" role="img" aria-label="Color ${value}"><circle cx="8" cy="8" r="7"${paint}/></svg>`;
}

/** This many problems are in view; more are folded away, so that the agent stays in sight. */
const problemsInView = 8;

function problemsHtml({ problems, furtherProblems }: PreviewModel): string {
  if (problems.length === 0) return '';
  const items = problems.map(problemHtml);
  if (furtherProblems > 0) items.push(`<li class="further">and ${count(furtherProblems)} more</li>`);
  const inView = items.length > problemsInView + 2 ? problemsInView : items.length;
  const total = count(problems.length + furtherProblems);
  const folded =
    inView < items.length
      ? `<details id="more-problems"><summary>${count(problems.length + furtherProblems - inView)} more</summary><ul>${items.slice(inView).join('')}</ul></details>`
      : '';
  return `<section id="problems" aria-labelledby="problems-heading">
<details open><summary><h2 id="problems-heading">Problems <span class="count">${total}</span></h2></summary>
<ul>${items.slice(0, inView).join('')}</ul>${folded}</details>
</section>`;
}

function problemHtml({ severity, message, line }: PreviewModel['problems'][number]): string {
  return `<li><a href="#" data-reveal="${line}" class="problem ${severity}">${severityIcon(severity)}<span class="message">${messageHtml(message)}</span> <span class="line">line ${line + 1}</span></a></li>`;
}

function descriptionHtml(description: PreviewModel['description']): string {
  if (!description) return '';
  const { parts, length, truncated, line, alterations, displaySeverity } = description;
  const badge =
    alterations.length === 0
      ? ''
      : ` <span class="badge severity-${displaySeverity}" title="${escapeAttribute(withoutMarks(alterations.join('\n')))}">as the tool reads it</span>`;
  return `<section id="description" aria-labelledby="description-heading" data-line="${line}">
<h2 id="description-heading">Description${badge}</h2>
${parts.map(partHtml).join('\n')}
${truncated ? truncatedHtml('description', length) : ''}
</section>`;
}

function partHtml(part: DescriptionPart): string {
  if (part.kind === 'example') return dialogueHtml(part.turns);
  return part.text
    .split(/\n{2,}/)
    .map(paragraph => `<p class="prose">${escapeText(paragraph)}</p>`)
    .join('\n');
}

/** What the text below the front matter is to the tool. */
const promptHeadings: Readonly<Record<Verdict['what'], string>> = {
  agent: 'System prompt',
  style: 'System prompt',
  command: 'Prompt',
  skill: 'Instructions',
  rule: 'Instructions',
  file: 'Instructions',
};

function promptHtml({ prompt, verdict }: PreviewModel): string {
  if (verdict.outcome === 'empty') return '';
  const heading = verdict.outcome === 'notMeant' ? 'Text' : promptHeadings[verdict.what];
  if (!prompt) {
    return `<section id="prompt" aria-labelledby="prompt-heading"><h2 id="prompt-heading">${heading}</h2>
<p class="placeholder">There is no text below the front matter.</p></section>`;
  }
  return `<section id="prompt" aria-labelledby="prompt-heading" data-line="${prompt.line}">
<h2 id="prompt-heading">${heading} <span class="size">${sizeOf(prompt.length)}</span></h2>
<article class="markdown">
${renderMarkdown(prompt.text, prompt.line)}</article>
${prompt.truncated ? truncatedHtml('text', prompt.length) : ''}
</section>`;
}

function truncatedHtml(what: string, length: number): string {
  return `<p class="notice">${icon('information')}The preview ends here. The ${what} goes on: it has ${count(length)} characters in all.</p>`;
}

/** Models count tokens, authors see characters; four characters a token is the usual rule of thumb. */
function sizeOf(characters: number): string {
  const tokens = Math.max(1, Math.round(characters / 4));
  return `${count(characters)} characters, about ${count(tokens < 100 ? tokens : Math.round(tokens / 10) * 10)} tokens`;
}

/** A number with its thousands apart. */
function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
