import { IssueCollector } from '../../../loading/issue.ts';
import type { Loader, LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { list, listOrText, map, type Shape, text } from '../../../loading/shape.ts';
import { commaSeparated } from '../../../loading/values.ts';
import { readLikeVscode } from './readLikeVscode.ts';

/** The release of VS Code whose behavior this is. */
export const vscodeRelease = {
  tool: 'VS Code',
  version: '1.138',
  recorded: '2026-11-21',
  evidence: 'documented',
} as const;

/**
 * A string to VS Code, whose parser knows no other scalar types: `5` and `true` are strings as well (observed in
 * 1.139.1).
 */
export const scalarString: Shape = (value, path) => (isScalar(value) ? [] : text()(value, path));

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const stringsAs =
  (expected?: string): Shape =>
  (value, path) =>
    isScalar(value) ? [] : listOrText(scalarString, expected)(value, path);
const stringOrStrings = stringsAs();

const common = { name: scalarString, description: scalarString };
/** The keys of files that are run, with the values that VS Code accepts. */
export const vscodeRunFields = {
  ...common,
  'argument-hint': scalarString,
  model: stringsAs('a string or a list of strings'),
  tools: stringOrStrings,
};

/** Prompt files: `.prompt.md`. Nothing in them is required. */
export const vscodePrompt: Loader = {
  ...vscodeRelease,
  load: input => {
    const issues = new IssueCollector();
    const mode = input.document.entry('mode');
    if (mode)
      issues.add(
        'key.deprecated',
        'noted',
        mode.keyRange,
        {
          problem: problems.deprecatedKey('mode'),
          consequence: 'VS Code still reads it, but has replaced it with `agent`',
        },
        { field: 'mode', data: { suggestion: 'agent' } },
      );
    const fields = { ...vscodeRunFields, agent: scalarString, mode: scalarString };
    return readVscodeFile(input, '.prompt.md', fields, issues);
  },
};

/** Instructions: `.instructions.md`. Without `applyTo` they are attached manually or chosen by their description. */
export const vscodeInstructions: Loader = {
  ...vscodeRelease,
  load: input => {
    const issues = new IssueCollector();
    const applyTo = input.document.entry('applyTo');
    if (typeof applyTo?.value === 'string' && applyTo.value.trim() === '')
      issues.add(
        'value.type',
        'ignored',
        applyTo.range,
        {
          problem: '`applyTo` must be a comma-separated string of globs',
          consequence: 'VS Code applies the instructions to no file when it is empty',
        },
        { field: 'applyTo', data: { expected: ['string'] } },
      );
    const fields = { ...common, applyTo: scalarString, excludeAgent: stringOrStrings };
    return readVscodeFile(input, '.instructions.md', fields, issues);
  },
};

/**
 * Chat modes: `.chatmode.md`, replaced by custom agents. VS Code still reads them, and suggests renaming them.
 */
export const vscodeChatmode: Loader = {
  ...vscodeRelease,
  load: input =>
    readVscodeFile(
      input,
      '.chatmode.md',
      { ...vscodeRunFields, target: text(), agents: list(text()), handoffs: list(map({})) },
      new IssueCollector(),
    ),
};

/** Reads a file of which VS Code refuses nothing: what it does not support has no effect. Adds to `issues`. */
export function readVscodeFile(
  { document, path }: LoaderInput,
  suffix: string,
  fields: Readonly<Record<string, Shape>>,
  issues: IssueCollector,
): LoadResult {
  const data = readLikeVscode(document, Object.keys(fields), issues);
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  // VS Code's own parser continues after YAML errors, and the types that it reads then are unknown.
  const known = document.yaml.errors.length === 0 ? map({ optional: fields })(data, []) : [];
  const consequence = 'VS Code reports an error here and ignores the value';
  for (const mismatch of known)
    reportMismatch(mismatch, { document, data, places, effect: 'ignored', consequence }, issues);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const stem = file.endsWith(suffix) ? file.slice(0, -suffix.length) : file.replace(/\.[^.]*$/, '');
  const tools = namesOf(data.tools);
  return {
    loads: true,
    name: textOf(data.name) ?? stem,
    description: textOf(data.description) ?? null,
    model: textOf(Array.isArray(data.model) ? data.model[0] : data.model) ?? null,
    tools: tools ?? null,
    disallowedTools: null,
    permissionMode: null,
    fields: Object.fromEntries(Object.entries(data).filter(([key]) => key in fields)),
    issues: issues.inTextOrder(),
    body: document.frontMatter.body,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function namesOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter(each => typeof each === 'string');
  if (typeof value !== 'string') return undefined;
  return commaSeparated(value);
}
