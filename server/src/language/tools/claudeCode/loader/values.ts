import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import { quotedList } from '../../../wordList.ts';
import { claudeEffortLevels } from '../models.ts';
import {
  claudeCacheTtls,
  claudeColors,
  claudeIsolations,
  claudeMemoryScopes,
  claudePermissionModes,
} from '../values.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import {
  choicesOf,
  isEmpty,
  reportBoolean,
  reportChoice,
  reportEmpty,
  reportModel,
  reportType,
  shownValue,
} from './reportValues.ts';
import { pieces } from './toolList.ts';

/** Reads one field: returns the value that takes effect, or `undefined`. */
type Take = (field: Field, issues: IssueCollector) => unknown;

/**
 * How each of the remaining fields is read. An invalid value is never fatal here: the tool reads the file as if the key
 * were absent, and says so only in its debug log.
 */
export const valueTakers: Readonly<Record<string, Take>> = {
  model: takeModel,
  permissionMode: takePermissionMode,
  maxTurns: takeMaxTurns,
  skills: takeSkills,
  memory: (field, issues) => takeChoice(field, claudeMemoryScopes, issues),
  background: takeBackground,
  effort: takeEffort,
  isolation: (field, issues) => takeChoice(field, claudeIsolations, issues),
  color: takeColor,
  initialPrompt: takeText,
  omitClaudeMd: takeOmitClaudeMd,
  experimental: takeExperimental,
};

/** Trimmed; `inherit` in lowercase. Any other value is sent to the model provider as it is. */
function takeModel(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  if (typeof field.value !== 'string') return reportType(field, 'a string', ['string'], issues);
  const model = field.value.trim();
  if (model === '') return reportEmpty(field, issues);
  if (model.toLowerCase() === 'inherit') return 'inherit';
  reportModel(
    field,
    model,
    'ignored',
    'Claude Code sends it to the model provider as it is, and the agent fails unless the provider has a model of this name',
    issues,
  );
  return model;
}

/** The modes whose loss lets the agent do more. */
const strictModes = ['plan', 'dontAsk', 'default', 'manual'];

function takePermissionMode(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field) || field.value === false || field.value === 0) return reportEmpty(field, issues);
  const mode = claudePermissionModes.find(
    ({ value, aliases }) => value === field.value || aliases?.some(alias => alias === field.value),
  );
  if (mode) return mode.value;
  const written = typeof field.value === 'string' ? field.value : [field.value].flat().join();
  const values = claudePermissionModes.flatMap(({ value, aliases = [] }) => [value, ...aliases]);
  const suggestion = nearestWord(written.trim(), values);
  const effect = suggestion !== undefined && strictModes.includes(suggestion) ? 'unrestricted' : 'ignored';
  return reportChoice(field, claudePermissionModes, suggestion, effect, issues);
}

/** A positive integer; of a string, the number at its start. */
function takeMaxTurns(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  const turns = typeof value === 'number' ? value : Number.parseInt(asText(value), 10);
  if (Number.isInteger(turns) && turns > 0) {
    if (typeof value === 'string' && value.trim() !== String(turns))
      issues.add(
        'value.number',
        'changed',
        issues.rangeWithin(field),
        {
          problem: '`maxTurns` must be a positive integer',
          consequence: `Claude Code reads it as ${turns}`,
          advice: 'Write the number alone',
        },
        { field: field.key },
      );
    return turns;
  }
  issues.add(
    'value.number',
    'ignored',
    issues.rangeWithin(field),
    { problem: '`maxTurns` must be a positive integer', consequence: 'Claude Code ignores this value' },
    { field: field.key },
  );
  return undefined;
}

function takeBackground(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return reportBoolean(field, issues);
}

/** Only an unquoted boolean is known to take effect; the effect of quoted ones could not be observed. */
function takeOmitClaudeMd(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? undefined : reportBoolean(field, issues);
}

/** A level in any case, or the integer at the start of the string. */
function takeEffort(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const written = asText(field.value).toLowerCase();
  if (claudeEffortLevels.some(({ value }) => value === written)) return written;
  const number = Number.parseInt(written, 10);
  if (Number.isInteger(number)) return number;
  const levels = claudeEffortLevels.map(({ value }) => value);
  return reportChoice(
    field,
    claudeEffortLevels,
    nearestWord(written.trim(), levels),
    'ignored',
    issues,
    ' or an integer',
  );
}

/** One of the values exactly as listed. */
function takeChoice(field: Field, entries: readonly VocabularyEntry[], issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  if (entries.some(({ value }) => value === field.value)) return field.value;
  const values = entries.filter(({ hidden }) => !hidden).map(({ value }) => value);
  const written = typeof field.value === 'string' ? field.value : [field.value].flat().join();
  return reportChoice(field, entries, nearestWord(written.trim(), values), 'ignored', issues);
}

function takeColor(field: Field, issues: IssueCollector): unknown {
  if (field.value === null && issues.cutByComment(field, 'ignored')) return undefined;
  if (isEmpty(field)) return reportEmpty(field, issues);
  const values = claudeColors.map(({ value }) => value);
  if (values.includes(field.value as string)) return field.value;
  const suggestion = typeof field.value === 'string' ? nearestWord(field.value.trim(), values) : undefined;
  issues.add(
    'value.color',
    'noted',
    issues.rangeWithin(field),
    {
      problem:
        typeof field.value !== 'object'
          ? `Unknown color \`${shownValue(field.value)}\``
          : '`color` must be a string',
      consequence: `Claude Code does not show it; it knows ${quotedList(values, 'and')}`,
      ...(suggestion !== undefined && { advice: `Did you mean \`${suggestion}\`?` }),
    },
    { field: field.key, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
  return undefined;
}

/** A list of names, or a string of them with commas or spaces between. Each counts once. */
function takeSkills(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  if (typeof value !== 'string' && !Array.isArray(value))
    return reportType(field, 'a list or a comma-separated string', ['list', 'string'], issues);
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = [...new Set(items.filter(name => typeof name === 'string').flatMap(pieces))];
  for (const name of names) reportNoSkillName(name, field, issues);
  return names;
}

/** Reports what cannot be the name of a skill, such as a call (`/lint`) or a pattern. */
function reportNoSkillName(name: string, field: Field, issues: IssueCollector): void {
  if (/^[\p{L}\p{N}_]/u.test(name) && !/[*?]/.test(name)) return;
  const suggestion = /^\/([\w:-]+)$/.exec(name)?.[1];
  issues.add(
    'value.choice',
    'ignored',
    issues.rangeWithin(field, name),
    {
      problem: `No skill is named \`${shownValue(name)}\``,
      consequence:
        'Claude Code starts the agent without it: names are exact, and patterns have no meaning here',
      advice: suggestion && `Write \`${suggestion}\``,
    },
    { field: 'skills', subject: name, data: { choices: [], suggestion } },
  );
}

function takeText(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  return typeof field.value === 'string' ? field.value : reportType(field, 'a string', ['string'], issues);
}

/** A mapping in which only `cacheTtl` is known. */
function takeExperimental(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reportType(field, 'a mapping such as `cacheTtl: 1h`', ['mapping'], issues);
  const ttl = (value as Record<string, unknown>).cacheTtl;
  if (ttl === undefined) return undefined;
  if (claudeCacheTtls.some(({ value }) => value === ttl)) return { cacheTtl: ttl };
  issues.add(
    'value.choice',
    'ignored',
    issues.rangeWithin(field, String(ttl)),
    {
      problem: `Unknown value \`${shownValue(ttl)}\` for \`cacheTtl\``,
      consequence: `Claude Code ignores it: \`cacheTtl\` must be ${choicesOf(claudeCacheTtls)}`,
    },
    { field: field.key, subject: 'cacheTtl', data: { choices: claudeCacheTtls.map(({ value }) => value) } },
  );
  return undefined;
}
