import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { IssueCollector as CommonCollector, type Effect } from '../../../loading/issue.ts';
import type { Field } from './fields.ts';

/** Collects the issues of one file while the tool's steps are followed. */
export interface IssueCollector extends Pick<CommonCollector, 'issues' | 'add'> {
  /** The opening delimiter: the range of issues about something missing. */
  readonly delimiter: OffsetRange;
  /** Returns the range of `part` in a value, when it can be found there; else of the whole value, or of its key. */
  rangeWithin(field: Field, part?: string): OffsetRange;
  /** Reports that a ` #` turns the whole of a value into a comment, if that is so. */
  cutByComment(field: Field, effect: Effect): boolean;
}

/** `content` is what the tool reads as the front matter. */
export function collectorFor(document: AgentDocument, content: OffsetRange): IssueCollector {
  const { text } = document;
  const collected = new CommonCollector();
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const collector: IssueCollector = {
    issues: collected.issues,
    delimiter: { start: mark, end: Math.min(mark + 3, text.length) },
    add: collected.add.bind(collected),
    rangeWithin({ range, keyRange }, part) {
      if (range.start === range.end) return keyRange;
      if (part === undefined || part === '') return range;
      const at = text.slice(range.start, range.end).indexOf(part);
      return at < 0 ? range : { start: range.start + at, end: range.start + at + part.length };
    },
    cutByComment(field, effect) {
      const comment = commentAfter(text, field.range.end, content.end);
      if (field.value !== null || comment === undefined) return false;
      collector.add(
        'yaml.commentCut',
        effect,
        comment,
        {
          problem: '` #` starts a comment and ends the value',
          consequence: `Claude Code reads \`${field.key}\` as empty`,
          advice: 'Put the value in quotes',
        },
        { field: field.key, data: { key: field.key } },
      );
      return true;
    },
  };
  return collector;
}

/** Returns the comment at the end of the line on which a value ends, starting at its `#`. */
export function commentAfter(text: string, from: number, end: number): OffsetRange | undefined {
  const rest = text.slice(from, Math.min(lineEnd(text, from), end));
  const match = /^[ \t]+(#.*?)\s*$/.exec(rest);
  if (!match) return undefined;
  const start = from + rest.indexOf('#');
  return { start, end: start + match[1]!.length };
}
