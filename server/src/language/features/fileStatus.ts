import { messageOf } from '../loading/issue.ts';
import type { Snapshot } from '../snapshot.ts';
import { withoutMarks } from './describe.ts';
import { displaySeverityOf, type Said } from './displaySeverity.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** The verdict on a file for the status item, in plain text. */
export interface FileStatus {
  /** "loads as reviewer", "loads with changes", "will not load". */
  readonly text: string;
  /** The tool of the verdict. Short, like `text`: VS Code shows both on one line, before the commands. */
  readonly detail: string;
  /** The reason, for screen readers; empty without one. */
  readonly reason: string;
  readonly severity: 'information' | 'warning' | 'error';
}

/** How the tool loads the file, and why, in a few words; as severe as the file's diagnostics. */
export function fileStatus(snapshot: Snapshot, diagnostics: readonly Said[]): FileStatus {
  const { tool, version } = snapshot.loader;
  const verdict = verdictOf(snapshot);
  const displaySeverity = displaySeverityOf(verdict, diagnostics);
  return {
    text: wordsFor(verdict),
    detail: `${tool} ${version}`,
    reason: reasonsOf(verdict),
    severity: displaySeverity === 'good' ? 'information' : displaySeverity,
  };
}

/** A verdict in a few words. */
export function wordsFor({
  outcome,
  name,
  hiddenBy,
}: Pick<Verdict, 'outcome' | 'name' | 'hiddenBy'>): string {
  switch (outcome) {
    case 'loads':
      return name === undefined ? 'loads' : `loads as ${clip(name, 20)}`;
    case 'changed':
    case 'unrestricted':
      return 'loads with changes';
    case 'hidden':
      return hiddenBy?.isCertain === false ? 'has a duplicate name' : 'hidden by a duplicate name';
    case 'fails':
      return 'loads, but fails when it is used';
    case 'rejected':
      return 'will not load';
    case 'notMeant':
      return 'not read as an agent file';
    case 'empty':
      return 'empty';
  }
}

/** The first reason, and the number of others. */
function reasonsOf({ reasons, hiddenBy, refusal }: Verdict): string {
  if (refusal !== undefined) return withoutMarks(`${refusal}.`);
  if (hiddenBy) return `${hiddenBy.place} has the same name.`;
  const [first, ...others] = reasons;
  if (!first) return '';
  const further = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${clip(withoutMarks(messageOf(first.issue)), 300)}${further}`;
}

function clip(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length <= length ? plain : `${plain.slice(0, length - 1)}…`;
}
