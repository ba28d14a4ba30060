import type { AgentDocument } from '../../document/agentDocument.ts';
import { lineAfter, lineBreak, lineStart } from '../../document/lines.ts';
import type { OffsetRange } from '../../document/offsets.ts';

/** The line of a problem, as the repairs of one line need it. */
export interface ProblemLine {
  readonly range: OffsetRange;
  readonly text: string;
}

/** The line of an offset, without its line break. */
export function lineOf({ text }: AgentDocument, offset: number): ProblemLine {
  const range = { start: lineStart(text, offset), end: lineBreak(text, offset) };
  return { range, text: text.slice(range.start, range.end) };
}

/** The lines of the front matter, each without its line break. */
export function* frontMatterLines(document: AgentDocument): Generator<ProblemLine> {
  const { content } = document.frontMatter;
  for (let at = content.start; at < content.end; at = lineAfter(document.text, at))
    yield lineOf(document, at);
}
