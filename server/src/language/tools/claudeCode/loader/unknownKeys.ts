import { nearestWord } from '../../../document/nearestWord.ts';
import type { IssueText } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';

/** A key of another kind of file, or of another product, and what to say of it here. */
export interface ForeignKey extends Omit<IssueText, 'problem'> {
  readonly suggestion?: string;
  readonly several?: string;
}

/**
 * Reports the keys that Claude Code does not know in such a file. It ignores them silently, and authors keep custom
 * data in them, so nothing is lost that a tool could know of.
 */
export function reportUnknownKeys(
  fields: ReadonlyMap<string, Pick<Field, 'key' | 'keyRange'>>,
  known: readonly string[],
  foreign: Readonly<Record<string, ForeignKey>>,
  issues: Pick<IssueCollector, 'add'>,
): void {
  for (const { key, keyRange } of fields.values()) {
    if (known.includes(key)) continue;
    const {
      suggestion,
      several = 'Claude Code ignores them',
      ...parts
    }: ForeignKey = Object.hasOwn(foreign, key) ? foreign[key]! : guessFor(key, known);
    const text: IssueText = {
      problem: problems.unknownKey(key),
      consequence: 'Claude Code ignores it',
      ...parts,
    };
    issues.add('key.unknown', 'noted', keyRange, text, {
      field: key,
      several,
      ...(suggestion !== undefined && { data: { suggestion } }),
    });
  }
}

function guessFor(key: string, known: readonly string[]): ForeignKey {
  const suggestion = nearestWord(key, known);
  return suggestion === undefined ? {} : { suggestion, advice: `Did you mean \`${suggestion}\`?` };
}
