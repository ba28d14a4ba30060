import type { IssueText } from '../loading/issue.ts';

/** Where a rule's id stands, for a file whose check failed. */
export const internalErrorId = 'internalError';

/** What is reported of a file whose check failed: nothing else is known of it. */
export const internalError = {
  problem: 'Internal error while checking this file',
  consequence: 'Its problems are not known',
  advice: 'Report the error in the log',
} as const satisfies IssueText;

/** The line for the log. `file` is its path or URI. */
export function internalErrorLine(file: string, error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Internal error while checking ${file}: ${what.split('\n').slice(0, 6).join('\n')}`;
}
