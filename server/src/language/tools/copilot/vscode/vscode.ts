import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import type { Loader, LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { mismatchIssue } from '../../../loading/mismatchIssues.ts';
import { placesOf } from '../../../loading/places.ts';
import { list, map, type Shape, text } from '../../../loading/shape.ts';
import { readLikeVscode } from './readLikeVscode.ts';
import { isWord, word } from './word.ts';

/** The release of VS Code whose reading this is. */
export const vscodeRelease = {
  tool: 'VS Code',
  version: '1.138',
  recorded: '2026-11-21',
  evidence: 'documented',
} as const;

const textOrTexts: Shape = (value, path) =>
  isWord(value) ? [] : list(word, 'a list, or text with commas between the items')(value, path);

const common = { name: word, description: word };
/** The keys of what is run, with what VS Code takes there. */
export const vscodeRunFields = { ...common, 'argument-hint': word, model: textOrTexts, tools: textOrTexts };

/** Prompt files: `.prompt.md`. Nothing in them is required. */
export const vscodePrompt: Loader = {
  ...vscodeRelease,
  load: input => {
    const { document } = input;
    const mode = document.entry('mode');
    return readVscodeFile(input, '.prompt.md', { ...vscodeRunFields, agent: word, mode: word }, [
      ...(mode
        ? [
            {
              code: 'key.deprecated',
              effect: 'noted',
              range: mode.keyRange,
              problem: '`mode` still works in VS Code and has been replaced by `agent`.',
              field: 'mode',
              data: { suggestion: 'agent' },
            } as const,
          ]
        : []),
    ]);
  },
};

/** Instructions: `.instructions.md`. Without `applyTo` they are attached by hand or chosen by their description. */
export const vscodeInstructions: Loader = {
  ...vscodeRelease,
  load: input => {
    const applyTo = input.document.entry('applyTo');
    return readVscodeFile(
      input,
      '.instructions.md',
      { ...common, applyTo: word, excludeAgent: textOrTexts },
      [
        ...(applyTo && typeof applyTo.value === 'string' && applyTo.value.trim() === ''
          ? [
              {
                code: 'value.type',
                effect: 'ignored',
                range: applyTo.range,
                problem: '`applyTo` must hold globs, with commas between them; empty it applies to no file.',
                field: 'applyTo',
                data: { expected: 'globs with commas between them' },
              } as const,
            ]
          : []),
      ],
    );
  },
};

/**
 * Chat modes: `.chatmode.md`, which custom agents have replaced. VS Code still reads them, and offers to rename them.
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

/** Reads a file of which VS Code refuses nothing: what it does not take has no effect. */
export function readVscodeFile(
  { document, path }: LoaderInput,
  suffix: string,
  fields: Readonly<Record<string, Shape>>,
  own: readonly Issue[],
): LoadResult {
  const { data, issues } = readLikeVscode(document, Object.keys(fields));
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  // Where the YAML is at fault VS Code's own parser reads on, and what it takes for a type cannot be told from here.
  const known = document.yaml.errors.length === 0 ? map({ optional: fields })(data, []) : [];
  const mismatches = known.map(mismatch =>
    mismatchIssue(mismatch, {
      document,
      data,
      places,
      effect: 'ignored',
      consequence: 'VS Code reports an error here and ignores the value.',
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
  return value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}
