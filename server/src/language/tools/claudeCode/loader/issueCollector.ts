import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Effect, Issue } from '../../../loading/issue.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import type { Field } from './fields.ts';

interface Extras {
  readonly field?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Collects the notes on one file while the tool's steps are followed. */
export interface IssueCollector {
  readonly issues: readonly Issue[];
  /** The opening fence: where notes go that are about something missing. */
  readonly delimiter: OffsetRange;
  add(code: IssueCode, effect: Effect, range: OffsetRange, message: string, extras?: Extras): void;
  /** The range of a part of a value, when its text can be found in `field`; else the whole value, or its key. */
  rangeWithin(field: Field, part?: string): OffsetRange;
  /** Notes that a ` #` swallowed the whole of a value, if that is so. */
  cutByComment(field: Field, effect: Effect): boolean;
}

/** `content` is what the tool takes for the front matter. */
export function collectorFor(document: AgentDocument, content: OffsetRange): IssueCollector {
  const { text } = document;
  const issues: Issue[] = [];
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const collector: IssueCollector = {
    issues,
    delimiter: { start: mark, end: Math.min(mark + 3, text.length) },
    add(code, effect, range, message, extras = {}) {
      issues.push({ code, effect, range, problem: message, ...extras });
    },
    rangeWithin({ range, keyRange }, part) {
      if (range.start === range.end) return keyRange;
      if (part === undefined || part === '') return range;
      const at = text.slice(range.start, range.end).indexOf(part);
      return at < 0 ? range : { start: range.start + at, end: range.start + at + part.length };
    },
    cutByComment(field, effect) {
      const comment = commentBehind(text, field.range.end, content.end);
      if (field.value !== null || comment === undefined) return false;
      collector.add(
        'yaml.commentCut',
        effect,
        comment,
        `\`${field.key}\` is empty to Claude Code: in YAML everything behind a blank and \`#\` is a comment. Put the value in quotes.`,
        { field: field.key, data: { key: field.key } },
      );
      return true;
    },
  };
  return collector;
}

/** The comment that ends the line on which a value ends, from its `#` on. */
export function commentBehind(text: string, from: number, end: number): OffsetRange | undefined {
  const rest = text.slice(from, Math.min(lineEnd(text, from), end));
  const match = /^[ \t]+(#.*?)\s*$/.exec(rest);
  if (!match) return undefined;
  const start = from + rest.indexOf('#');
  return { start, end: start + match[1]!.length };
}
