import { findInvisible, type InvisibleRun } from '../document/invisible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for use between tags, with characters that cannot be seen made visible. */
export function escapeText(text: string): string {
  return markInvisible(escapeMarkup(text));
}

/** A message of ours, which sets what it quotes in backticks. */
export function messageHtml(message: string): string {
  return message
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 1 ? `<code>${escapeText(part.slice(1, -1))}</code>` : escapeText(part),
    )
    .join('');
}

/** Text for use inside a quoted attribute. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(replaceInvisible(text, nameInvisible));
}

/** Makes invisible characters visible in `html`, whose tags must not contain any. */
export function markInvisible(html: string): string {
  return replaceInvisible(
    html,
    (run, characters) =>
      `<span class="invisible" title="Characters that cannot be seen">${escapeMarkup(nameInvisible(run, characters))}</span>`,
  );
}

/** Lines longer than this do not fit into a narrow page. */
const widestLine = 30;

/** The attribute by which the keyboard reaches a block of code that scrolls; empty for one that always fits. */
export function scrollable(code: string): string {
  return code.split('\n').some(line => line.length > widestLine) ? ' tabindex="0"' : '';
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character]!);
}

function replaceInvisible(text: string, replace: (run: InvisibleRun, characters: string) => string): string {
  const runs = findInvisible(text);
  if (runs.length === 0) return text;
  let result = '';
  let end = 0;
  for (const run of runs) {
    result += text.slice(end, run.range.start) + replace(run, text.slice(run.range.start, run.range.end));
    end = run.range.end;
  }
  return result + text.slice(end);
}

/** `U+202E`; Unicode tags, a known way to hide instructions, as the letters that they stand for. */
function nameInvisible({ hidden }: InvisibleRun, characters: string): string {
  if (hidden !== '') return `hidden text: ${hidden}`;
  const points = Array.from(characters, character => character.codePointAt(0)!);
  const shown = points.slice(0, 4).map(point => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
  return shown.join(' ') + (points.length > 4 ? ` and ${points.length - 4} more` : '');
}
