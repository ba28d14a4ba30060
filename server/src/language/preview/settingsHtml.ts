import { withoutMarks } from '../features/describe.ts';
import type { DisplaySeverity } from '../features/displaySeverity.ts';
import type { FieldFate } from '../features/fieldFate.ts';
import { escapeAttribute, escapeText, scrollable } from './escapeHtml.ts';
import { isWithoutEffect, type Setting } from './previewSettings.ts';
import { type Chip, clip, type ShownValue } from './valueOutline.ts';

/** The badge of a setting that the tool does not read as written. */
const badges: Readonly<Partial<Record<FieldFate, string>>> = {
  changed: 'changed',
  doubtful: 'doubtful',
  ignored: 'no effect',
  leaked: 'sent to the model',
  unrestricted: 'no limit',
};

/** The settings as a list of key and value, the keys without effect together at its end. */
export function settingsHtml(settings: readonly Setting[]): string {
  if (settings.length === 0) return '';
  const ignored = settings.filter(isWithoutEffect);
  const rows = settings.filter(setting => !isWithoutEffect(setting)).map(rowHtml);
  if (ignored.length > 0) {
    rows.push(
      `<div class="setting ignored"><dt>No effect</dt><dd><ul class="chips" aria-label="Keys without effect">${ignored.map(ignoredHtml).join('')}</ul></dd></div>`,
    );
  }
  return `<section id="settings" aria-label="Settings"><dl>${rows.join('\n')}</dl></section>`;
}

function rowHtml({ key, line, fate, displaySeverity, value, written, remarks }: Setting): string {
  const label = escapeText(clip(key, 60));
  const term = line === undefined ? label : `<a href="#" data-reveal="${line}">${label}</a>`;
  const word = badges[fate];
  const badge = word ? ` ${badgeHtml(word, displaySeverity, remarks)}` : '';
  const original =
    written === undefined ? '' : ` <span class="written">written: <del>${escapeText(written)}</del></span>`;
  return `<div class="setting ${fate}"><dt>${term}</dt><dd>${value ? valueHtml(value, key) : ''}${badge}${original}</dd></div>`;
}

function badgeHtml(word: string, displaySeverity: DisplaySeverity, remarks: readonly string[]): string {
  const why = withoutMarks(remarks.join('\n'));
  return `<span class="badge severity-${displaySeverity}" title="${escapeAttribute(why)}">${word}<span class="unseen">: ${escapeText(why)}</span></span>`;
}

function valueHtml(value: ShownValue, key: string): string {
  switch (value.kind) {
    case 'text':
      return `<span class="value">${escapeText(value.text)}</span>`;
    case 'default':
      return `<span class="value">${escapeText(value.text)}</span> <span class="default">(default)</span>`;
    case 'outline':
      return `<pre class="value"${scrollable(value.text)}>${escapeText(value.text)}</pre>`;
    case 'chips':
      return value.chips.length === 0
        ? '<span class="value none">none</span>'
        : `<ul class="chips" aria-label="${escapeAttribute(clip(key, 60))}">${value.chips.map(chipHtml).join('')}</ul>`;
  }
}

function chipHtml({ text, state, reason }: Chip): string {
  if (state !== 'dropped') return `<li class="chip ${state}">${escapeText(text)}</li>`;
  const why = withoutMarks(reason ?? '');
  return `<li class="chip dropped" title="${escapeAttribute(why)}"><del>${escapeText(text)}</del><span class="unseen"> not read: ${escapeText(why)}</span></li>`;
}

function ignoredHtml({ key, line, written, remarks }: Setting): string {
  const value = written ? ` <span class="value">${escapeText(clip(written, 40))}</span>` : '';
  const text = `<del>${escapeText(clip(key, 60))}</del>${value}`;
  const title = escapeAttribute(withoutMarks(remarks.join('\n')));
  return `<li class="chip dropped" title="${title}">${line === undefined ? text : `<a href="#" data-reveal="${line}">${text}</a>`}</li>`;
}
