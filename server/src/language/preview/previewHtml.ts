import { withoutMarks } from '../features/describe.ts';
import { capabilitiesHtml } from './capabilitiesHtml.ts';
import { costHtml } from './costHtml.ts';
import { dialogueHtml } from './dialogueHtml.ts';
import { escapeAttribute, escapeText } from './escapeHtml.ts';
import type { DescriptionPart } from './exampleDialogue.ts';
import { headHtml } from './headHtml.ts';
import { matchesHtml } from './matchesHtml.ts';
import type { PreviewModel } from './previewModel.ts';
import { problemsHtml } from './problemsHtml.ts';
import { promptHtml, truncatedHtml } from './promptHtml.ts';
import { settingsHtml } from './settingsHtml.ts';
import { count } from './sizes.ts';
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
    capabilitiesHtml(model.capabilities),
    matchesHtml(model.matches),
    costHtml(model.cost, model.imports),
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
<h2 id="description-heading">Description <span class="size">${count(length)} characters</span>${badge}</h2>
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
