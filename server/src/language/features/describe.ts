import type { Aspect } from '../dialect/builtInSupport.ts';
import type { VocabularyEntry } from '../dialect/dialect.ts';
import type { Field } from '../dialect/field.ts';
import { typeText } from '../dialect/typeText.ts';
import { code, codes } from '../docs/markdown.ts';

/** The number of values above which they are shown as a table. */
const mostWordsInLine = 12;

/** Splits Markdown after its first sentence. A period inside code does not end a sentence. */
export function splitFirstSentence(text: string): { readonly first: string; readonly rest: string } {
  const end = /^(?:`[^`]*`|[^`.!?]|[.!?](?!\s|$))*[.!?](?=\s|$)/.exec(text)?.[0].length ?? text.length;
  return { first: text.slice(0, end), rest: text.slice(end).trim() };
}

/** The text without Markdown. */
export function withoutMarks(markdown: string): string {
  return markdown.replace(/`([^`]*)`/g, '$1').replace(/\*\*([^*]*)\*\*/g, '$1');
}

/**
 * A message for clients that show diagnostics as plain text, as all do today: code is in quotation marks.
 */
export function plainMessage(markdown: string): string {
  return markdown.replace(/`([^`]*)`/g, (_, code: string) =>
    code.includes("'") ? `"${code}"` : `'${code}'`,
  );
}

/** Escapes text of a file for Markdown, on one line and without links. */
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

/** A message as Markdown: text in backticks stays code, everything else is escaped. */
export function messageMarkdown(message: string): string {
  return message
    .split(/(`[^`\n]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : escapeInline(part)))
    .join('');
}

/**
 * The documentation of a field without its name and link, as Markdown. `description` replaces that of the field; `said`
 * is shown elsewhere.
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
 * The documentation of a value without its name and link, as Markdown. `description` replaces that of the value.
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

/** The link below a hover; empty without a URL. */
export function documentationLink(url: string | undefined): string {
  return url === undefined ? '' : `[Documentation](${url})`;
}

/** The type of a field, for the end of a line: "required, string or list of strings". */
export function fieldKind(field: Field): string {
  return [field.required && 'required', withoutMarks(typeText(field))].filter(Boolean).join(', ');
}

/** Joins the non-empty blocks with an empty line between them. */
export function paragraphs(...blocks: readonly (string | false | undefined)[]): string {
  return blocks.filter(Boolean).join('\n\n');
}

function bullets(lines: readonly (string | false | undefined)[]): string {
  return lines
    .filter(Boolean)
    .map(line => `- ${line}`)
    .join('\n');
}
