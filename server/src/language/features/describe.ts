import type { Aspect } from '../dialect/builtInSupport.ts';
import type { VocabularyEntry } from '../dialect/dialect.ts';
import type { Field } from '../dialect/field.ts';
import { typeText } from '../dialect/typeText.ts';
import { code, codes } from '../docs/markdown.ts';

/** More words than this are a table, not a line. */
const mostWordsInLine = 12;

/** A Markdown text's first sentence and what follows it. A full stop inside code ends nothing. */
export function splitFirstSentence(text: string): { readonly first: string; readonly rest: string } {
  const end = /^(?:`[^`]*`|[^`.!?]|[.!?](?!\s|$))*[.!?](?=\s|$)/.exec(text)?.[0].length ?? text.length;
  return { first: text.slice(0, end), rest: text.slice(end).trim() };
}

/** The same text for places that show no Markdown. */
export function withoutMarks(markdown: string): string {
  return markdown.replace(/`([^`]*)`/g, '$1').replace(/\*\*([^*]*)\*\*/g, '$1');
}

/**
 * A message for clients that show diagnostics as plain text, as all do today: what is code stands in quotation marks.
 */
export function plainMessage(markdown: string): string {
  return markdown.replace(/`([^`]*)`/g, (_, code: string) =>
    code.includes("'") ? `"${code}"` : `'${code}'`,
  );
}

/** Text from files as Markdown that shows it as it is, on one line and without making links of it. */
export function escapeMarkdown(text: string): string {
  return escapeInline(text).trim();
}

function escapeInline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()<>#|!~&$@]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, match => `${match.slice(0, -1)}\\.`);
}

/** A message to authors as Markdown: its words in backticks stay code, all else is shown as it is. */
export function messageMarkdown(message: string): string {
  return message
    .split(/(`[^`\n]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : escapeInline(part)))
    .join('');
}

/**
 * All there is to say about a field but its name and where to read on, as Markdown. `description` replaces the
 * field's own, and `said` has been said elsewhere.
 */
export function fieldMarkdown(
  field: Field,
  description = field.description,
  said: readonly Aspect[] = [],
): string {
  const { meta } = field;
  const words = field.values.filter(({ hidden, snippet }) => !hidden && !snippet).map(({ value }) => value);
  return paragraphs(
    description,
    bullets([
      meta.deprecation && `**Deprecated**: ${meta.deprecation}`,
      !said.includes('values') &&
        words.length > 0 &&
        words.length <= mostWordsInLine &&
        !field.types.includes('boolean') &&
        `${field.closed ? 'One of' : 'Such as'} ${codes(words)}`,
      !said.includes('default') && meta.defaultText && `When absent: ${meta.defaultText}`,
      meta.whenWrong && `When wrong: ${meta.whenWrong}`,
      meta.since && `Since ${meta.since}`,
      meta.examples && `Example: ${meta.examples.map(code).join(' or ')}`,
    ]),
  );
}

/**
 * All there is to say about a word but the word and where to read on, as Markdown. `description` replaces the word's
 * own.
 */
export function termMarkdown(term: VocabularyEntry, description = term.description): string {
  const { aliases = [] } = term;
  return paragraphs(
    description,
    bullets([
      term.unavailable && `**Never available here**: ${term.unavailable}`,
      term.deprecated && `**Deprecated**: ${term.deprecated}`,
      term.remark,
      aliases.length > 0 && `Also written ${codes(aliases)}`,
      term.since && `Since ${term.since}`,
    ]),
  );
}

/** The link below an explanation; empty without an address. */
export function documentationLink(url: string | undefined): string {
  return url === undefined ? '' : `[Documentation](${url})`;
}

/** What kind of value a field takes, for the end of a line: "required, text or list of text". */
export function fieldKind(field: Field): string {
  return [field.required && 'required', withoutMarks(typeText(field))].filter(Boolean).join(', ');
}

/** Blocks with an empty line between them; what is empty is left out. */
export function paragraphs(...blocks: readonly (string | false | undefined)[]): string {
  return blocks.filter(Boolean).join('\n\n');
}

function bullets(lines: readonly (string | false | undefined)[]): string {
  return lines
    .filter(Boolean)
    .map(line => `- ${line}`)
    .join('\n');
}
