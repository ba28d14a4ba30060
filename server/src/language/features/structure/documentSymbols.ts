import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { AgentDocument } from '../../document/agentDocument.ts';
import { type Part, partsOf } from './parts.ts';

/** What the editor outlines and folds itself, and would be there twice. */
export interface TextSupport {
  /** True if it does that with headings of Markdown. */
  readonly headings: boolean;
  /** True if it does that with the keys of JSON. */
  readonly json: boolean;
}

const kinds = { key: SymbolKind.Key, heading: SymbolKind.String, section: SymbolKind.Namespace } as const;

/** The outline of a file: its keys, headings and tagged sections. What is inside a heading stays without it too. */
export function documentSymbols(document: AgentDocument, editor: TextSupport): DocumentSymbol[] {
  const symbolsOf = (parts: readonly Part[]): DocumentSymbol[] =>
    parts.flatMap(({ kind, name, detail, range, nameRange, parts: inner }) => {
      const children = symbolsOf(inner);
      if (kind === 'heading' && editor.headings) return children;
      return {
        name,
        ...(detail !== '' && { detail }),
        kind: kinds[kind],
        range: document.toRange(range),
        selectionRange: document.toRange(nameRange),
        ...(children.length > 0 && { children }),
      };
    });
  return document.format === 'json' && editor.json ? [] : symbolsOf(partsOf(document));
}
