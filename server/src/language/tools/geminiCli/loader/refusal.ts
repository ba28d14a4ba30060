import type { Path } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector, IssueDetails, NewText } from '../../../loading/issue.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import { typeName } from '../../../loading/shape.ts';

/** Adds the issue of a mismatch, which refuses the file. */
export type Refuse = (code: IssueCode, range: OffsetRange, text: NewText, details?: IssueDetails) => void;

/** Returns what adds the issues about the field that a path leads to. */
export function refusing(path: Path, issues: IssueCollector): Refuse {
  const field = path.find(step => typeof step === 'string');
  return (code, range, text, details = {}) =>
    issues.add(code, 'rejected', range, text, { field, ...details });
}

/** The consequence of every mismatch. */
export const refuses = 'Gemini CLI does not load the file';

/** The consequence of a value of a wrong type. */
export function refusesType(given: unknown): string {
  return `Gemini CLI reads ${typeName(given)} and does not load the file`;
}

/** A path as shown in a message, without the position in a list of agents: "`auth.type`", "`tools[0]`". */
export function labelOf(path: Path): string {
  const below = typeof path[0] === 'number' ? path.slice(1) : path;
  const text = below.reduce<string>(
    (label, step) => (typeof step === 'number' ? `${label}[${step}]` : label ? `${label}.${step}` : step),
    '',
  );
  return text === '' ? `Item ${Number(path[0]) + 1}` : `\`${text}\``;
}

/** The nested key that a path leads to; nothing for a top-level key. */
export function subjectOf(path: Path): string | undefined {
  const keys = path.filter(step => typeof step === 'string');
  return keys.length > 1 ? keys.at(-1) : undefined;
}
