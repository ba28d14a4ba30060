import type { Path } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';

/** A refusal before it is known which field it belongs to. */
export type UnplacedIssue = Pick<Issue, 'code' | 'range' | 'problem' | 'data'>;

/** The data of a fix, when there is a word to put in place. */
export function suggestion(word: string | undefined): { suggestion?: string } {
  return word === undefined ? {} : { suggestion: word };
}

/** What a value holds at a path; `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}
