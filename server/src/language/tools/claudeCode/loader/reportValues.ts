import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import type { Effect } from '../../../loading/issue.ts';
import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';

/** Whether a key is written and its value is not. */
export function isEmpty({ value }: Field): boolean {
  return value === null || value === '';
}

/** A key without a value. */
export function reportEmpty(field: Field, issues: IssueCollector): undefined {
  issues.add(
    'value.null',
    'noted',
    field.keyRange,
    `\`${field.key}\` has no value, which is as if it were not there.`,
    { field: field.key },
  );
}

/** A value of a kind that is not taken. */
export function reportType(field: Field, expected: string, issues: IssueCollector): undefined {
  issues.add(
    'value.type',
    'ignored',
    issues.rangeWithin(field),
    `Claude Code ignores this: \`${field.key}\` must be ${expected}, and this is ${kindOf(field.value)}.`,
    { field: field.key, data: { expected } },
  );
}

/** A word that stands for a boolean elsewhere. */
export function reportBoolean(field: Field, issues: IssueCollector): undefined {
  const word = String(field.value).trim().toLowerCase();
  const meansTrue = ['yes', 'y', 'on', '1', 'true'].includes(word);
  const suggestion = meansTrue
    ? 'true'
    : ['no', 'n', 'off', '0', 'false'].includes(word)
      ? 'false'
      : undefined;
  if (suggestion === undefined || typeof field.value === 'object')
    return reportType(field, '`true` or `false`', issues);
  issues.add(
    'value.boolean',
    'ignored',
    issues.rangeWithin(field),
    `Claude Code ignores this: \`${field.key}\` must be \`true\` or \`false\`. Write \`${suggestion}\`.`,
    { field: field.key, data: { suggestion } },
  );
}

/** A value outside the list. */
export function reportChoice(
  field: Field,
  terms: readonly VocabularyEntry[],
  suggestion: string | undefined,
  effect: Effect,
  issues: IssueCollector,
  further = ', written exactly so',
): undefined {
  const choices = terms.filter(({ hidden }) => !hidden).map(({ value }) => value);
  issues.add(
    'value.choice',
    effect,
    issues.rangeWithin(field),
    `Claude Code ignores this: \`${field.key}\` must be ${choicesOf(terms)}${further}${
      Array.isArray(field.value) ? ', and this is a list' : ''
    }.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}`,
    { field: field.key, data: { choices, ...(suggestion !== undefined && { suggestion }) } },
  );
}

/** The values worth naming, in a sentence. */
export function choicesOf(terms: readonly VocabularyEntry[]): string {
  return listed(
    terms.filter(({ hidden }) => !hidden).map(({ value }) => value),
    'or',
  );
}

/** Words in a sentence, as code. */
export function listed(words: readonly string[], last = 'and'): string {
  const quoted = words.map(word => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}
