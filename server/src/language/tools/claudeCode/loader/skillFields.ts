import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { IssueText } from '../../../loading/issue.ts';
import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { isRecord } from './nested.ts';
import { reportPatterns } from './reportPatterns.ts';
import { isEmpty, reportEmpty, reportModel, reportType, shownValue } from './reportValues.ts';
import { valueTakers } from './values.ts';

/** Reads one field: the value that takes effect, or `undefined`. */
type Take = (field: Field, issues: IssueCollector) => unknown;

/** How the fields of skills and commands are read that depend on nothing but their value. */
export const skillTakers: Readonly<Record<string, Take>> = {
  name: takeScalar,
  when_to_use: takeScalar,
  'argument-hint': takeArgumentHint,
  arguments: takeArguments,
  'disable-model-invocation': takeBoolean,
  'user-invocable': takeUserInvocable,
  model: takeModel,
  effort: valueTakers.effort!,
  context: takeContext,
  agent: field => stringOf(field),
  background: takeBoolean,
  paths: takePaths,
  shell: takeShell,
  metadata: takeMetadata,
  license: takeScalar,
  compatibility: takeScalar,
};

const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

/** `true`, `yes`, `on`, `1` and their opposites, in any case, quoted or not. */
export function takeBoolean(field: Field, issues: IssueCollector): boolean | undefined {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const written = asText(field.value).trim().toLowerCase();
  if (typeof field.value !== 'object' && Object.hasOwn(booleans, written)) return booleans[written];
  issues.add(
    'value.type',
    'ignored',
    issues.rangeWithin(field),
    {
      problem: `\`${field.key}\` must be a boolean`,
      consequence: 'Claude Code ignores this value; it also accepts `yes`, `no`, `on`, `off`, `1` and `0`',
    },
    { field: field.key, data: { expected: ['boolean'] } },
  );
  return undefined;
}

/** Anything but a clear yes hides the file from the user, an empty value too. */
function takeUserInvocable(field: Field, issues: IssueCollector): boolean {
  const written = asText(field.value).trim().toLowerCase();
  if (typeof field.value !== 'object' && Object.hasOwn(booleans, written)) return booleans[written]!;
  issues.add(
    'value.type',
    'changed',
    isEmpty(field) ? field.keyRange : issues.rangeWithin(field),
    {
      problem: `\`${field.key}\` must be \`true\` or \`false\``,
      consequence: 'Claude Code reads anything but a clear yes as `false`, and the user cannot call it',
      advice: 'Write `true` or `false`',
    },
    { field: field.key, data: { expected: ['boolean'] } },
  );
  return false;
}

/** Numbers and booleans become strings. */
export function takeScalar({ value }: Field): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/**
 * Returns a value as JavaScript makes a string of it, which Claude Code does with labels and hints: `[a, b]` is `a,b`,
 * a mapping is `[object Object]`. `undefined` where there is no value.
 */
export function stringOf(field: Field | undefined): string | undefined {
  const value = field?.value;
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

/** Whether a skill waits for a file that matches its `paths`; `**` matches any, and sets no condition. */
export function isConditional(paths: unknown): boolean {
  return Array.isArray(paths) && paths.length > 0 && !paths.includes('**');
}

/** `[file]` is a list in YAML, and almost always meant as a string. */
function takeArgumentHint(field: Field, issues: IssueCollector): string | undefined {
  const shown = stringOf(field);
  if (typeof field.value === 'object' && field.value !== null) {
    const isPlain = Array.isArray(field.value) && !shown!.includes('[object');
    issues.add(
      'yaml.repaired',
      isPlain ? 'noted' : 'changed',
      issues.rangeWithin(field),
      {
        problem: `Unquoted value in ${Array.isArray(field.value) ? 'brackets is a list' : 'braces is a mapping'}`,
        consequence: `Claude Code shows it as \`${shownValue(shown)}\`; other tools may not show it`,
        advice: 'Put the value in quotes to keep it as it is written',
      },
      { field: field.key, data: { key: field.key } },
    );
  }
  return shown;
}

/** Names for the arguments, which the text refers to as `$name`. Each keeps its place, also where it is never filled. */
function takeArguments(field: Field, issues: IssueCollector): readonly string[] | undefined {
  if (isEmpty(field)) return undefined;
  const { value } = field;
  const items = typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? value : undefined;
  if (items === undefined || items.some(name => typeof name !== 'string'))
    issues.add(
      'value.type',
      'noted',
      issues.rangeWithin(field),
      {
        problem: '`arguments` must be a list or a space-separated string',
        consequence:
          'Claude Code reads from it the names by which the text refers to arguments, as `$name`, and gets none from anything else',
      },
      { field: field.key, data: { expected: ['list', 'string'] } },
    );
  const names = items?.filter(name => typeof name === 'string' && name !== '');
  for (const name of names ?? []) reportArgumentName(field, name, issues);
  return names;
}

/** Reports a name that the text cannot use, or that takes the place of something else. */
function reportArgumentName(field: Field, name: string, issues: IssueCollector): void {
  const plain = name.replace(/^\$+|,+$/g, '');
  const text: IssueText | undefined = /[,\s]/.test(name)
    ? {
        problem: `Argument name \`${shownValue(name)}\` contains a ${name.includes(',') ? 'comma' : 'space'}`,
        consequence: `Claude Code reads it as one name, so \`$${/^[^,\s]*/.exec(name)![0]}\` is never filled in`,
        advice: 'Separate names by spaces, or write a list',
      }
    : name.startsWith('$')
      ? {
          problem: `Argument name \`${shownValue(name)}\` starts with \`$\``,
          consequence: `Claude Code looks for \`$${name}\` in the text, so \`${name}\` is never filled in`,
          advice: `Write \`${plain}\``,
        }
      : name === 'ARGUMENTS'
        ? {
            problem: 'Argument name `ARGUMENTS` is taken',
            consequence: 'Claude Code fills in this one argument for `$ARGUMENTS` instead of all of them',
            advice: 'Use another name',
          }
        : /^\d+$/.test(name)
          ? {
              problem: `Argument name \`${name}\` is a number`,
              consequence: 'Claude Code ignores it: numbers stand for arguments by their place, from 0',
              advice: 'Use a word',
            }
          : undefined;
  if (text)
    issues.add('name.invalid', 'ignored', issues.rangeWithin(field, name), text, {
      field: field.key,
      subject: name,
    });
}

function takeModel(field: Field, issues: IssueCollector): string | undefined {
  if (isEmpty(field)) return reportEmpty(field, issues);
  if (typeof field.value !== 'string') return reportType(field, 'a string', ['string'], issues);
  const model = field.value.trim();
  if (model.toLowerCase() === 'inherit') return 'inherit';
  reportModel(
    field,
    model,
    'noted',
    'Claude Code has no such model unless your provider has one of this name',
    issues,
  );
  return model;
}

function takeContext(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  if (field.value === 'fork') return 'fork';
  const suggestion = typeof field.value === 'string' ? nearestWord(field.value.trim(), ['fork']) : undefined;
  issues.add(
    'value.choice',
    suggestion === undefined ? 'noted' : 'ignored',
    issues.rangeWithin(field),
    {
      problem: unknownValue(field),
      consequence:
        'Claude Code ignores any value of `context` except `fork`, which runs the text in its own subagent',
      ...(suggestion !== undefined && { advice: `Did you mean \`${suggestion}\`?` }),
    },
    { field: field.key, data: { choices: ['fork'], ...(suggestion !== undefined && { suggestion }) } },
  );
  return undefined;
}

/** A list of globs, or a comma-separated string. */
export function takePaths(field: Field, issues: IssueCollector): readonly string[] | undefined {
  if (isEmpty(field)) return reportEmpty(field, issues);
  const { value } = field;
  const globs =
    typeof value === 'string'
      ? globsIn(value)
      : Array.isArray(value)
        ? value
            .flat(Infinity)
            .filter(glob => typeof glob === 'string')
            .flatMap(globsIn)
        : undefined;
  if (globs === undefined) return reportType(field, 'a glob, or a list of them', ['list', 'string'], issues);
  // The brackets of a list that the repair quoted are reported already.
  const isList = field.repaired && String(value).startsWith('[');
  if (!isList) reportPatterns(field, globs, issues);
  return globs.filter(glob => !isUnclosed(glob));
}

/** Commas inside braces do not separate: `src/*.{ts,tsx}, docs/**`. */
function globsIn(text: string): string[] {
  const globs = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') depth++;
    else if (letter === '}') depth = Math.max(0, depth - 1);
    if (letter === ',' && depth === 0) globs.push('');
    else globs[globs.length - 1] += letter;
  }
  return globs.map(glob => glob.trim()).filter(glob => glob !== '');
}

function isUnclosed(glob: string): boolean {
  return /\[(?!.*\])/.test(glob.replace(/\\./g, ''));
}

function takeShell(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return reportEmpty(field, issues);
  if (field.value === 'bash' || field.value === 'powershell') return field.value;
  const choices = ['bash', 'powershell'];
  const suggestion = nearestWord(asText(field.value).trim(), choices);
  issues.add(
    'value.choice',
    'changed',
    issues.rangeWithin(field),
    {
      problem: unknownValue(field),
      consequence: 'Claude Code runs the commands in this text with `bash` instead',
      advice: suggestion === undefined ? 'Use `bash` or `powershell`' : `Did you mean \`${suggestion}\`?`,
    },
    { field: field.key, data: { choices, ...(suggestion !== undefined && { suggestion }) } },
  );
  return 'bash';
}

function takeMetadata(field: Field, issues: IssueCollector): unknown {
  if (isEmpty(field)) return undefined;
  if (isRecord(field.value)) return field.value;
  issues.add(
    'value.type',
    'ignored',
    issues.rangeWithin(field),
    { problem: '`metadata` must be a mapping', consequence: `Claude Code drops ${kindOf(field.value)} here` },
    { field: field.key, data: { expected: ['mapping'] } },
  );
  return undefined;
}

/** The problem of a value outside the known ones. */
function unknownValue({ key, value }: Field): string {
  return typeof value === 'object'
    ? `\`${key}\` must be a string`
    : `Unknown value \`${asText(value)}\` for \`${key}\``;
}
