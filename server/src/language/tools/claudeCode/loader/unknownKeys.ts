import { nearestWord } from '../../../document/nearestWord.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';

/** A key of another kind of file, or of another product, and what to say of it here: whole sentences. */
export interface ForeignKey {
  readonly message: string;
  readonly suggestion?: string;
}

/**
 * Notes the keys that Claude Code does not know in such a file. It ignores them without a word, and authors keep
 * data of their own in them, so that nothing is lost by it that a tool could know of.
 */
export function reportUnknownKeys(
  fields: ReadonlyMap<string, Field>,
  known: readonly string[],
  foreign: Readonly<Record<string, ForeignKey>>,
  issues: IssueCollector,
): void {
  for (const { key, keyRange } of fields.values()) {
    if (known.includes(key)) continue;
    const said = Object.hasOwn(foreign, key) ? foreign[key] : undefined;
    const suggestion = said ? said.suggestion : nearestWord(key, known);
    const message =
      said?.message ??
      `Claude Code does not know the key \`${key}\` here, and ignores it.${
        suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`
      }`;
    issues.add('key.unknown', 'noted', keyRange, message, {
      field: key,
      ...(suggestion !== undefined && { data: { suggestion } }),
    });
  }
}
