import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { LoadNote } from '../../../loading/loader.ts';
import type { NoteCode } from '../../../loading/noteCodes.ts';
import { type Issue, stepText, typeWord } from '../../../loading/shape.ts';
import {
  hexOfColorName,
  openCodeForeignTools,
  openCodePermissions,
  openCodeThemeColors,
} from '../vocabulary.ts';
import type { Notebook, Outcome } from './product.ts';

const permissionNames: ReadonlySet<string> = new Set(openCodePermissions.map(({ value }) => value));

/** Writes a note for every value that the schema refuses. */
export function noteIssues(
  issues: readonly Issue[],
  data: Readonly<Record<string, unknown>>,
  outcome: Outcome,
  notebook: Notebook,
): void {
  for (const issue of issues.slice(0, 200))
    notebook.add(noteOf(issue, valueAt(data, issue.path), outcome, notebook));
}

function noteOf(issue: Issue, value: unknown, { effect, says }: Outcome, notebook: Notebook): LoadNote {
  const field = String(issue.path[0]);
  const name = `\`${issue.path.map(stepText).join('.')}\``;
  const written = notebook.places.value(issue.path);
  const common = { effect, field };
  const message = (fault: string, remedy: string) => [fault, says, remedy].filter(Boolean).join(' ');
  if (field === 'color') return { ...common, ...colorNote(value, issue, notebook, message) };
  if (issue.problem === 'null') {
    const fault = `${name} has no value, which YAML reads as null.`;
    const remedy = hasTabBelow(notebook, issue.path)
      ? 'The lines below it are indented with tabs, which YAML does not take: use blanks.'
      : `Give it ${issue.expected}, or remove the key.`;
    return {
      ...common,
      code: 'value.null',
      range: notebook.places.key(issue.path),
      message: message(fault, remedy),
    };
  }
  const fault = `${name} must be ${issue.expected}, and this is ${shown(value)}.`;
  const suggestion = suggestionFor(issue, value);
  const remedy = suggestion === undefined ? permissionsFor(issue, value) : `Write \`${suggestion}\`.`;
  return {
    ...common,
    code: codeOf(issue, suggestion),
    range: written,
    message: message(fault, remedy || rewrittenHint(notebook, field)),
    ...(issue.problem !== 'range' && {
      data: {
        ...(issue.choices && { choices: issue.choices }),
        ...(issue.problem === 'type' && { expected: issue.expected }),
        ...(suggestion !== undefined && { suggestion }),
      },
    }),
  };
}

function codeOf(issue: Issue, suggestion: string | undefined): NoteCode {
  if (issue.problem === 'choice') return 'value.choice';
  if (issue.problem === 'range') return 'value.number';
  if (issue.path.length === 1 && issue.path[0] === 'description') return 'description.invalid';
  return suggestion === 'true' || suggestion === 'false' ? 'value.boolean' : 'value.type';
}

const booleanWords: ReadonlyMap<string, string> = new Map([
  ...['yes', 'on', 'y', 'true', '1', 'allow'].map(word => [word, 'true'] as const),
  ...['no', 'off', 'n', 'false', '0', 'deny'].map(word => [word, 'false'] as const),
]);

function suggestionFor({ problem, expected, choices }: Issue, given: unknown): string | undefined {
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

type Compose = (fault: string, remedy: string) => string;

function colorNote(
  value: unknown,
  issue: Issue,
  notebook: Notebook,
  message: Compose,
): Pick<LoadNote, 'code' | 'range' | 'message' | 'data'> {
  const range = notebook.places.value(issue.path);
  const comment = value === null ? commentBehindKey(notebook) : undefined;
  if (comment) {
    const suggestion = `"${notebook.document.slice(comment)}"`;
    const fault = 'Without quotes, `#` begins a comment in YAML, so `color` has no value.';
    return {
      code: 'value.color',
      range: comment,
      message: message(fault, `Write \`${suggestion}\`.`),
      data: { suggestion },
    };
  }
  if (issue.problem === 'null')
    return {
      code: 'value.null',
      range,
      message: message(
        '`color` has no value, which YAML reads as null.',
        'Give it a colour, or remove the key.',
      ),
    };
  const fault = `\`color\` must be ${issue.expected}, and this is ${shown(value)}.`;
  const better = typeof value === 'object' ? undefined : betterColor(String(value));
  if (better === undefined) return { code: 'value.color', range, message: message(fault, '') };
  const isQuoted = /^["']/.test(notebook.document.slice(range));
  const suggestion = better.startsWith('#') && !isQuoted ? `"${better}"` : better;
  return {
    code: 'value.color',
    range,
    message: message(fault, `Write \`${suggestion}\`.`),
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

function commentBehindKey({ document }: Notebook): OffsetRange | undefined {
  const entry = document.entry('color');
  if (!entry) return undefined;
  const line = /^:[ \t]+(#\S+)/.exec(document.text.slice(entry.keyRange.end, entry.lines.end));
  if (!line) return undefined;
  const start = entry.keyRange.end + line[0].length - line[1]!.length;
  return { start, end: start + line[1]!.length };
}

function hasTabBelow({ document }: Notebook, path: Path): boolean {
  const entry = document.entry(String(path[0]));
  const own = entry ? document.slice(entry.lines) : '';
  const after = entry ? document.text.slice(entry.lines.end, entry.lines.end + 200) : '';
  return path.length === 1 && (/\n\t/.test(own) || after.startsWith('\t'));
}

/** A map written in braces is turned into text when another value forces the front matter to be mended. */
function rewrittenHint({ document }: Notebook, field: string): string {
  const entry = document.entry(field);
  return entry && /^[[{]/.test(document.slice(entry.range)) && document.yaml.faults.length > 0
    ? 'It became text because another value of this front matter is invalid YAML, and every top-level line with a colon was rewritten. Quote that value.'
    : '';
}

/** How a list of tools, in the form of another product, is said with permissions. */
function permissionsFor({ path }: Issue, value: unknown): string {
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
  return typeWord(value);
}

function valueAt(data: Readonly<Record<string, unknown>>, path: Path): unknown {
  let value: unknown = data;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}
