import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { findFrontMatter } from './fences.ts';
import { type Field, lastOfEach } from './fields.ts';
import { findEarlyClose, noteEarlyClose, noteNoFrontMatter } from './noteFences.ts';
import { type NoteTaker, noteTakerFor } from './noteTaker.ts';
import { noteUnreadable } from './noteUnreadable.ts';
import { noteReading } from './noteYaml.ts';
import { readYaml } from './readYaml.ts';
import type { Subject } from './subject.ts';

/** A file that Claude Code loads whatever its front matter is like: a skill, a command, a style, a rule. */
export interface OpenFile {
  /** What there is of fields: none where the front matter is missing or cannot be read. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly body: OffsetRange;
  readonly notes: NoteTaker;
  /** The keys that are lost, or cut, because the front matter ends before its author ends it. */
  readonly cut: ReadonlySet<string>;
  /** True when the front matter was found and read. */
  readonly isRead: boolean;
}

const noFields: ReadonlyMap<string, Field> = new Map();

/** Follows Claude Code through the fences and the YAML, and notes what is lost there. */
export function openFile(document: AgentDocument, subject: Subject): OpenFile {
  const { text } = document;
  const found = findFrontMatter(text);
  if (typeof found === 'string') {
    const notes = noteTakerFor(document, { start: 0, end: 0 });
    noteNoFrontMatter(document, found, subject, notes);
    const body = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
    return { fields: noFields, body, notes, cut: new Set(), isRead: false };
  }
  const notes = noteTakerFor(document, found.content);
  const early = findEarlyClose(document, found);
  const cut = new Set([...(early?.lost ?? []), ...(early?.within === undefined ? [] : [early.within])]);
  if (early) noteEarlyClose(early, found.close, true, subject, notes);
  const reading = readYaml(document, found.content);
  if (reading.kind !== 'map') {
    noteUnreadable(document, subject, found, reading, early !== undefined, notes);
    return { fields: noFields, body: found.body, notes, cut, isRead: false };
  }
  noteReading(reading, text, found.content, subject, notes);
  return { fields: lastOfEach(reading.fields), body: found.body, notes, cut, isRead: true };
}

/** A taker of notes that says nothing, where the cause is named already. */
export function silent(notes: NoteTaker): NoteTaker {
  return { ...notes, add() {} };
}
