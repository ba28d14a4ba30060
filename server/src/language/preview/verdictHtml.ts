import { type Tone, toneElsewhere } from '../features/tone.ts';
import type { Verdict } from '../features/verdict.ts';
import { escapeText, messageHtml } from './escapeHtml.ts';
import { type Icon, icon } from './icons.ts';
import { clip } from './valueOutline.ts';

const icons: Readonly<Record<Tone, Icon>> = {
  good: 'loads',
  information: 'information',
  warning: 'warning',
  error: 'error',
};

/** The verdict as one line, with the reasons under it. Screen readers are told when it changes. */
export function verdictHtml(verdict: Verdict, tone: Tone): string {
  // What merely changes is said of the keys themselves, below.
  const told = verdict.outcome === 'altered' ? [] : verdict.reasons;
  const reasons = told
    .slice(0, 5)
    .map(
      ({ note, line }) =>
        `<li><a href="#" data-reveal="${line}" class="reason">${messageHtml(note.message)} <span class="line">line ${line + 1}</span></a></li>`,
    );
  return `<div class="verdict tone-${tone}" role="status">${icon(icons[tone])}<div><p>${sentence(verdict)}</p>
${reasons.length > 0 ? `<ul>${reasons.join('')}</ul>` : ''}</div></div>`;
}

/** The verdicts of other tools, a line each; nothing where none was asked. */
export function otherToolsHtml(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '';
  const rows = verdicts.map(verdict => {
    const tone = toneElsewhere(verdict);
    return `<li class="tool tone-${tone}">${icon(icons[tone])}<span>${sentence(verdict)}</span></li>`;
  });
  return `<section id="other-tools" aria-labelledby="other-tools-heading">
<h2 id="other-tools-heading">In other tools</h2>
<ul>${rows.join('')}</ul></section>`;
}

function sentence({ outcome, tool: toolName, name, reasons, ignoredKeys, alteredKeys }: Verdict): string {
  const tool = escapeText(toolName);
  const loads = `${tool} loads this${name === undefined ? '' : ` as <strong>${escapeText(clip(name, 256))}</strong>`}`;
  switch (outcome) {
    case 'loads':
      return `${loads}.`;
    case 'altered':
      return `${loads}, with changes${changes(ignoredKeys, alteredKeys)}.`;
    case 'widened':
      return `${loads}, but ${reasons.length === 1 ? 'a limit in it does' : 'limits in it do'} not hold.`;
    case 'fails':
      return `${loads}, and fails when it is used.`;
    case 'refused':
      return `${tool} will not load this file.`;
    case 'notMeant':
      return `${tool} does not take this file for an agent, and nothing in it says that it is meant as one.`;
    case 'empty':
      return 'This file is empty. An agent starts with a line <code>---</code>, its name and description, and another <code>---</code>.';
  }
}

function changes(ignored: readonly string[], altered: readonly string[]): string {
  const parts = [
    ignored.length > 0 ? `${keys(ignored)} ${ignored.length === 1 ? 'has' : 'have'} no effect` : '',
    altered.length > 0 ? `${keys(altered)} ${altered.length === 1 ? 'is' : 'are'} not taken as written` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `: ${parts.join('; ')}` : '';
}

function keys(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(name => `<code>${escapeText(clip(name, 60))}</code>`);
  const further = names.length - shown.length;
  const last = further > 0 ? `${further} more` : shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} and ${last}`;
}
