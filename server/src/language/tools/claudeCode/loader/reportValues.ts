import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { Effect } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import type { ValueKind } from '../../../loading/shape.ts';
import { quotedList } from '../../../wordList.ts';
import { claudeModelAliases, isPlausibleClaudeModel } from '../models.ts';
import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';

/** Whether a key has no value. */
export function isEmpty({ value }: Field): boolean {
  return value === null || value === '';
}

/** Reports a key without a value. */
export function reportEmpty(field: Field, issues: IssueCollector): undefined {
  issues.add(
    'value.null',
    'noted',
    field.keyRange,
    {
      problem: problems.noValue(field.key),
      consequence: 'Claude Code reads the file as if the key were not there',
    },
    { field: field.key },
  );
}

/** Reports a value of a type that is not accepted. `what` follows "must be". */
export function reportType(
  field: Field,
  what: string,
  expected: readonly ValueKind[],
  issues: IssueCollector,
): undefined {
  issues.add(
    'value.type',
    'ignored',
    issues.rangeWithin(field),
    {
      problem: `\`${field.key}\` must be ${what}`,
      consequence: `Claude Code ignores ${kindOf(field.value)} here`,
    },
    { field: field.key, data: { expected } },
  );
}

/** Reports a value that is a boolean in other formats, or else one of the wrong type. */
export function reportBoolean(field: Field, issues: IssueCollector): undefined {
  const word = asText(field.value).trim().toLowerCase();
  const meansTrue = ['yes', 'y', 'on', '1', 'true'].includes(word);
  const suggestion = meansTrue
    ? 'true'
    : ['no', 'n', 'off', '0', 'false'].includes(word)
      ? 'false'
      : undefined;
  if (suggestion === undefined || typeof field.value === 'object')
    return reportType(field, 'a boolean', ['boolean'], issues);
  issues.add(
    'value.boolean',
    'ignored',
    issues.rangeWithin(field),
    {
      problem: `\`${shownValue(field.value)}\` is not a boolean`,
      consequence: `Claude Code ignores it: \`${field.key}\` must be \`true\` or \`false\``,
      advice: `Write \`${suggestion}\``,
    },
    { field: field.key, data: { suggestion } },
  );
}

/** Reports a value outside the vocabulary. */
export function reportChoice(
  field: Field,
  entries: readonly VocabularyEntry[],
  suggestion: string | undefined,
  effect: Effect,
  issues: IssueCollector,
  further = ', written exactly so',
): undefined {
  const choices = entries.filter(({ hidden }) => !hidden).map(({ value }) => value);
  issues.add(
    'value.choice',
    effect,
    issues.rangeWithin(field),
    {
      problem:
        typeof field.value === 'object'
          ? `\`${field.key}\` must be a string`
          : `Unknown value \`${shownValue(field.value)}\` for \`${field.key}\``,
      consequence: `Claude Code ignores ${
        typeof field.value === 'object' ? `${kindOf(field.value)} here` : 'it'
      }: \`${field.key}\` must be ${choicesOf(entries)}${further}`,
      ...(suggestion !== undefined && { advice: `Did you mean \`${suggestion}\`?` }),
    },
    { field: field.key, data: { choices, ...(suggestion !== undefined && { suggestion }) } },
  );
}

/** Lists the values that are not hidden, in a sentence. */
export function choicesOf(entries: readonly VocabularyEntry[]): string {
  return quotedList(
    entries.filter(({ hidden }) => !hidden).map(({ value }) => value),
    'or',
  );
}

/** Shows a value on one line, cut after 40 characters. */
export function shownValue(value: unknown): string {
  const line = (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** Reports a model that is neither an alias nor looks like an ID of Claude's. */
export function reportModel(
  field: Field,
  model: string,
  effect: Effect,
  consequence: string,
  issues: IssueCollector,
): void {
  if (!/\s/.test(model) && isPlausibleClaudeModel(model)) return;
  const suggestion = nearestWord(
    model,
    claudeModelAliases.map(({ value }) => value),
  );
  issues.add(
    'value.model',
    effect,
    issues.rangeWithin(field),
    {
      problem: problems.unknownModel(shownValue(model)),
      consequence,
      advice:
        suggestion === undefined
          ? 'Use an alias such as `sonnet`, a full ID such as `claude-opus-5-5`, or `inherit`'
          : `Did you mean \`${suggestion}\`?`,
    },
    { field: field.key, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
}
