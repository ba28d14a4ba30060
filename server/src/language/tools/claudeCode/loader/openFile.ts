import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { findFrontMatter } from './delimiters.ts';
import { type Field, lastOfEach } from './fields.ts';
import { collectorFor, type IssueCollector } from './issueCollector.ts';
import { readYaml } from './readYaml.ts';
import { findEarlyClose, reportEarlyClose, reportNoFrontMatter } from './reportDelimiters.ts';
import { reportUnreadable } from './reportUnreadable.ts';
import { reportReading } from './reportYaml.ts';
import type { Subject } from './subject.ts';

/** A file that Claude Code loads whatever its front matter is like: a skill, a command, a style, a rule. */
export interface OpenFile {
  /** Empty where the front matter is missing or cannot be read. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly body: OffsetRange;
  readonly issues: IssueCollector;
  /** The keys that are lost, or cut short, because the front matter ends before its author ends it. */
  readonly cut: ReadonlySet<string>;
  /** True when the front matter was found and read. */
  readonly isRead: boolean;
}

const noFields: ReadonlyMap<string, Field> = new Map();

/** Follows Claude Code through the delimiters and the YAML, and reports what is lost there. */
export function openFile(document: AgentDocument, subject: Subject): OpenFile {
  const { text } = document;
  const found = findFrontMatter(text);
  if (typeof found === 'string') {
    const issues = collectorFor(document, { start: 0, end: 0 });
    reportNoFrontMatter(document, found, subject, issues);
    const body = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
    return { fields: noFields, body, issues, cut: new Set(), isRead: false };
  }
  const issues = collectorFor(document, found.content);
  const early = findEarlyClose(document, found);
  const cut = new Set([...(early?.lost ?? []), ...(early?.within === undefined ? [] : [early.within])]);
  if (early) reportEarlyClose(early, found.close, true, subject, issues);
  const reading = readYaml(document, found.content);
  if (reading.kind !== 'map') {
    reportUnreadable(document, subject, found, reading, early !== undefined, issues);
    return { fields: noFields, body: found.body, issues, cut, isRead: false };
  }
  reportReading(reading, text, found.content, subject, issues);
  return { fields: lastOfEach(reading.fields), body: found.body, issues, cut, isRead: true };
}

/** A collector that drops its issues, where the cause is reported already. */
export function silent(issues: IssueCollector): IssueCollector {
  return { ...issues, add() {} };
}
