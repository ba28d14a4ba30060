import type { AgentDocument, Path } from '../document/agentDocument.ts';
import { nearestWord } from '../document/nearestWord.ts';
import { asText } from './asText.ts';
import type { Effect, Issue } from './issue.ts';
import type { IssueCode } from './issueCodes.ts';
import type { Places } from './places.ts';
import { type Mismatch, quotedList, stepText, typeName } from './shape.ts';

/** What turns an issue into a note: where it stands, what it leads to, and which rule it belongs to. */
export interface MismatchContext {
  readonly document: AgentDocument;
  /** What the tool read. */
  readonly data: unknown;
  readonly places: Places;
  readonly effect: Effect;
  /** What the tool does, as a whole sentence. */
  readonly consequence: string;
  /** The cause that a tool's own rule speaks of; the general one when it returns `undefined`. */
  readonly code?: (mismatch: Mismatch) => IssueCode | undefined;
}

/** Says in the author's terms what is wrong at one place of the front matter. */
export function mismatchIssue(
  mismatch: Mismatch,
  { document, data, places, effect, consequence: outcome, code }: MismatchContext,
): Issue {
  const value = valueAt(data, mismatch.path);
  const field = String(mismatch.path[0] ?? '');
  const name = `\`${pathText(mismatch.path)}\``;
  const isKey =
    mismatch.problem === 'missing' || mismatch.problem === 'null' || mismatch.problem === 'unknownKey';
  const range = isKey ? places.key(mismatch.path) : places.value(mismatch.path);
  // A word in quotes stays text, whatever it says.
  const boolean = /^["']/.test(document.slice(range)) ? undefined : booleanMeant(mismatch, value);
  return {
    code: code?.(mismatch) ?? (boolean ? 'value.boolean' : generalCode(mismatch)),
    effect,
    range,
    problem: `${sentence(mismatch, name, value, boolean)} ${outcome}`,
    field,
    ...dataOf(mismatch, boolean),
  };
}

function sentence(mismatch: Mismatch, name: string, value: unknown, boolean: string | undefined): string {
  switch (mismatch.problem) {
    case 'missing':
      return mismatch.expected === ''
        ? `${name} is missing.`
        : `${name} is missing here: there must be ${mismatch.expected}.`;
    case 'null':
      return `${name} has no value, and must be ${mismatch.expected}${isIdentity(mismatch.path) ? '' : '; leave the key out if it is to have none'}.`;
    case 'choice':
      return mismatch.choices
        ? `${name} must be ${quotedList(mismatch.choices)}${typeof value === 'string' ? `, and is \`${short(value)}\`` : ''}.`
        : `${name} must be ${mismatch.expected}.`;
    case 'unknownKey':
      return mismatch.expected === '' ? `${name} is an unknown key.` : `${name} is no ${mismatch.expected}.`;
    case 'type':
      if (boolean)
        return `\`${short(asText(value))}\` is no boolean: ${name} must be \`${boolean}\`, or left out.`;
      return `${name} must be ${mismatch.expected}, and is ${asFound(value)}${mismatch.expected.startsWith('`true`') && (value === 'true' || value === 'false') ? '; remove the quotes' : ''}.`;
    default:
      return `${name} must be ${mismatch.expected}.`;
  }
}

/** `name` and `description`, which are not to be left out. */
function isIdentity([key, ...below]: Path): boolean {
  return below.length === 0 && (key === 'name' || key === 'description');
}

/** "a list"; "a number (`5`); put it in quotes if it is meant as text". */
function asFound(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    const found = typeof value === 'number' ? `a number (\`${value}\`)` : `\`${value}\``;
    return `${found}; put it in quotes if it is meant as text`;
  }
  return typeof value === 'string' && value.length < 20 ? `text (\`${value}\`)` : typeName(value);
}

/** The boolean that a word stands for where a boolean is wanted: `yes`, `on`, a quoted `true`. */
function booleanMeant(mismatch: Mismatch, value: unknown): string | undefined {
  if (mismatch.problem !== 'type' || !mismatch.expected.startsWith('`true`')) return undefined;
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

function dataOf(mismatch: Mismatch, boolean: string | undefined): { data?: Record<string, unknown> } {
  if (boolean) return { data: { suggestion: boolean } };
  if (mismatch.problem === 'choice' && mismatch.choices) return { data: { choices: mismatch.choices } };
  if (mismatch.problem === 'unknownKey' && mismatch.choices) {
    const suggestion = nearestWord(String(mismatch.path.at(-1)), mismatch.choices);
    return suggestion ? { data: { suggestion } } : {};
  }
  if (mismatch.problem === 'missing') return { data: { key: String(mismatch.path.at(-1) ?? '') } };
  return mismatch.problem === 'type' ? { data: { expected: mismatch.expected } } : {};
}

/** `mcp-servers.github.tools`, `tools[0]`. */
function pathText(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? stepText(step) : `.${stepText(step)}`,
    )
    .join('');
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
