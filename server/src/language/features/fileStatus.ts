import type { Snapshot } from '../snapshot.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** The verdict on a file as an editor shows it beside the file: plain text. */
export interface FileStatus {
  /** "loads as reviewer", "loads with changes", "will not load". */
  readonly text: string;
  /** Why, where there is a reason to tell; whose verdict it is. */
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
}

/** Says in a few words what the tool makes of the file, and why. */
export function fileStatus(snapshot: Snapshot): FileStatus {
  const { tool, version } = snapshot.dialect.loader;
  const verdict = verdictOf(snapshot);
  const reasons = reasonsOf(verdict);
  return { ...wordsFor(verdict), detail: [`${tool} ${version}`, reasons].filter(Boolean).join(': ') };
}

function wordsFor({ outcome, name, reasons }: Verdict): Omit<FileStatus, 'detail'> {
  switch (outcome) {
    case 'loads':
      return { text: name === undefined ? 'loads' : `loads as ${clip(name, 100)}`, severity: 'information' };
    case 'altered':
      return { text: 'loads with changes', severity: 'warning' };
    case 'widened':
      return { text: 'loads with changes', severity: 'error' };
    case 'fails':
      return { text: 'loads, and fails when it is used', severity: 'error' };
    case 'refused':
      // Without a reason it is as its author wants it: switched off, say.
      return { text: 'will not load', severity: reasons.length > 0 ? 'error' : 'information' };
    case 'notMeant':
      return { text: 'not taken for an agent file', severity: 'information' };
    case 'empty':
      return { text: 'empty', severity: 'information' };
  }
}

/** The first reason, and how many there are beside it. */
function reasonsOf({ reasons }: Verdict): string {
  const [first, ...others] = reasons;
  if (!first) return '';
  const further = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${clip(first.message.replace(/\s+/g, ' '), 300)}${further}`;
}

function clip(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length <= length ? plain : `${plain.slice(0, length - 1)}…`;
}
