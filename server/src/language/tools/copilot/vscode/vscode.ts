import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import type { Loader, LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { mismatchIssue } from '../../../loading/mismatchIssues.ts';
import { placesOf } from '../../../loading/places.ts';
import { list, map, type Shape, text } from '../../../loading/shape.ts';
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

const stringOrStrings: Shape = (value, path) =>
  isScalar(value) ? [] : list(scalarString, 'a list or a comma-separated string')(value, path);

const common = { name: scalarString, description: scalarString };
/** The keys of files that are run, with the values that VS Code accepts. */
export const vscodeRunFields = {
  ...common,
  'argument-hint': scalarString,
  model: stringOrStrings,
  tools: stringOrStrings,
};

/** Prompt files: `.prompt.md`. Nothing in them is required. */
export const vscodePrompt: Loader = {
  ...vscodeRelease,
  load: input => {
    const { document } = input;
    const mode = document.entry('mode');
    return readVscodeFile(
      input,
      '.prompt.md',
      { ...vscodeRunFields, agent: scalarString, mode: scalarString },
      [
        ...(mode
          ? [
              {
                code: 'key.deprecated',
                effect: 'noted',
                range: mode.keyRange,
                problem: '`mode` is deprecated',
                consequence: 'VS Code still reads it, but has replaced it with `agent`',
                field: 'mode',
                data: { suggestion: 'agent' },
              } as const,
            ]
          : []),
      ],
    );
  },
};

/** Instructions: `.instructions.md`. Without `applyTo` they are attached manually or chosen by their description. */
export const vscodeInstructions: Loader = {
  ...vscodeRelease,
  load: input => {
    const applyTo = input.document.entry('applyTo');
    return readVscodeFile(
      input,
      '.instructions.md',
      { ...common, applyTo: scalarString, excludeAgent: stringOrStrings },
      [
        ...(applyTo && typeof applyTo.value === 'string' && applyTo.value.trim() === ''
          ? [
              {
                code: 'value.type',
                effect: 'ignored',
                range: applyTo.range,
                problem: '`applyTo` must be a comma-separated string of globs',
                consequence: 'VS Code applies the instructions to no file when it is empty',
                field: 'applyTo',
                data: { expected: 'a comma-separated string of globs' },
              } as const,
            ]
          : []),
      ],
    );
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
      [],
    ),
};

/** Reads a file of which VS Code refuses nothing: what it does not support has no effect. */
export function readVscodeFile(
  { document, path }: LoaderInput,
  suffix: string,
  fields: Readonly<Record<string, Shape>>,
  own: readonly Issue[],
): LoadResult {
  const { data, issues } = readLikeVscode(document, Object.keys(fields));
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  // VS Code's own parser continues after YAML errors, and the types that it reads then are unknown.
  const known = document.yaml.errors.length === 0 ? map({ optional: fields })(data, []) : [];
  const mismatches = known.map(mismatch =>
    mismatchIssue(mismatch, {
      document,
      data,
      places,
      effect: 'ignored',
      consequence: 'VS Code reports an error here and ignores the value',
    }),
  );
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
    issues: inTextOrder([...issues, ...mismatches, ...own]),
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
