import type { AgentDocument } from '../../document/agentDocument.ts';
import { lineEnd, lineStart } from '../../document/lines.ts';
import { type OffsetRange, trimRange } from '../../document/offsets.ts';
import type { Entry } from '../../document/yamlTree.ts';

/** The line that `at` is on, within `content` and without its line break. */
export function lineAt(document: AgentDocument, content: OffsetRange, at: number): OffsetRange {
  const start = Math.max(lineStart(document.text, at), content.start);
  return { start, end: Math.max(start, Math.min(lineEnd(document.text, at), content.end)) };
}

/** The lines of `content`, starting at `content.start`, each without its line break. */
export function* linesOf(document: AgentDocument, content: OffsetRange): Generator<OffsetRange> {
  for (let at = content.start; at < content.end; ) {
    const line = lineAt(document, content, at);
    yield line;
    at = line.end + 1;
  }
}

/** The line that `offset` is on, or only the value of `entry` on it, if that starts there before `offset`. */
export function restOfLine({ text }: AgentDocument, offset: number, entry: Entry | undefined): OffsetRange {
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  const value = entry?.range.start ?? line.start;
  return trimRange(text, value > line.start && value <= offset ? { start: value, end: line.end } : line);
}
