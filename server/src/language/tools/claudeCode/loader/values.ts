import type { Term } from '../../../dialect/dialect.ts';
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
import type { NoteTaker } from './noteTaker.ts';
import { choicesOf, isEmpty, listed, noteBoolean, noteChoice, noteEmpty, noteType } from './noteValues.ts';

/** Takes one field: the value that has effect, or `undefined` when none has. */
type Take = (field: Field, notes: NoteTaker) => unknown;

/**
 * How each of the remaining fields is taken. A bad value is never fatal here: it is as if the key were absent.
 * The tool says so only in its debug log.
 */
export const valueTakers: Readonly<Record<string, Take>> = {
  model: takeModel,
  permissionMode: takePermissionMode,
  maxTurns: takeMaxTurns,
  skills: takeSkills,
  memory: (field, notes) => takeChoice(field, claudeMemoryScopes, notes),
  background: takeBackground,
  effort: takeEffort,
  isolation: (field, notes) => takeChoice(field, claudeIsolations, notes),
  color: takeColor,
  initialPrompt: takeText,
  omitClaudeMd: takeOmitClaudeMd,
  experimental: takeExperimental,
};

/** Trimmed; `inherit` in lower case. Any other word is sent to the model provider as it is. */
function takeModel(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  if (typeof field.value !== 'string') return noteType(field, 'the name of a model', notes);
  const model = field.value.trim();
  if (model === '') return noteEmpty(field, notes);
  if (model.toLowerCase() === 'inherit') return 'inherit';
  if (/\s/.test(model) || !isPlausibleClaudeModel(model)) {
    const suggestion = nearestWord(
      model,
      claudeModelAliases.map(({ value }) => value),
    );
    notes.add(
      'value.model',
      'lost',
      notes.rangeWithin(field),
      `Claude Code sends \`${model}\` to the model provider as it stands, and the agent fails there unless the provider has a model of this name.${suggestion === undefined ? ' Use an alias such as `sonnet`, a full id such as `claude-opus-5-5`, or `inherit`.' : ` Did you mean \`${suggestion}\`?`}`,
      { field: field.key, ...(suggestion !== undefined && { data: { suggestion } }) },
    );
  }
  return model;
}

/** Losing a mode that lets the agent do less widens what it may do. */
const strictModes = ['plan', 'dontAsk', 'default', 'manual'];

function takePermissionMode(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field) || field.value === false || field.value === 0) return noteEmpty(field, notes);
  const mode = claudePermissionModes.find(
    ({ value, aliases }) => value === field.value || aliases?.some(alias => alias === field.value),
  );
  if (mode) return mode.value;
  const written = typeof field.value === 'string' ? field.value : [field.value].flat().join();
  const words = claudePermissionModes.flatMap(({ value, aliases = [] }) => [value, ...aliases]);
  const suggestion = nearestWord(written.trim(), words);
  const effect = suggestion !== undefined && strictModes.includes(suggestion) ? 'widened' : 'lost';
  return noteChoice(field, claudePermissionModes, suggestion, effect, notes);
}

/** A positive whole number; of a text, the number that it begins with. */
function takeMaxTurns(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  const { value } = field;
  const turns = typeof value === 'number' ? value : Number.parseInt(String(value), 10);
  if (Number.isInteger(turns) && turns > 0) {
    if (typeof value === 'string' && value.trim() !== String(turns))
      notes.add(
        'value.number',
        'altered',
        notes.rangeWithin(field),
        `Claude Code takes ${turns} from this. Write the number alone.`,
        { field: field.key },
      );
    return turns;
  }
  notes.add(
    'value.number',
    'lost',
    notes.rangeWithin(field),
    'Claude Code ignores this: `maxTurns` must be a positive whole number.',
    { field: field.key },
  );
  return undefined;
}

function takeBackground(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  const { value } = field;
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return noteBoolean(field, notes);
}

/** Only a real boolean is known to count; what quoted ones do could not be observed. */
function takeOmitClaudeMd(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  const { value } = field;
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? undefined : noteBoolean(field, notes);
}

/** A level in any case, or the whole number that the text begins with. */
function takeEffort(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  const written = String(field.value).toLowerCase();
  if (claudeEffortLevels.some(({ value }) => value === written)) return written;
  const number = Number.parseInt(written, 10);
  if (Number.isInteger(number)) return number;
  const levels = claudeEffortLevels.map(({ value }) => value);
  return noteChoice(
    field,
    claudeEffortLevels,
    nearestWord(written.trim(), levels),
    'lost',
    notes,
    ' or a whole number',
  );
}

/** One of the words exactly as they are listed. */
function takeChoice(field: Field, terms: readonly Term[], notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  if (terms.some(({ value }) => value === field.value)) return field.value;
  const words = terms.filter(({ hidden }) => !hidden).map(({ value }) => value);
  const written = typeof field.value === 'string' ? field.value : [field.value].flat().join();
  return noteChoice(field, terms, nearestWord(written.trim(), words), 'lost', notes);
}

function takeColor(field: Field, notes: NoteTaker): unknown {
  if (field.value === null && notes.cutByComment(field, 'lost')) return undefined;
  if (isEmpty(field)) return noteEmpty(field, notes);
  const words = claudeColors.map(({ value }) => value);
  if (words.includes(field.value as string)) return field.value;
  const suggestion = typeof field.value === 'string' ? nearestWord(field.value.trim(), words) : undefined;
  notes.add(
    'value.color',
    'noted',
    notes.rangeWithin(field),
    `Claude Code does not show this colour. It knows ${listed(words)}.`,
    { field: field.key, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
  return undefined;
}

/** A list of names, or a text with commas between them. */
function takeSkills(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  const { value } = field;
  if (typeof value === 'string')
    return value
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '');
  if (Array.isArray(value)) return value.filter(name => typeof name === 'string');
  return noteType(field, 'a list of skill names', notes);
}

function takeText(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  return typeof field.value === 'string' ? field.value : noteType(field, 'a text', notes);
}

/** A map of which only `cacheTtl` is known. */
function takeExperimental(field: Field, notes: NoteTaker): unknown {
  if (isEmpty(field)) return noteEmpty(field, notes);
  const { value } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return noteType(field, 'a map such as `cacheTtl: 1h`', notes);
  const ttl = (value as Record<string, unknown>).cacheTtl;
  if (ttl === undefined) return undefined;
  if (claudeCacheTtls.some(term => term.value === ttl)) return { cacheTtl: ttl };
  notes.add(
    'value.choice',
    'lost',
    notes.rangeWithin(field, String(ttl)),
    `Claude Code ignores this: \`cacheTtl\` must be one of ${choicesOf(claudeCacheTtls)}.`,
    { field: field.key, data: { choices: claudeCacheTtls.map(term => term.value) } },
  );
  return undefined;
}
