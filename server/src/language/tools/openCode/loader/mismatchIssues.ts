import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { asText } from '../../../loading/asText.ts';
import type { Cause, IssueDetails } from '../../../loading/issue.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import { problems } from '../../../loading/problems.ts';
import { acceptsOnly, type Mismatch, stepText, typeDemanded } from '../../../loading/shape.ts';
import { valueAt } from '../../../loading/values.ts';
import {
  hexOfColorName,
  openCodeForeignTools,
  openCodePermissions,
  openCodeThemeColors,
} from '../vocabulary.ts';
import type { LoadContext, Outcome } from './product.ts';

const permissionNames: ReadonlySet<string> = new Set(openCodePermissions.map(({ value }) => value));

/** Reports every value that the schema rejects. */
export function reportMismatches(
  mismatches: readonly Mismatch[],
  data: Readonly<Record<string, unknown>>,
  { effect, consequence }: Outcome,
  context: LoadContext,
): void {
  for (const mismatch of mismatches.slice(0, 200)) {
    const { path } = mismatch;
    const error = errorOf(mismatch, valueAt(data, path), context);
    context.issues.add(
      error.code,
      effect,
      error.range,
      { problem: error.problem, consequence, ...(error.advice && { advice: error.advice }) },
      {
        field: String(path[0]),
        ...(path.length > 1 && { subject: String(path.at(-1)) }),
        data: error.data,
      },
    );
  }
}

/** What is wrong with a value; its effect and consequence depend on the file. */
interface ValueError extends Cause {
  readonly data?: IssueDetails['data'];
}

function errorOf(mismatch: Mismatch, value: unknown, context: LoadContext): ValueError {
  const { path, problem, expected, accepts, choices } = mismatch;
  const { places } = context;
  if (path[0] === 'color') return colorError(value, mismatch, context);
  const name = `\`${path.map(stepText).join('.')}\``;
  if (problem === 'null')
    return {
      code: 'value.null',
      range: places.key(path),
      problem: `${name} has no value`,
      advice: hasTabBelow(context, path)
        ? 'Indent the lines below it with spaces; YAML allows no tabs'
        : `Set it to ${expected}, or remove the key`,
    };
  const suggestion = suggestionFor(mismatch, value);
  const code = codeOf(mismatch, suggestion);
  const advice =
    (typeof value === 'string' ? rewriteAdvice(context, String(path[0])) : undefined) ??
    adviceFor(mismatch, value, suggestion);
  return {
    code,
    range: places.value(path),
    problem: problemOf(name, code, mismatch, value),
    ...(advice && { advice }),
    data:
      code === 'value.type'
        ? { expected: accepts, suggestion }
        : code === 'value.choice'
          ? { choices, suggestion }
          : { suggestion },
  };
}

function problemOf(name: string, code: IssueCode, mismatch: Mismatch, value: unknown): string {
  if (code === 'value.boolean') return `${shown(value)} is not a boolean`;
  if (code === 'value.choice')
    return isScalar(value) ? `Unknown value ${shown(value)} for ${name}` : `${name} must be a string`;
  return `${name} must be ${mismatch.problem === 'type' ? typeDemanded(mismatch) : mismatch.expected}`;
}

/** How to get from the value to one that the schema accepts. */
function adviceFor(mismatch: Mismatch, value: unknown, suggestion: string | undefined): string | undefined {
  const { path, problem, expected } = mismatch;
  if (problem === 'choice')
    return suggestion ? `Did you mean \`${suggestion}\`? It must be ${expected}` : `Use ${expected}`;
  if (isQuotesOnly(mismatch, value)) return 'Remove the quotes, which make it a string';
  if (suggestion) return `Use \`${suggestion}\`, or remove the key`;
  if (path.length === 1 && path[0] === 'tools') return permissionAdvice(value);
  if (acceptsOnly(mismatch, 'boolean')) return 'Use `true` or `false`';
  if (!acceptsOnly(mismatch, 'string')) return undefined;
  if (value instanceof Date) return 'The value is a date; put it in quotes if it is meant as a string';
  return typeof value === 'number' || typeof value === 'boolean'
    ? `\`${value}\` is a ${typeof value}; put it in quotes if it is meant as a string`
    : undefined;
}

function codeOf(mismatch: Mismatch, suggestion: string | undefined): IssueCode {
  if (mismatch.problem === 'choice') return 'value.choice';
  if (mismatch.problem === 'range') return 'value.number';
  if (mismatch.path.length === 1 && mismatch.path[0] === 'description') return 'description.invalid';
  return suggestion === 'true' || suggestion === 'false' ? 'value.boolean' : 'value.type';
}

const booleanSpellings: ReadonlyMap<string, string> = new Map([
  ...['yes', 'on', 'y', 'true', '1', 'allow'].map(value => [value, 'true'] as const),
  ...['no', 'off', 'n', 'false', '0', 'deny'].map(value => [value, 'false'] as const),
]);

function suggestionFor(mismatch: Mismatch, given: unknown): string | undefined {
  const { problem, choices } = mismatch;
  const value = Array.isArray(given) && given.length === 1 ? given[0] : given;
  // A whole list is never converted: aliases can make its text exhaust memory.
  if (typeof value === 'object') return undefined;
  if (problem === 'choice' && choices) {
    if (choices.includes('deny')) {
      const plain = booleanSpellings.get(String(value).toLowerCase());
      if (plain) return plain === 'true' ? 'allow' : 'deny';
    }
    return nearestWord(String(value), choices);
  }
  if (problem === 'type' && acceptsOnly(mismatch, 'boolean') && value === given)
    return booleanSpellings.get(String(value).toLowerCase());
  return undefined;
}

function colorError(value: unknown, { path, problem, expected }: Mismatch, context: LoadContext): ValueError {
  const range = context.places.value(path);
  const comment = value === null ? commentAfterColor(context) : undefined;
  if (comment) {
    const written = context.document.slice(comment);
    const suggestion = `"${written}"`;
    return {
      code: 'value.color',
      range: comment,
      problem: `\`${short(written)}\` is a YAML comment, not a color`,
      advice: `Put it in quotes: \`${suggestion}\``,
      data: { suggestion },
    };
  }
  if (problem === 'null')
    return {
      code: 'value.null',
      range,
      problem: problems.noValue('color'),
      advice: 'Set it to a color, or remove the key',
    };
  const error = {
    code: 'value.color',
    range,
    problem: isScalar(value) ? `Unknown color ${shown(value)}` : '`color` must be a string',
  } as const;
  const better = typeof value === 'object' ? undefined : betterColor(String(value));
  if (better === undefined) return { ...error, advice: `Use ${expected}` };
  const isQuoted = /^["']/.test(context.document.slice(range));
  const suggestion = better.startsWith('#') && !isQuoted ? `"${better}"` : better;
  return {
    ...error,
    advice: `Did you mean \`${suggestion}\`? It must be ${expected}`,
    data: { suggestion },
  };
}

/** The color that is probably meant, in a valid form. */
function betterColor(written: string): string | undefined {
  const plain = written.trim().toLowerCase();
  const theme = openCodeThemeColors.find(entry => entry.value === plain);
  if (theme) return theme.value;
  const digits = /^#?([0-9a-f]+)$/.exec(plain)?.[1];
  if (digits?.length === 3) return `#${digits.replace(/./g, '$&$&')}`;
  if (digits?.length === 6 || digits?.length === 8) return `#${digits.slice(0, 6)}`;
  const rgb = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\b/.exec(plain)?.slice(1).map(Number);
  if (rgb?.every(part => part < 256))
    return `#${rgb.map(part => part.toString(16).padStart(2, '0')).join('')}`;
  return hexOfColorName.get(plain);
}

function commentAfterColor({ document }: LoadContext): OffsetRange | undefined {
  const entry = document.entry('color');
  if (!entry) return undefined;
  const line = /^:[ \t]+(#\S+)/.exec(document.text.slice(entry.keyRange.end, entry.lines.end));
  if (!line) return undefined;
  const start = entry.keyRange.end + line[0].length - line[1]!.length;
  return { start, end: start + line[1]!.length };
}

function hasTabBelow({ document }: LoadContext, path: Path): boolean {
  const entry = document.entry(String(path[0]));
  const own = entry ? document.slice(entry.lines) : '';
  const after = entry ? document.text.slice(entry.lines.end, entry.lines.end + 200) : '';
  return path.length === 1 && (/\n\t/.test(own) || after.startsWith('\t'));
}

/** Advice for a flow collection that the repair of other YAML in the front matter turns into a string. */
function rewriteAdvice({ document }: LoadContext, field: string): string | undefined {
  const entry = document.entry(field);
  return entry && /^[[{]/.test(document.slice(entry.range)) && document.yaml.errors.length > 0
    ? 'Quote the value with invalid YAML: its repair rewrites every top-level line with a colon, and turns this value into a string'
    : undefined;
}

/** How to write a list of tools, as other products have it, with permissions. */
function permissionAdvice(value: unknown): string {
  const written =
    typeof value === 'string'
      ? value.split(',')
      : Array.isArray(value)
        ? value.filter(item => typeof item === 'string')
        : [];
  const names = written.slice(0, 20).map(name => name.replace(/\(.*/, '').trim().toLowerCase());
  const known = names
    .map(name => openCodeForeignTools.get(name) ?? name)
    .filter(name => permissionNames.has(name));
  const allowed = [...new Set(known)].filter(name => name !== '*').map(name => `\`${name}: allow\``);
  return allowed.length === 0
    ? 'Use `permission` to say what the agent may do'
    : `Use \`permission\`: first \`"*": deny\`, then ${allowed.join(', ')}`;
}

/** A string that is a boolean or a number without its quotes. */
const looksTyped = /^(?:true|false|[-+]?\d+(?:\.\d+)?)$/;

/** A scalar as shown in a message. */
function shown(value: unknown): string {
  const text = asText(value);
  return typeof value === 'string' && (text === '' || looksTyped.test(text))
    ? `\`"${short(text)}"\``
    : `\`${short(text)}\``;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** True for a string that has the expected type without its quotes. */
function isQuotesOnly(mismatch: Mismatch, value: unknown): boolean {
  if (typeof value !== 'string' || !looksTyped.test(value)) return false;
  const isBoolean = value === 'true' || value === 'false';
  return acceptsOnly(mismatch, isBoolean ? 'boolean' : 'number');
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
