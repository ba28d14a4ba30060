import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Field } from '../../dialect/field.ts';
import { type FieldTable, fieldsBeside } from '../../dialect/fieldTable.ts';
import type { Path } from '../../document/agentDocument.ts';
import type { Style } from '../../document/context.ts';
import {
  documentationLink,
  fieldKind,
  fieldMarkdown,
  paragraphs,
  splitFirstSentence,
  termMarkdown,
  withoutMarks,
} from '../describe.ts';
import type { Candidate } from './candidate.ts';
import { escapeSnippet } from './snippet.ts';
import { valueShape } from './valueShape.ts';

/** The mapping that a key is added to, and its keys. */
export interface KeyPlace {
  readonly path: Path;
  readonly present: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly style: Style;
  /** True where a colon follows the key already. */
  readonly hasColon: boolean;
}

/** The keys that can be added to a mapping, required ones first, without present and hidden ones. */
export function keyCandidates(table: FieldTable, place: KeyPlace): Candidate[] {
  const { path, present, values, style, hasColon } = place;
  const map = path.length === 0 ? undefined : table.field(path);
  if (path.length > 0 && !map) return [];
  const fields = map ? fieldsBeside(map, Object.fromEntries(values)) : table.fields;
  const wanted = fields.filter(({ name, meta }) => !meta.hidden && !present.includes(name));
  const inOrder = [...wanted.filter(isFirst), ...wanted.filter(field => !isFirst(field))];
  const known = inOrder.map(field => fieldCandidate(field, style, hasColon));
  const words = (map?.keys ?? [])
    .filter(({ value, hidden }) => !hidden && !present.includes(value))
    .map(({ value }) => table.field([...path, value]))
    .filter(field => field !== undefined)
    .map(field => fieldCandidate(field, style, hasColon));
  return [...known, ...words];
}

function isFirst({ required, meta }: Field): boolean {
  return required && meta.deprecation === undefined;
}

function fieldCandidate(field: Field, style: Style, hasColon: boolean): Candidate {
  const { name, term, meta, source } = field;
  const shape = style === 'block' ? (term?.snippet ?? valueShape(field, style)) : valueShape(field, style);
  return {
    label: name,
    kind: term ? CompletionItemKind.Event : CompletionItemKind.Property,
    snippet: escapeSnippet(name) + (hasColon ? '' : `:${shape}`),
    detail: term ? withoutMarks(splitFirstSentence(term.description).first) : fieldKind(field),
    documentation: () =>
      paragraphs(term ? termMarkdown(term) : fieldMarkdown(field), documentationLink(meta.url ?? source.url)),
    ...(meta.deprecation !== undefined && { deprecated: true }),
  };
}
