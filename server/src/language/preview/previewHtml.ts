import { withoutMarks } from '../features/describe.ts';
import type { Verdict } from '../features/verdict.ts';
import { dialogueHtml } from './dialogueHtml.ts';
import { escapeAttribute, escapeText } from './escapeHtml.ts';
import type { DescriptionPart } from './exampleDialogue.ts';
import { headHtml } from './headHtml.ts';
import { icon } from './icons.ts';
import type { PreviewModel } from './previewModel.ts';
import { problemsHtml } from './problemsHtml.ts';
import { renderMarkdown } from './promptMarkdown.ts';
import { settingsHtml } from './settingsHtml.ts';
import { approximate, count, tokensOf } from './sizes.ts';
import { otherToolsHtml, verdictHtml } from './verdictHtml.ts';

/**
 * The preview as HTML: the agent and its settings, the file's problems, the description, the prompt.
 * Nothing of the file's text becomes markup, and there are no scripts and no styles in it.
 */
export function previewHtml(model: PreviewModel): string {
  return [
    headHtml(model),
    verdictHtml(model.verdict, model.displaySeverity, model.told),
    problemsHtml(model.problems, model.furtherProblems),
    settingsHtml(model.settings),
    otherToolsHtml(model.otherTools),
    descriptionHtml(model.description),
    promptHtml(model),
  ]
    .filter(Boolean)
    .join('\n');
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

function sizeOf(characters: number): string {
  return `${count(characters)} characters, about ${approximate(tokensOf(characters))} tokens`;
}
