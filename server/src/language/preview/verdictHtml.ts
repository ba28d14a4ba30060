import { type DisplaySeverity, displaySeverityElsewhere } from '../features/displaySeverity.ts';
import type { Verdict } from '../features/verdict.ts';
import { type Issue, messageOf } from '../loading/issue.ts';
import { withArticle } from '../wordList.ts';
import { escapeText, messageHtml } from './escapeHtml.ts';
import { icon, verdictIcons } from './icons.ts';
import { clip } from './valueOutline.ts';

/**
 * The verdict as one line, with the reasons under it of which no problem `told`. Empty where the head and the problems say
 * it all.
 */
export function verdictHtml(
  verdict: Verdict,
  displaySeverity: DisplaySeverity,
  told: ReadonlySet<Issue>,
): string {
  const { outcome } = verdict;
  const untold = verdict.reasons.filter(({ issue }) => !told.has(issue));
  const isGrave =
    outcome === 'hidden' || outcome === 'rejected' || outcome === 'notMeant' || outcome === 'empty';
  if (outcome === 'loads' || (!isGrave && untold.length === 0)) return '';
  // Changes are shown with the keys themselves, below.
  const reasons = (outcome === 'changed' ? [] : untold)
    .slice(0, 5)
    .map(
      ({ issue, line }) =>
        `<li><a href="#" data-reveal="${line}" class="reason">${messageHtml(messageOf(issue))} <span class="line">line ${line + 1}</span></a></li>`,
    );
  return `<div class="verdict severity-${displaySeverity}">${icon(verdictIcons[displaySeverity])}<div><p>${sentence(verdict)}</p>
${reasons.length > 0 ? `<ul>${reasons.join('')}</ul>` : ''}</div></div>`;
}

/** The verdicts of other tools, a line each; empty without targets. */
export function otherToolsHtml(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '';
  const rows = verdicts.map(verdict => {
    const displaySeverity = displaySeverityElsewhere(verdict);
    return `<li class="tool severity-${displaySeverity}">${icon(verdictIcons[displaySeverity])}<span>${sentence(verdict)}</span></li>`;
  });
  return `<section id="other-tools" aria-labelledby="other-tools-heading">
<h2 id="other-tools-heading">In other tools</h2>
<ul>${rows.join('')}</ul></section>`;
}

function sentence(verdict: Verdict): string {
  const { outcome, tool: toolName, what, name, reasons, hiddenBy } = verdict;
  const tool = escapeText(toolName);
  const loads = `${tool} loads this${name === undefined ? '' : ` as <strong>${escapeText(clip(name, 256))}</strong>`}`;
  switch (outcome) {
    case 'loads':
      return `${loads}.`;
    case 'changed':
      return `${loads}${changes(verdict)}.`;
    case 'unrestricted':
      return `${loads}, but ${reasons.length === 1 ? 'a limit in it does' : 'limits in it do'} not apply.`;
    case 'hidden':
      return `${tool} ${hiddenBy?.isCertain ? 'does' : 'may'} not use this file: <code>${escapeText(hiddenBy!.place)}</code> has the same name.`;
    case 'fails':
      return `${loads}, but fails when it is used.`;
    case 'rejected':
      return `${tool} will not load this file.`;
    case 'notMeant':
      return `${tool} does not read this file as ${withArticle(what)}, and nothing in it suggests that it is meant as one.`;
    case 'empty':
      return what === 'agent' || what === 'skill'
        ? `This file is empty. A file for ${withArticle(what)} starts with a line <code>---</code>, keys such as <code>description</code>, and another <code>---</code>.`
        : 'This file is empty.';
  }
}

function changes({ ignoredKeys: ignored, alteredKeys: altered, doubtfulKeys: doubtful }: Verdict): string {
  const parts = [
    ignored.length > 0 ? `${keys(ignored)} ${ignored.length === 1 ? 'has' : 'have'} no effect` : '',
    altered.length > 0 ? `${keys(altered)} ${altered.length === 1 ? 'is' : 'are'} not read as written` : '',
  ].filter(Boolean);
  const doubts =
    doubtful.length > 0
      ? `${keys(doubtful)} may not do what ${doubtful.length === 1 ? 'it says' : 'they say'}`
      : '';
  if (parts.length === 0) return doubts ? `, but ${doubts}` : ', with changes';
  return `, with changes: ${[...parts, doubts].filter(Boolean).join('; ')}`;
}

function keys(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(name => `<code>${escapeText(clip(name, 60))}</code>`);
  const further = names.length - shown.length;
  const last = further > 0 ? `${further} more` : shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} and ${last}`;
}
