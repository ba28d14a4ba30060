import type { PatternMatches } from '../features/patternMatches.ts';
import { escapeText } from './escapeHtml.ts';
import { count } from './sizes.ts';

/** How many files of a pattern, and how many patterns, are named. */
const most = { files: 5, patterns: 50 };

/** Which files of the project bring the file in, by its patterns. */
export function matchesHtml(matches: readonly PatternMatches[] | undefined): string {
  if (!matches || matches.length === 0) return '';
  const all = new Set(matches.flatMap(({ files }) => files)).size;
  const rows = matches.slice(0, most.patterns).map(({ pattern, files }) => {
    const named = files.slice(0, most.files).map(file => `<code>${escapeText(file)}</code>`);
    const rest = files.length > most.files ? ' …' : '';
    return `<li><code>${escapeText(pattern)}</code>: <strong>${filesOf(files.length)}</strong>${named.length > 0 ? ` <span class="when">${named.join(', ')}${rest}</span>` : ''}</li>`;
  });
  const rest =
    matches.length > most.patterns
      ? `<p class="caption">${count(matches.length - most.patterns)} more patterns.</p>`
      : '';
  return `<section id="matches" aria-labelledby="matches-heading">
<h2 id="matches-heading">Where it applies <span class="size">${filesOf(all)} of this project</span></h2>
<ul class="parts">${rows.join('')}</ul>
${rest}</section>`;
}

function filesOf(number: number): string {
  return number === 0 ? 'no file' : number === 1 ? '1 file' : `${count(number)} files`;
}
