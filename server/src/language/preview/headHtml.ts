import { type DisplaySeverity, displaySeverityElsewhere } from '../features/displaySeverity.ts';
import type { Verdict } from '../features/verdict.ts';
import type { Outcome } from '../overview/model.ts';
import { escapeText } from './escapeHtml.ts';
import { type Icon, icon, verdictIcons } from './icons.ts';
import type { PreviewModel } from './previewModel.ts';

/** The top of the page, which stays in view: the agent, how its readers load it, and what can be done. */
export function headHtml(model: PreviewModel): string {
  const { title, kind, color, scope } = model;
  const facts = [
    `<span class="kind">${escapeText(kind)}</span>`,
    color === undefined ? '' : swatchHtml(color),
    scope === undefined ? '' : `<span class="scope">${escapeText(scope)}</span>`,
  ].filter(Boolean);
  return `<header id="agent">
<div class="top"><h1><span class="name">${escapeText(title)}</span></h1>${actionsHtml(model)}</div>
<p class="facts">${facts.join(' ')}</p>
${pillsHtml(model)}
</header>`;
}

/** What the page's script and the extension do together; nothing on a page without them. */
function actionsHtml({ isInteractive, safeFixes, prompt }: PreviewModel): string {
  if (!isInteractive) return '';
  const buttons = [
    safeFixes === 0 ? '' : button('fixAll', 'Fix All Safe', ` (${safeFixes})`),
    button('lock', 'Lock'),
    prompt ? button('copyPrompt', 'Copy Prompt') : '',
    button('openPage', 'Open as Page'),
  ];
  return `<div class="actions">${buttons.join('')}</div>`;
}

/** A button with an icon; a narrow page has only that, and the `suffix`. */
function button(command: Icon, title: string, suffix = ''): string {
  return `<button type="button" data-command="${command}" title="${title}">${icon(command)}<span class="label">${title}</span>${suffix}</button>`;
}

/** Colors that have a counterpart in every theme; the style sheet knows them by class. */
const themed = new Set(['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan']);

/** The color as a square with its name: unlike a light, it says nothing of how the agent is. */
function swatchHtml(color: string): string {
  const value = color.trim().toLowerCase();
  const isDrawable = /^(?:#(?:[0-9a-f]{3}|[0-9a-f]{6})|[a-z]{3,20})$/.test(value);
  if (!isDrawable) return '';
  const paint = themed.has(value) ? ` class="color-${value}"` : ` fill="${value}"`;
  return `<span class="swatch" role="img" aria-label="Color ${value}"><svg viewBox="0 0 16 16" aria-hidden="true"><rect x="1" y="1" width="14" height="14" rx="2"${paint}/></svg>${value}</span>`;
}

const words: Readonly<Record<Outcome, string>> = {
  loads: 'loads',
  changed: 'loads with changes',
  unrestricted: 'loads without a limit',
  hidden: 'hidden by a duplicate',
  fails: 'fails when used',
  rejected: 'does not load',
  notMeant: 'does not read this file',
  empty: 'empty file',
};

/** One pill for each tool that reads the file or that it is checked for. */
function pillsHtml({ verdict, displaySeverity, otherTools, problems }: PreviewModel): string {
  const own = pillHtml(verdict, displaySeverity, problems.length > 0 ? 'problems' : undefined);
  const others = otherTools.map(other => pillHtml(other, displaySeverityElsewhere(other), 'other-tools'));
  return `<div role="status"><ul class="pills" aria-label="Verdicts">${[own, ...others].join('')}</ul></div>`;
}

function pillHtml(
  { tool, outcome, hiddenBy }: Verdict,
  displaySeverity: DisplaySeverity,
  section: string | undefined,
): string {
  const text = `${icon(verdictIcons[displaySeverity])}<span class="tool-name">${escapeText(tool)}</span> <span class="outcome">${hiddenBy?.isCertain === false ? 'has a duplicate' : words[outcome]}</span>`;
  const content =
    section === undefined
      ? `<span class="pill severity-${displaySeverity}">${text}</span>`
      : `<a class="pill severity-${displaySeverity}" href="#${section}">${text}</a>`;
  return `<li>${content}</li>`;
}
