import type { VocabularyEntry } from '../dialect/dialect.ts';
import type { Snapshot } from '../snapshot.ts';

const declared = /^[A-Za-z_]\w*$/;

/**
 * The placeholders that the tool replaces in this file: its fixed ones, and those that the front matter declares.
 */
export function placeholdersOf({ dialect: { body }, load }: Snapshot): readonly VocabularyEntry[] {
  const always = body?.placeholders ?? [];
  const names = body?.placeholderField === undefined ? undefined : load.fields[body.placeholderField];
  if (!Array.isArray(names)) return always;
  const own = names.flatMap((name: unknown, index): VocabularyEntry[] =>
    typeof name === 'string' && declared.test(name)
      ? [
          {
            value: `$${name}`,
            description: `Argument ${index + 1}, by the name that \`${body!.placeholderField}\` gives it.`,
          },
        ]
      : [],
  );
  return [...own, ...always];
}
