import type { AgentDocument, Path } from '../document/agentDocument.ts';
import { nearestWord } from '../document/nearestWord.ts';
import { quotedList } from '../wordList.ts';
import { asText } from './asText.ts';
import type { Effect, Issue, IssueCollector, IssueDetails, IssueText } from './issue.ts';
import type { IssueCode } from './issueCodes.ts';
import type { Places } from './places.ts';
import { acceptsOnly, type Mismatch, mustBeOfType, pathText, stepText, typeDemanded } from './shape.ts';
import { shorten, valueAt } from './values.ts';

/** What turns a mismatch into an issue: its place, its effect and its code. */
export interface MismatchContext {
  readonly document: AgentDocument;
  /** What the tool read. */
  readonly data: unknown;
  readonly places: Places;
  readonly effect: Effect;
  /** What the tool does because of it; names the tool. */
  readonly consequence: string;
  /** Set where others than the tool's makers say so. */
  readonly evidence?: Issue['evidence'];
  /** What is said instead of the general text, where the tool knows better. */
  readonly text?: Partial<IssueText> | undefined;
  /** A code of the tool's own for a mismatch; the general one when it returns `undefined`. */
  readonly code?: (mismatch: Mismatch) => IssueCode | undefined;
}

/** Reports what is wrong at one place of the front matter. */
export function reportMismatch(
  mismatch: Mismatch,
  { document, data, places, effect, consequence, code, evidence, text }: MismatchContext,
  issues: IssueCollector,
): void {
  const { path } = mismatch;
  const value = valueAt(data, path);
  const isKey =
    mismatch.problem === 'missing' || mismatch.problem === 'null' || mismatch.problem === 'unknownKey';
  const range = isKey ? places.key(path) : places.value(path);
  // A quoted value stays a string, whatever it says.
  const boolean = /^["']/.test(document.slice(range)) ? undefined : booleanMeant(mismatch, value);
  const suggestion = suggestionFor(mismatch, boolean);
  const cause = code?.(mismatch) ?? (boolean ? 'value.boolean' : generalCode(mismatch));
  issues.add(
    cause,
    effect,
    range,
    {
      problem: problemOf(mismatch, value, boolean),
      consequence,
      advice: adviceFor(mismatch, value, boolean, suggestion),
      ...text,
    },
    {
      field: String(path[0] ?? ''),
      subject: path.length > 1 ? subjectOf(path, value) || undefined : undefined,
      evidence,
      data: dataOf(cause, mismatch, suggestion),
    },
  );
}

function problemOf(mismatch: Mismatch, value: unknown, boolean: string | undefined): string {
  const { path, problem, expected, choices } = mismatch;
  const name = `\`${pathText(path)}\``;
  const mustBe = problem === 'type' ? mustBeOfType(mismatch) : `${name} must be ${expected}`;
  const wrong = isLong(problem === 'type' ? typeDemanded(mismatch) : expected)
    ? `${name} ${longExpectation(problem)}`
    : mustBe;
  switch (problem) {
    case 'missing':
      return value === undefined ? `${name} is missing` : `${name} is empty`;
    case 'null':
      return isIdentity(path) ? `${name} is empty` : `${name} has no value`;
    case 'empty':
      return isIdentity(path) ? `${name} is empty` : wrong;
    case 'choice':
      if (!choices) return wrong;
      return isScalar(value) ? unknownValue(value, name) : `${name} must be a string`;
    case 'unknownKey':
      return expected === ''
        ? `Unknown key ${name}`
        : `Unknown ${expected} \`${stepText(path.at(-1) ?? '')}\``;
    case 'type':
      return boolean ? `\`${shorten(asText(value))}\` is not a boolean` : wrong;
    default:
      return wrong;
  }
}

/** True when the expectation belongs in the advice, since the problem must stay short. */
function isLong(expected: string): boolean {
  return expected.replace(/`[^`]*`/g, '`12 letters  `').length > 50;
}

function longExpectation(problem: Mismatch['problem']): string {
  if (problem === 'range') return 'is out of range';
  return problem === 'type' || problem === 'null' ? 'has an invalid type' : 'has an invalid format';
}

function unknownValue(value: unknown, name: string): string {
  return `Unknown value \`${shorten(asText(value))}\` for ${name}`;
}

function adviceFor(
  mismatch: Mismatch,
  value: unknown,
  boolean: string | undefined,
  suggestion: string | undefined,
): string | undefined {
  const { path, problem, expected, choices } = mismatch;
  switch (problem) {
    case 'missing':
      return expected === '' ? undefined : `Add ${expected}`;
    case 'null':
      return `Set it to ${expected}${isIdentity(path) ? '' : ', or remove the key'}`;
    case 'empty':
      return isIdentity(path) || isLong(expected) ? `Use ${expected}` : undefined;
    case 'choice':
      return choices || isLong(expected) ? `Use ${choices ? quotedList(choices) : expected}` : undefined;
    case 'unknownKey':
      return suggestion && `Did you mean \`${suggestion}\`?`;
    case 'type':
      if (boolean) return `Use \`${boolean}\`, or remove the key`;
      return typeAdvice(mismatch, value) ?? (isLong(expected) ? `Use ${expected}` : undefined);
    default:
      return isLong(expected) ? `Use ${expected}` : undefined;
  }
}

/** How to turn a value of another type into the expected one, where that is a matter of quotes. */
function typeAdvice(mismatch: Mismatch, value: unknown): string | undefined {
  if (acceptsOnly(mismatch, 'boolean'))
    return value === 'true' || value === 'false' ? 'Remove the quotes' : 'Use `true` or `false`';
  if (mismatch.accepts && !mismatch.accepts.includes('string')) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean')
    return `\`${value}\` is a ${typeof value}; put it in quotes if it is meant as a string`;
  return value instanceof Date
    ? 'The value is a date; put it in quotes if it is meant as a string'
    : undefined;
}

/** `name` and `description`, which must not be left out. */
function isIdentity([key, ...below]: Path): boolean {
  return below.length === 0 && (key === 'name' || key === 'description');
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The nested key, or the list item as written. */
function subjectOf(path: Path, value: unknown): string | undefined {
  const last = path.at(-1);
  if (typeof last !== 'number') return last;
  return isScalar(value) ? asText(value) : undefined;
}

/** The boolean that a value stands for where a boolean is expected: `yes`, `on`, a quoted `true`. */
function booleanMeant(mismatch: Mismatch, value: unknown): string | undefined {
  if (mismatch.problem !== 'type' || !acceptsOnly(mismatch, 'boolean')) return undefined;
  const word = asText(value).toLowerCase();
  if (['true', 'yes', 'on', 'y', '1'].includes(word)) return 'true';
  return ['false', 'no', 'off', 'n', '0'].includes(word) ? 'false' : undefined;
}

function generalCode(mismatch: Mismatch): IssueCode {
  const field = mismatch.path.length === 1 ? mismatch.path[0] : undefined;
  if (mismatch.problem === 'missing' || mismatch.problem === 'empty') {
    if (field === 'name') return 'name.missing';
    if (field === 'description') return 'description.missing';
  }
  if (field === 'name') return 'name.invalid';
  if (field === 'description')
    return mismatch.problem === 'null' ? 'description.missing' : 'description.invalid';
  const codes: Record<Mismatch['problem'], IssueCode> = {
    missing: 'key.missing',
    null: 'value.null',
    type: 'value.type',
    empty: 'value.type',
    form: 'value.type',
    choice: 'value.choice',
    range: 'value.number',
    unknownKey: 'key.unknown',
  };
  return codes[mismatch.problem];
}

/** What to write instead, where that is certain enough. */
function suggestionFor(
  { path, problem, choices }: Mismatch,
  boolean: string | undefined,
): string | undefined {
  if (boolean) return boolean;
  return problem === 'unknownKey' && choices ? nearestWord(String(path.at(-1)), choices) : undefined;
}

function dataOf(
  code: IssueCode,
  { path, problem, accepts, choices = [], demand }: Mismatch,
  suggestion: string | undefined,
): IssueDetails['data'] {
  switch (code) {
    case 'value.type':
    case 'value.number':
    case 'name.invalid':
    case 'description.invalid':
    case 'hooks.invalid':
    case 'mcp.invalid':
      return { expected: problem === 'type' || problem === 'null' ? accepts : undefined, demand };
    case 'value.choice':
      return { choices };
    case 'key.missing':
      return { key: String(path.at(-1) ?? '') };
    case 'key.unknown':
    case 'value.boolean':
    case 'hooks.event':
      return { suggestion };
    default:
      return undefined;
  }
}
