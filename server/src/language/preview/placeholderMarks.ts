import type { VocabularyEntry } from '../dialect/dialect.ts';
import { escapeAttribute, escapeText } from './escapeHtml.ts';

/** Returns text as HTML in which the placeholders that the tool replaces are chips with what they stand for. */
export type MarkText = (text: string) => string;

/** Marks these placeholders; those that depend on what is around them stay as they are. */
export function placeholderMarker(entries: readonly VocabularyEntry[]): MarkText {
  const known = entries.filter(({ pattern }) => !pattern?.startsWith('^'));
  if (known.length === 0) return escapeText;
  // The longest first: `$ARGUMENTS[0]` before `$ARGUMENTS`.
  const forms = known
    .map(entry => ({ entry, form: entry.pattern ?? escapeForm(entry.value) }))
    .sort((a, b) => b.form.length - a.form.length);
  const any = new RegExp(`(${forms.map(({ form }) => form).join('|')})(?!\\w)`);
  return text =>
    text
      .split(any)
      .map((part, index) => (index % 2 === 0 ? escapeText(part) : chip(part, descriptionOf(part, forms))))
      .join('');
}

function descriptionOf(
  text: string,
  forms: readonly { readonly entry: VocabularyEntry; readonly form: string }[],
): string {
  const known =
    forms.find(({ entry }) => entry.value === text) ??
    forms.find(({ form }) => new RegExp(`^(?:${form})$`).test(text));
  return known?.entry.description ?? '';
}

function chip(text: string, description: string): string {
  return `<span class="argument" title="${escapeAttribute(description.replaceAll('`', ''))}">${escapeText(text)}</span>`;
}

function escapeForm(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
