import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import { type Mismatch, stepText, typeName } from '../../../loading/shape.ts';
import {
  hexOfColorName,
  openCodeForeignTools,
  openCodePermissions,
  openCodeThemeColors,
} from '../vocabulary.ts';
import type { IssueCollector, Outcome } from './product.ts';

const permissionNames: ReadonlySet<string> = new Set(openCodePermissions.map(({ value }) => value));

/** Writes a note for every value that the schema refuses. */
export function reportMismatches(
  mismatches: readonly Mismatch[],
  data: Readonly<Record<string, unknown>>,
  outcome: Outcome,
  collector: IssueCollector,
): void {
  for (const mismatch of mismatches.slice(0, 200))
    collector.add(issueOf(mismatch, valueAt(data, mismatch.path), outcome, collector));
}

function issueOf(
  mismatch: Mismatch,
  value: unknown,
  { effect, says }: Outcome,
  collector: IssueCollector,
): Issue {
  const field = String(mismatch.path[0]);
  const name = `\`${mismatch.path.map(stepText).join('.')}\``;
  const written = collector.places.value(mismatch.path);
  const common = { effect, field };
  const message = (error: string, remedy: string) => [error, says, remedy].filter(Boolean).join(' ');
  if (field === 'color') return { ...common, ...colorIssue(value, mismatch, collector, message) };
  if (mismatch.problem === 'null') {
    const error = `${name} has no value, which YAML reads as null.`;
    const remedy = hasTabBelow(collector, mismatch.path)
      ? 'The lines below it are indented with tabs, which YAML does not take: use blanks.'
      : `Give it ${mismatch.expected}, or remove the key.`;
    return {
      ...common,
      code: 'value.null',
      range: collector.places.key(mismatch.path),
      problem: message(error, remedy),
    };
  }
  const error = `${name} must be ${mismatch.expected}, and this is ${shown(value)}.`;
  const suggestion = suggestionFor(mismatch, value);
  const remedy = suggestion === undefined ? permissionsFor(mismatch, value) : `Write \`${suggestion}\`.`;
  return {
    ...common,
    code: codeOf(mismatch, suggestion),
    range: written,
    problem: message(error, remedy || rewrittenHint(collector, field)),
    ...(mismatch.problem !== 'range' && {
      data: {
        ...(mismatch.choices && { choices: mismatch.choices }),
        ...(mismatch.problem === 'type' && { expected: mismatch.expected }),
        ...(suggestion !== undefined && { suggestion }),
      },
    }),
  };
}

function codeOf(mismatch: Mismatch, suggestion: string | undefined): IssueCode {
  if (mismatch.problem === 'choice') return 'value.choice';
  if (mismatch.problem === 'range') return 'value.number';
  if (mismatch.path.length === 1 && mismatch.path[0] === 'description') return 'description.invalid';
  return suggestion === 'true' || suggestion === 'false' ? 'value.boolean' : 'value.type';
}

const booleanWords: ReadonlyMap<string, string> = new Map([
  ...['yes', 'on', 'y', 'true', '1', 'allow'].map(word => [word, 'true'] as const),
  ...['no', 'off', 'n', 'false', '0', 'deny'].map(word => [word, 'false'] as const),
]);

function suggestionFor({ problem, expected, choices }: Mismatch, given: unknown): string | undefined {
  const value = Array.isArray(given) && given.length === 1 ? given[0] : given;
  // Never the text of a whole list: aliases can make it longer than memory.
  if (typeof value === 'object') return undefined;
  if (problem === 'choice' && choices) {
    if (choices.includes('deny')) {
      const plain = booleanWords.get(String(value).toLowerCase());
      if (plain) return plain === 'true' ? 'allow' : 'deny';
    }
    return nearestWord(String(value), choices);
  }
  if (problem === 'type' && expected === '`true` or `false`' && value === given)
    return booleanWords.get(String(value).toLowerCase());
  return undefined;
}

type Compose = (error: string, remedy: string) => string;

function colorIssue(
  value: unknown,
  mismatch: Mismatch,
  collector: IssueCollector,
  message: Compose,
): Pick<Issue, 'code' | 'range' | 'problem' | 'data'> {
  const range = collector.places.value(mismatch.path);
  const comment = value === null ? commentBehindKey(collector) : undefined;
  if (comment) {
    const suggestion = `"${collector.document.slice(comment)}"`;
    const error = 'Without quotes, `#` begins a comment in YAML, so `color` has no value.';
    return {
      code: 'value.color',
      range: comment,
      problem: message(error, `Write \`${suggestion}\`.`),
      data: { suggestion },
    };
  }
  if (mismatch.problem === 'null')
    return {
      code: 'value.null',
      range,
      problem: message(
        '`color` has no value, which YAML reads as null.',
        'Give it a colour, or remove the key.',
      ),
    };
  const error = `\`color\` must be ${mismatch.expected}, and this is ${shown(value)}.`;
  const better = typeof value === 'object' ? undefined : betterColor(String(value));
  if (better === undefined) return { code: 'value.color', range, problem: message(error, '') };
  const isQuoted = /^["']/.test(collector.document.slice(range));
  const suggestion = better.startsWith('#') && !isQuoted ? `"${better}"` : better;
  return {
    code: 'value.color',
    range,
    problem: message(error, `Write \`${suggestion}\`.`),
    data: { suggestion },
  };
}

/** The colour that was probably meant, in a form that is taken. */
function betterColor(written: string): string | undefined {
  const plain = written.trim().toLowerCase();
  const theme = openCodeThemeColors.find(term => term.value === plain);
  if (theme) return theme.value;
  const digits = /^#?([0-9a-f]+)$/.exec(plain)?.[1];
  if (digits?.length === 3) return `#${digits.replace(/./g, '$&$&')}`;
  if (digits?.length === 6 || digits?.length === 8) return `#${digits.slice(0, 6)}`;
  const rgb = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\b/.exec(plain)?.slice(1).map(Number);
  if (rgb?.every(part => part < 256))
    return `#${rgb.map(part => part.toString(16).padStart(2, '0')).join('')}`;
  return hexOfColorName.get(plain);
}

function commentBehindKey({ document }: IssueCollector): OffsetRange | undefined {
  const entry = document.entry('color');
  if (!entry) return undefined;
  const line = /^:[ \t]+(#\S+)/.exec(document.text.slice(entry.keyRange.end, entry.lines.end));
  if (!line) return undefined;
  const start = entry.keyRange.end + line[0].length - line[1]!.length;
  return { start, end: start + line[1]!.length };
}

function hasTabBelow({ document }: IssueCollector, path: Path): boolean {
  const entry = document.entry(String(path[0]));
  const own = entry ? document.slice(entry.lines) : '';
  const after = entry ? document.text.slice(entry.lines.end, entry.lines.end + 200) : '';
  return path.length === 1 && (/\n\t/.test(own) || after.startsWith('\t'));
}

/** A map written in braces is turned into text when another value forces the front matter to be mended. */
function rewrittenHint({ document }: IssueCollector, field: string): string {
  const entry = document.entry(field);
  return entry && /^[[{]/.test(document.slice(entry.range)) && document.yaml.errors.length > 0
    ? 'It became text because another value of this front matter is invalid YAML, and every top-level line with a colon was rewritten. Quote that value.'
    : '';
}

/** How a list of tools, in the form of another product, is said with permissions. */
function permissionsFor({ path }: Mismatch, value: unknown): string {
  if (path.length !== 1 || path[0] !== 'tools') return '';
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
    ? 'Say with `permission` what it may do.'
    : `Say it with \`permission\`: first \`"*": deny\`, then ${allowed.join(', ')}.`;
}

/** What is text in quotes only. */
const meantOtherwise = /^(?:true|false|[-+]?\d+(?:\.\d+)?)$/;

function shown(value: unknown): string {
  if (value === '') return 'empty text';
  if (typeof value === 'string' && meantOtherwise.test(value))
    return `the text \`"${value}"\`: the quotes make it one`;
  if (typeof value === 'string') return `\`${value.length > 40 ? `${value.slice(0, 39)}…` : value}\``;
  if (typeof value === 'number') return `\`${value}\``;
  return typeName(value);
}

function valueAt(data: Readonly<Record<string, unknown>>, path: Path): unknown {
  let value: unknown = data;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}
