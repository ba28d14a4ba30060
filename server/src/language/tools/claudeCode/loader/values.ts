import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { claudeEffortLevels, claudeModelAliases, isPlausibleClaudeModel } from '../models.ts';
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
  listed,
  reportBoolean,
  reportChoice,
  reportEmpty,
  reportType,
} from './reportValues.ts';

/** Takes one field: the value that has effect, or `undefined` when none has. */
type Take = (field: Field, issues: IssueCollector) => unknown;

/**
 * How each of the remaining fields is taken. A bad value is never fatal here: it is as if the key were absent.
 * The tool says so only in its debug log.
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

/** Trimmed; `inherit` in lower case. Any other word is sent to the model provider as it is. */
function takeModel(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  if (typeof field.value !== 'string') return reportType(field, 'the name of a model', issues);
  const model = field.value.trim();
  if (model === '') return reportEmpty(field, issues);
  if (model.toLowerCase() === 'inherit') return 'inherit';
  if (/\s/.test(model) || !isPlausibleClaudeModel(model)) {
    const suggestion = nearestWord(
      model,
      claudeModelAliases.map(({ value }) => value),
    );
    issues.add(
      'value.model',
      'ignored',
      issues.rangeWithin(field),
      `Claude Code sends \`${model}\` to the model provider as it stands, and the agent fails there unless the provider has a model of this name.${suggestion === undefined ? ' Use an alias such as `sonnet`, a full id such as `claude-opus-5-5`, or `inherit`.' : ` Did you mean \`${suggestion}\`?`}`,
      { field: field.key, ...(suggestion !== undefined && { data: { suggestion } }) },
    );
  }
  return model;
}

/** Losing a mode that lets the agent do less widens what it may do. */
const strictModes = ['plan', 'dontAsk', 'default', 'manual'];

function takePermissionMode(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field) || field.value === false || field.value === 0) return reportEmpty(field, issues);
  const mode = claudePermissionModes.find(
    ({ value, aliases }) => value === field.value || aliases?.some(alias => alias === field.value),
  );
  if (mode) return mode.value;
  const written = typeof field.value === 'string' ? field.value : [field.value].flat().join();
  const words = claudePermissionModes.flatMap(({ value, aliases = [] }) => [value, ...aliases]);
  const suggestion = nearestWord(written.trim(), words);
  const effect = suggestion !== undefined && strictModes.includes(suggestion) ? 'unrestricted' : 'ignored';
  return reportChoice(field, claudePermissionModes, suggestion, effect, issues);
}

/** A positive whole number; of a text, the number that it begins with. */
function takeMaxTurns(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  const turns = typeof value === 'number' ? value : Number.parseInt(String(value), 10);
  if (Number.isInteger(turns) && turns > 0) {
    if (typeof value === 'string' && value.trim() !== String(turns))
      issues.add(
        'value.number',
        'changed',
        issues.rangeWithin(field),
        `Claude Code takes ${turns} from this. Write the number alone.`,
        { field: field.key },
      );
    return turns;
  }
  issues.add(
    'value.number',
    'ignored',
    issues.rangeWithin(field),
    'Claude Code ignores this: `maxTurns` must be a positive whole number.',
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

/** Only a real boolean is known to count; what quoted ones do could not be observed. */
function takeOmitClaudeMd(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? undefined : reportBoolean(field, issues);
}

/** A level in any case, or the whole number that the text begins with. */
function takeEffort(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const written = String(field.value).toLowerCase();
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
    ' or a whole number',
  );
}

/** One of the words exactly as they are listed. */
function takeChoice(field: Field, terms: readonly VocabularyEntry[], issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  if (terms.some(({ value }) => value === field.value)) return field.value;
  const words = terms.filter(({ hidden }) => !hidden).map(({ value }) => value);
  const written = typeof field.value === 'string' ? field.value : [field.value].flat().join();
  return reportChoice(field, terms, nearestWord(written.trim(), words), 'ignored', issues);
}

function takeColor(field: Field, issues: IssueCollector): unknown {
  if (field.value === null && issues.cutByComment(field, 'ignored')) return undefined;
  if (isEmpty(field)) return reportEmpty(field, issues);
  const words = claudeColors.map(({ value }) => value);
  if (words.includes(field.value as string)) return field.value;
  const suggestion = typeof field.value === 'string' ? nearestWord(field.value.trim(), words) : undefined;
  issues.add(
    'value.color',
    'noted',
    issues.rangeWithin(field),
    `Claude Code does not show this colour. It knows ${listed(words)}.`,
    { field: field.key, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
  return undefined;
}

/** A list of names, or a text with commas between them. */
function takeSkills(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  if (typeof value === 'string')
    return value
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '');
  if (Array.isArray(value)) return value.filter(name => typeof name === 'string');
  return reportType(field, 'a list of skill names', issues);
}

function takeText(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  return typeof field.value === 'string' ? field.value : reportType(field, 'a text', issues);
}

/** A map of which only `cacheTtl` is known. */
function takeExperimental(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reportType(field, 'a map such as `cacheTtl: 1h`', issues);
  const ttl = (value as Record<string, unknown>).cacheTtl;
  if (ttl === undefined) return undefined;
  if (claudeCacheTtls.some(term => term.value === ttl)) return { cacheTtl: ttl };
  issues.add(
    'value.choice',
    'ignored',
    issues.rangeWithin(field, String(ttl)),
    `Claude Code ignores this: \`cacheTtl\` must be one of ${choicesOf(claudeCacheTtls)}.`,
    { field: field.key, data: { choices: claudeCacheTtls.map(term => term.value) } },
  );
  return undefined;
}
