import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { acceptsOnly, type Mismatch } from '../../../loading/shape.ts';
import { valueAt } from '../../../loading/values.ts';
import { badKind, badName, slugForm } from './identityIssue.ts';
import { type AgentKind, missingKey, unknownKey } from './keyIssue.ts';
import { serverMismatch } from './serverIssue.ts';
import { toolMismatch } from './toolIssue.ts';
import {
  labelOf,
  refuses,
  refusesType,
  subjectOf,
  suggestion,
  type UnplacedIssue,
  urlAdvice,
  urlForm,
} from './unplacedIssue.ts';

/** Turns the mismatches of a definition into issues. Any one of them refuses the file. */
export function mismatchIssues(
  mismatches: readonly Mismatch[],
  value: unknown,
  kind: AgentKind,
  places: Places,
): Issue[] {
  return mismatches.map(mismatch => ({
    effect: 'rejected' as const,
    ...field(mismatch.path),
    ...describe(mismatch, value, kind, places),
  }));
}

function describe(mismatch: Mismatch, value: unknown, kind: AgentKind, places: Places): UnplacedIssue {
  const { path, problem, expected } = mismatch;
  const key = String(path.findLast(step => typeof step === 'string') ?? '');
  const top = String(path.find(step => typeof step === 'string') ?? '');
  const given = valueAt(value, path);
  const label = labelOf(path);
  const gap = `${label} is ${problem === 'missing' ? 'missing' : 'empty'}`;
  const required = path.length <= 2 && path.at(-1) === key;
  if (required && key === 'name' && problem !== 'form' && problem !== 'type')
    return {
      code: 'name.missing',
      range: places.key(path),
      problem: gap,
      consequence: refuses,
      advice: `Add \`name:\` with ${slugForm}`,
    };
  if (required && key === 'name') return badName(path, given, places);
  if (required && key === 'description' && problem !== 'type')
    return {
      code: 'description.missing',
      range: places.key(path),
      problem: gap,
      consequence: refuses,
      advice: 'Describe in `description` when to use the agent',
    };
  if (required && key === 'description')
    return {
      code: 'description.invalid',
      range: places.value(path),
      problem: `${label} must be a string`,
      consequence: refusesType(given),
      ...quotable(given),
    };
  if (problem === 'unknownKey') return unknownKey(path, value, kind, places);
  if (top === 'mcp_servers' && path.length > 1) return serverMismatch(mismatch, given, places);
  if (problem === 'missing') return missingKey(path, places);
  if (problem === 'null')
    return typeof path.at(-1) === 'number'
      ? {
          code: 'value.type',
          range: places.value(path),
          problem: `${label} has no value`,
          consequence: refuses,
          advice: 'Remove the item',
          ...subjectOf(path),
          data: { expected },
        }
      : {
          code: 'value.null',
          range: places.key(path),
          problem: `${label} has no value`,
          consequence: 'Gemini CLI does not treat it as absent, and does not load the file',
          advice: 'Give it a value, or delete the line',
          ...subjectOf(path),
        };
  if (top === 'tools') return toolMismatch(mismatch, given, places);
  if (top === 'kind' || (key === 'kind' && typeof path[0] === 'number')) return badKind(path, given, places);
  if (problem === 'choice')
    return {
      code: 'value.choice',
      range: places.value(path),
      problem:
        typeof given === 'object'
          ? `${label} must be a string`
          : `Unknown value \`${asText(given)}\` for ${label}`,
      consequence: `Gemini CLI accepts only ${expected}, case-sensitive, and does not load the file`,
      ...subjectOf(path),
      data: {
        choices: mismatch.choices,
        ...suggestion(typeof given === 'string' ? nearestWord(given, mismatch.choices ?? []) : undefined),
      },
    };
  if (problem === 'range')
    return {
      code: 'value.number',
      range: places.value(path),
      problem: `${label} must be ${expected}`,
      consequence: refuses,
      ...subjectOf(path),
    };
  const unquote =
    typeof given === 'string' &&
    acceptsOnly(mismatch, 'number') &&
    given.trim() !== '' &&
    !Number.isNaN(Number(given));
  return {
    code: 'value.type',
    range: places.value(path),
    problem: `${label} must be ${expected}`,
    consequence: problem === 'type' ? refusesType(given) : refuses,
    ...(unquote
      ? { advice: 'Remove the quotes' }
      : expected === urlForm && problem !== 'type'
        ? { advice: urlAdvice }
        : acceptsOnly(mismatch, 'string') && problem === 'type' && quotable(given)),
    ...subjectOf(path),
    data: { expected },
  };
}

/** Quotes turn a number into a string, but a list into something that was not meant. */
function quotable(given: unknown): { advice?: string } {
  return typeof given === 'object' ? {} : { advice: 'Put it in quotes' };
}

function field(path: Path): { field?: string } {
  const key = path.find(step => typeof step === 'string');
  return key === undefined ? {} : { field: String(key) };
}
