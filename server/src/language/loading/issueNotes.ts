import type { AgentDocument, Path } from '../document/agentDocument.ts';
import { nearestWord } from '../document/nearestWord.ts';
import { asText } from './asText.ts';
import type { Effect, LoadNote } from './loader.ts';
import type { NoteCode } from './noteCodes.ts';
import type { Places } from './places.ts';
import { type Issue, stepText, typeWord, wordList } from './shape.ts';

/** What turns an issue into a note: where it stands, what it leads to, and which rule it belongs to. */
export interface IssueContext {
  readonly document: AgentDocument;
  /** What the tool read. */
  readonly data: unknown;
  readonly places: Places;
  readonly effect: Effect;
  /** What the tool does, as a whole sentence. */
  readonly outcome: string;
  /** The cause that a tool's own rule speaks of; the general one when it returns `undefined`. */
  readonly code?: (issue: Issue) => NoteCode | undefined;
}

/** Says in the author's terms what is wrong at one place of the front matter. */
export function issueNote(
  issue: Issue,
  { document, data, places, effect, outcome, code }: IssueContext,
): LoadNote {
  const value = valueAt(data, issue.path);
  const field = String(issue.path[0] ?? '');
  const name = `\`${pathText(issue.path)}\``;
  const isKey = issue.problem === 'missing' || issue.problem === 'null' || issue.problem === 'unknownKey';
  const range = isKey ? places.key(issue.path) : places.value(issue.path);
  // A word in quotes stays text, whatever it says.
  const truth = /^["']/.test(document.slice(range)) ? undefined : booleanMeant(issue, value);
  return {
    code: code?.(issue) ?? (truth ? 'value.boolean' : generalCode(issue)),
    effect,
    range,
    message: `${sentence(issue, name, value, truth)} ${outcome}`,
    field,
    ...dataOf(issue, truth),
  };
}

function sentence(issue: Issue, name: string, value: unknown, truth: string | undefined): string {
  switch (issue.problem) {
    case 'missing':
      return issue.expected === ''
        ? `${name} is missing.`
        : `${name} is missing here: there must be ${issue.expected}.`;
    case 'null':
      return `${name} has no value, and must be ${issue.expected}${isIdentity(issue.path) ? '' : '; leave the key out if it is to have none'}.`;
    case 'choice':
      return issue.choices
        ? `${name} must be ${wordList(issue.choices)}${typeof value === 'string' ? `, and is \`${short(value)}\`` : ''}.`
        : `${name} must be ${issue.expected}.`;
    case 'unknownKey':
      return issue.expected === '' ? `${name} is an unknown key.` : `${name} is no ${issue.expected}.`;
    case 'type':
      if (truth)
        return `\`${short(asText(value))}\` is no boolean: ${name} must be \`${truth}\`, or left out.`;
      return `${name} must be ${issue.expected}, and is ${asFound(value)}${issue.expected.startsWith('`true`') && (value === 'true' || value === 'false') ? '; remove the quotes' : ''}.`;
    default:
      return `${name} must be ${issue.expected}.`;
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
  return typeof value === 'string' && value.length < 20 ? `text (\`${value}\`)` : typeWord(value);
}

/** The boolean that a word stands for where a boolean is wanted: `yes`, `on`, a quoted `true`. */
function booleanMeant(issue: Issue, value: unknown): string | undefined {
  if (issue.problem !== 'type' || !issue.expected.startsWith('`true`')) return undefined;
  const word = asText(value).toLowerCase();
  if (['true', 'yes', 'on', 'y', '1'].includes(word)) return 'true';
  return ['false', 'no', 'off', 'n', '0'].includes(word) ? 'false' : undefined;
}

function generalCode(issue: Issue): NoteCode {
  const field = issue.path.length === 1 ? issue.path[0] : undefined;
  if (issue.problem === 'missing' || issue.problem === 'empty') {
    if (field === 'name') return 'name.missing';
    if (field === 'description') return 'description.missing';
  }
  if (field === 'name') return 'name.invalid';
  if (field === 'description')
    return issue.problem === 'null' ? 'description.missing' : 'description.invalid';
  const codes: Record<Issue['problem'], NoteCode> = {
    missing: 'key.missing',
    null: 'value.null',
    type: 'value.type',
    empty: 'value.type',
    form: 'value.type',
    choice: 'value.choice',
    range: 'value.number',
    unknownKey: 'key.unknown',
  };
  return codes[issue.problem];
}

function dataOf(issue: Issue, truth: string | undefined): { data?: Record<string, unknown> } {
  if (truth) return { data: { suggestion: truth } };
  if (issue.problem === 'choice' && issue.choices) return { data: { choices: issue.choices } };
  if (issue.problem === 'unknownKey' && issue.choices) {
    const suggestion = nearestWord(String(issue.path.at(-1)), issue.choices);
    return suggestion ? { data: { suggestion } } : {};
  }
  if (issue.problem === 'missing') return { data: { key: String(issue.path.at(-1) ?? '') } };
  return issue.problem === 'type' ? { data: { expected: issue.expected } } : {};
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
