import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { type Mismatch, typeName } from '../../../loading/shape.ts';
import { badKind, badName } from './identityIssue.ts';
import { type AgentKind, missingKey, unknownKey } from './keyIssue.ts';
import { serverMismatch } from './serverIssue.ts';
import { toolMismatch } from './toolIssue.ts';
import { suggestion, type UnplacedIssue, valueAt } from './unplacedIssue.ts';

/** Turns what is wrong with a definition into notes on the text. Any one of them refuses the file. */
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
  const refuses = 'Gemini CLI refuses the whole file';
  const required = path.length <= 2 && path.at(-1) === key;
  if (required && key === 'name' && problem !== 'form' && problem !== 'type')
    return {
      code: 'name.missing',
      range: places.key(path),
      problem: `The agent has no name, so ${refuses}. Add \`name:\` with lower-case letters, digits, \`-\` and \`_\`.`,
    };
  if (required && key === 'name') return badName(path, given, places);
  if (required && key === 'description' && problem !== 'type')
    return {
      code: 'description.missing',
      range: places.key(path),
      problem: `The agent has no description, so ${refuses}. Say in \`description:\` when to use it.`,
    };
  if (required && key === 'description')
    return {
      code: 'description.invalid',
      range: places.value(path),
      problem: `\`description\` must be text and is ${typeName(given)}, so ${refuses}.${quotable(given)}`,
    };
  if (problem === 'unknownKey') return unknownKey(path, value, kind, places);
  if (top === 'mcp_servers' && path.length > 1) return serverMismatch(mismatch, given, places);
  if (problem === 'missing') return missingKey(path, places);
  if (problem === 'null')
    return typeof path.at(-1) === 'number'
      ? {
          code: 'value.type',
          range: places.value(path),
          problem: `An item of \`${key}\` is empty, so ${refuses}. Remove it.`,
          data: { expected },
        }
      : {
          code: 'value.null',
          range: places.key(path),
          problem: `\`${key}\` has no value, so ${refuses}: an empty field is not the same as none there. Give it a value or delete the line.`,
        };
  if (top === 'tools') return toolMismatch(mismatch, given, places);
  if (top === 'kind' || (key === 'kind' && typeof path[0] === 'number')) return badKind(path, given, places);
  if (problem === 'choice')
    return {
      code: 'value.choice',
      range: places.value(path),
      problem: `\`${key}\` must be ${expected}, so ${refuses}. Upper and lower case count.`,
      data: {
        choices: mismatch.choices,
        ...suggestion(typeof given === 'string' ? nearestWord(given, mismatch.choices ?? []) : undefined),
      },
    };
  if (problem === 'range')
    return {
      code: 'value.number',
      range: places.value(path),
      problem: `\`${key}\` must be ${expected}, so ${refuses}.`,
    };
  const unquote =
    typeof given === 'string' &&
    /number/.test(expected) &&
    given.trim() !== '' &&
    !Number.isNaN(Number(given));
  return {
    code: 'value.type',
    range: places.value(path),
    problem: `\`${key}\` must be ${expected}${problem === 'type' ? ` and is ${typeName(given)}` : ''}, so ${refuses}.${
      unquote ? ' Remove the quotes.' : expected === 'text' && problem === 'type' ? quotable(given) : ''
    }`,
    data: { expected },
  };
}

/** Quotes make text of a number, and of a list nothing that was meant. */
function quotable(given: unknown): string {
  return typeof given === 'object' ? '' : ' Put it in quotes.';
}

function field(path: Path): { field?: string } {
  const key = path.find(step => typeof step === 'string');
  return key === undefined ? {} : { field: String(key) };
}
