import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { AgentDocument } from '../../document/agentDocument.ts';
import type { TextSupport } from './documentSymbols.ts';
import { type Part, partsOf } from './parts.ts';

/** What can be folded: the front matter, keys over several lines, tagged sections, and what is below a heading. */
export function foldingRanges(document: AgentDocument, editor: TextSupport): FoldingRange[] {
  if (document.format === 'json' && editor.json) return [];
  const { frontMatter } = document;
  const found: FoldingRange[] = [];
  const fold = (start: number, end: number, kind?: FoldingRangeKind): void => {
    const [startLine, endLine] = [document.positionAt(start).line, document.positionAt(end).line];
    if (endLine > startLine) found.push({ startLine, endLine, ...(kind && { kind }) });
  };
  if (frontMatter.close) fold(frontMatter.open.start, frontMatter.close.end, FoldingRangeKind.Region);
  const foldAll = (parts: readonly Part[]): void => {
    for (const { kind, range, parts: inner } of parts) {
      if (kind !== 'heading' || !editor.headings) fold(range.start, range.end);
      foldAll(inner);
    }
  };
  foldAll(partsOf(document));
  return found;
}
