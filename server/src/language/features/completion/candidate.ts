import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver-types';
import type { VocabularyEntry } from '../../dialect/dialect.ts';
import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { splitFirstSentence, termMarkdown, withoutMarks } from '../describe.ts';
import type { Word } from '../words.ts';
import { isPlain, plainTextOf } from './snippet.ts';

/** One completion item before its position in the list is known. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** The inserted text, as an LSP snippet. */
  readonly snippet: string;
  /** Plain text, shown beside the label. */
  readonly detail: string;
  /** Markdown, or plain text where it comes from a file. */
  readonly documentation: () => string;
  readonly isFromFile?: boolean;
  readonly deprecated?: boolean;
  readonly filterText?: string;
  /** True in a list with items of the client, which are sorted by label. */
  readonly isAmongOthers?: boolean;
}

/** An item, and its documentation for when it is selected: a list is long, and few items are selected. */
export interface Completion {
  readonly item: CompletionItem;
  /** `undefined` without documentation. */
  readonly documentation: () => MarkupContent | undefined;
}

/** The completion items, in the order of the candidates unless the client lists others too. Each replaces `range`. */
export function itemsOf(
  document: AgentDocument,
  range: OffsetRange,
  candidates: readonly Candidate[],
): Completion[] {
  const replaced = document.toRange(range);
  return candidates.map((candidate, index) => {
    const { label, kind, snippet, detail, deprecated, filterText, isAmongOthers } = candidate;
    const plain = isPlain(snippet);
    const documentation = () => markupOf(candidate);
    const item: CompletionItem = {
      label,
      kind,
      ...(!isAmongOthers && { sortText: String(index).padStart(3, '0') }),
      insertTextFormat: plain ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      ...(snippet.includes('\n') && { insertTextMode: InsertTextMode.adjustIndentation }),
      textEdit: { range: replaced, newText: plain ? plainTextOf(snippet) : snippet },
      ...(detail && { detail }),
      // VS Code shows a color in the list only if the item has documentation.
      ...(kind === CompletionItemKind.Color && { documentation: documentation()! }),
      ...(filterText !== undefined && { filterText }),
      ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    };
    return { item, documentation };
  });
}

function markupOf({ documentation, isFromFile }: Candidate): MarkupContent | undefined {
  const value = documentation();
  return value === '' ? undefined : { kind: isFromFile ? MarkupKind.PlainText : MarkupKind.Markdown, value };
}

/** A value as a candidate that inserts `snippet`. */
export function wordCandidate({ term, kind, isFromFile }: Word, snippet: string): Candidate {
  return {
    label: term.value,
    kind: term.snippet === undefined ? kind : CompletionItemKind.Snippet,
    snippet,
    detail: withoutMarks(
      isFromFile ? firstLine(term.description) : splitFirstSentence(term.description).first,
    ),
    documentation: () => (isFromFile ? term.description : documentationOf(term)),
    ...(isFromFile && { isFromFile }),
    ...(term.deprecated !== undefined && { deprecated: true }),
  };
}

/** VS Code shows a swatch for a color at the end of the documentation. */
function documentationOf(term: VocabularyEntry): string {
  return term.css === undefined ? termMarkdown(term) : `${termMarkdown(term)}\n\n${term.css}`;
}

function firstLine(text: string): string {
  const line = /^[^\r\n]*/.exec(text)![0];
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
