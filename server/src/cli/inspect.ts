import { relative, sep } from 'node:path';
import { styleText } from 'node:util';
import { globSync } from 'tinyglobby';
import { fullInvocationOf, fullNameOf } from '../language/features/fullName.ts';
import { furtherReadings } from '../language/features/furtherReaders.ts';
import { importedFilesOf } from '../language/features/importedFiles.ts';
import { internalError, internalErrorId, internalErrorLine } from '../language/features/internalError.ts';
import { lowercased, runsWith } from '../language/features/runsWith.ts';
import { type Outcome, verdictOf } from '../language/features/verdict.ts';
import { lazy } from '../language/lazy.ts';
import { type Effective, type Environment, unknownEnvironment } from '../language/loading/effective.ts';
import { messageOf } from '../language/loading/issue.ts';
import type { FileScope, LoadResult } from '../language/loading/loader.ts';
import { indexedFileOf, type Snapshot } from '../language/snapshot.ts';
import { duplicatesOf, type IndexedFile, RelatedFiles } from '../language/workspaceIndex.ts';
import { collectionNote, collectionsIn } from './collections.ts';
import { printable, printableLine } from './printable.ts';
import type { FoundFile, Source, Sources } from './sources.ts';
import { type Counts, nothingFound, summaryOf } from './summary.ts';
import { CliError, type CommandResult, type Format, type Terminal } from './terminal.ts';

/** `agent-files inspect`: shows how the tool loads each file. */
export async function inspect(
  sources: Sources,
  format: Format,
  terminal: Terminal,
  start: Partial<Pick<Environment, 'role' | 'isTrusted'>> = {},
): Promise<CommandResult> {
  const unreadable: string[] = [];
  const failures: string[] = [];
  /** Maps each file to its output, without keeping the files in memory. */
  const collect = async <Output>(
    format: (source: Source) => Promise<Output> | Output,
    failed: (path: string) => Output,
  ): Promise<Output[]> => {
    const related = new RelatedFiles();
    const all: { readonly output: Output; readonly file: FoundFile; readonly indexed?: IndexedFile }[] = [];
    for (const file of sources.files) {
      try {
        const source = await sources.read(file);
        if (!source) continue;
        const indexed = indexedFileOf(source.snapshot);
        related.add(indexed);
        all.push({ output: await format(source), file, indexed });
      } catch (error) {
        if (error instanceof CliError) unreadable.push(error.message);
        else {
          // Whatever is wrong with one file, the others are shown.
          failures.push(internalErrorLine(file.path, error));
          all.push({ output: failed(file.path), file });
        }
      }
    }
    // Only now it is known which files have the names of others.
    for (const [at, { file, indexed }] of all.entries()) {
      if (!indexed || duplicatesOf(indexed, related).length === 0) continue;
      const source = await sources.read(file, related);
      if (source) all[at] = { output: await format(source), file };
    }
    return all.map(({ output }) => output);
  };
  if (format === 'json') {
    const listing = lazy(() => filesBelow(sources.cwd));
    const written = await collect(
      async source =>
        indented(asJson(source, await sources.effectiveOf(source, start), sources.cwd, listing)),
      path => indented(failedJson(path)),
    );
    const list = written.length === 0 ? '[]' : `[\n    ${written.join(',\n    ')}\n  ]`;
    const others = Object.entries(collectionsIn(sources)).map(
      ([key, value]) => `,\n  "${key}": ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`,
    );
    terminal.out(`{\n  "files": ${list}${others.join('')}\n}\n`);
  } else {
    const rows = await collect(
      async source => asRow(source, await sources.effectiveOf(source, start)),
      failedRow,
    );
    const counts = { files: rows.length, unreadable: unreadable.length, ignored: sources.ignored };
    terminal.out(asText(rows, counts, terminal) + collectionNote(sources));
  }
  return { hasErrors: false, unreadable, failures };
}

/** An item of the list of files, as JSON at its indentation. */
function indented(file: object): string {
  return JSON.stringify(file, null, 2).replaceAll('\n', '\n    ');
}

/** The output for a file whose reading failed. */
function failedJson(path: string): object {
  const note = {
    code: internalErrorId,
    effect: 'noted',
    message: messageOf(internalError),
    ...internalError,
  };
  return { path, dialect: 'unknown', loads: null, fields: {}, notes: [note] };
}

function failedRow(path: string): Row {
  const why = [messageOf(internalError)];
  return { path: printableLine(path), verdict: 'unknown', name: '–', model: '–', tools: '–', runs: [], why };
}

function asJson(
  { path, snapshot }: Source,
  effective: Effective | undefined,
  cwd: string,
  listing: () => readonly string[],
) {
  const { document, dialect, load } = snapshot;
  return {
    path,
    dialect: dialect.id,
    loads: load.loads,
    outcome: outcomeWith(snapshot, effective),
    name: fullNameOf(snapshot),
    description: load.description,
    model: load.model,
    tools: load.tools,
    disallowedTools: load.disallowedTools,
    permissionMode: load.permissionMode,
    ...fullInvocationOf(snapshot),
    ...(load.agentLine !== undefined && {
      listing: load.agentLine.replace(load.name!, () => fullNameOf(snapshot)!),
    }),
    ...(load.scope && scopeJson(load.scope, cwd, listing)),
    ...(dialect.body?.importsFrom === 'file' && {
      imports: importedFilesOf(snapshot).map(file => shownPath(file, cwd)),
    }),
    ...(load.keepsCodingInstructions !== undefined && {
      keepsCodingInstructions: load.keepsCodingInstructions,
    }),
    ...(effective && { effective }),
    ...(dialect.alsoReadBy && { readers: furtherReadings(snapshot).map(readerJson) }),
    fields: load.fields,
    notes: load.issues.map(issue => ({
      code: issue.code,
      effect: issue.effect,
      message: messageOf(issue),
      problem: issue.problem,
      consequence: issue.consequence ?? null,
      advice: issue.advice ?? null,
      field: issue.field ?? null,
      subject: issue.subject ?? null,
      range: document.toRange(issue.range),
    })),
  };
}

/** The outcome for an agent whose surroundings are known. */
function outcomeWith(snapshot: Snapshot, effective: Effective | undefined): Outcome {
  return snapshot.load.loads && effective?.starts === false ? 'fails' : verdictOf(snapshot).outcome;
}

/** Which file the tool uses in place of one that has its name. */
function hiddenLine(snapshot: Snapshot): string[] {
  const { hiddenBy, tool } = verdictOf(snapshot);
  return hiddenBy
    ? [`${tool} ${hiddenBy.isCertain ? 'uses' : 'may use'} ${hiddenBy.place} in its place`]
    : [];
}

/** What another reader of the file takes from it. */
function readerJson(reading: Snapshot) {
  const { load, loader } = reading;
  const effective = effectiveOf(reading);
  return {
    tool: loader.tool,
    loads: load.loads,
    outcome: verdictOf(reading).outcome,
    tools: load.tools,
    ...(effective && { effective }),
  };
}

function effectiveOf({ document, path, load, loader }: Snapshot): Effective | undefined {
  return loader.effective?.({ document, path }, load, unknownEnvironment);
}

/** What another reader of the file takes from it, as a line. */
function readerLine(reading: Snapshot): string {
  const { load, loader } = reading;
  const { outcome, reasons } = verdictOf(reading);
  const [reason] = reasons;
  const why = reason ? `: ${lowercased(reason.issue.problem)}` : '';
  const words = {
    loads: 'loads it',
    changed: 'loads it with changes',
    unrestricted: 'loads it without a limit',
    hidden: 'may use another file of this name',
    fails: 'loads it and fails when it is used',
    rejected: 'does not load it',
    empty: 'does not load it',
    notMeant: 'does not read it',
  } satisfies Record<Outcome, string>;
  const tools = load.loads
    ? `; tools: ${toolsText({ ...load, tools: effectiveOf(reading)?.tools ?? load.tools })}`
    : '';
  return `${loader.tool} ${words[outcome]}${why}${tools}`;
}

/** Whether instructions are loaded in every session, and else the files of the project that bring them in. */
function scopeJson(
  { folder, unconditional, matches }: FileScope,
  cwd: string,
  listing: () => readonly string[],
) {
  const above = shownPath(folder, cwd);
  const isRoot = above === '' || above.startsWith('../');
  const always = unconditional && isRoot;
  const prefix = isRoot ? '' : `${above}/`;
  const isMatch = (path: string): boolean => path.startsWith(prefix) && matches(path.slice(prefix.length));
  return { always, matches: always ? [] : listing().filter(isMatch) };
}

/** The files below a folder, sorted, with `/`; those of git itself are left out. */
function filesBelow(folder: string): string[] {
  return globSync('**', {
    cwd: folder,
    dot: true,
    ignore: ['**/.git/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  }).sort();
}

/** An absolute path, as it is shown: relative to the current folder, with `/`. */
function shownPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}

type Verdict = 'yes' | 'changed' | 'hidden' | 'fails' | 'no' | 'none' | 'unknown';

/** The column "loads": `none` is a file that is clearly not meant to be loaded. */
const verdictFor: Readonly<Record<Outcome, Verdict>> = {
  loads: 'yes',
  changed: 'changed',
  unrestricted: 'changed',
  hidden: 'hidden',
  fails: 'fails',
  rejected: 'no',
  empty: 'no',
  notMeant: 'none',
};

/** Kinds of files with tools. For others, "all" would be meaningless. */
const withTools: ReadonlySet<string> = new Set(['agent', 'skill', 'command']);

/** A row of the table. */
interface Row {
  readonly path: string;
  readonly verdict: Verdict;
  readonly name: string;
  readonly model: string;
  readonly tools: string;
  /** What it runs with instead of what is written, and how further readers load it, one line each. */
  readonly runs: readonly string[];
  /** The reasons, one line each. */
  readonly why: readonly string[];
}

function asRow({ path, snapshot }: Source, effective: Effective | undefined): Row {
  const { load, document, dialect } = snapshot;
  const relevant = load.issues.filter(({ effect, reader }) => effect !== 'noted' && reader === undefined);
  return {
    path: printableLine(path),
    verdict: verdictFor[outcomeWith(snapshot, effective)],
    runs: [
      ...hiddenLine(snapshot),
      ...(effective && load.loads ? runsWith(snapshot, effective) : []),
      ...(load.ignored ? [] : furtherReadings(snapshot).map(readerLine)),
    ].map(printable),
    name: printable(fullNameOf(snapshot) ?? '–'),
    model: printable(load.model ?? '–'),
    tools: load.loads && dialect.defines && withTools.has(dialect.defines) ? printable(toolsText(load)) : '–',
    why: relevant.map(
      issue => `line ${document.positionAt(issue.range.start).line + 1}: ${printable(messageOf(issue))}`,
    ),
  };
}

function asText(rows: readonly Row[], counts: Counts, { colors }: Terminal): string {
  if (rows.length === 0 && counts.unreadable === 0) return `${nothingFound(counts)}\n`;
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(format, text) : text;
  const width = (column: 'path' | 'name' | 'model', title: string): number =>
    Math.min(72, Math.max(title.length, ...rows.map(row => row[column].length)));
  const widths = { path: width('path', 'file'), name: width('name', 'name'), model: width('model', 'model') };
  const line = (path: string, loads: string, name: string, model: string, tools: string): string =>
    `${path.padEnd(widths.path)}  ${loads.padEnd(7)}  ${name.padEnd(widths.name)}  ${model.padEnd(widths.model)}  ${tools}`.trimEnd();
  const color = {
    yes: 'green',
    changed: 'yellow',
    hidden: 'yellow',
    fails: 'red',
    no: 'red',
    none: 'gray',
    unknown: 'red',
  } as const;
  const lines = [style('bold', line('file', 'loads', 'name', 'model', 'tools'))];
  for (const { path, verdict, name, model, tools, runs, why } of rows) {
    lines.push(style(color[verdict], line(path, verdict, name, model, tools)));
    for (const line of [...why, ...runs]) lines.push(`    ${line}`);
  }
  const count = (verdict: Verdict): number => rows.filter(row => row.verdict === verdict).length;
  const outcome = (verdict: Verdict, one: string, many = one): string =>
    `${count(verdict)} ${count(verdict) === 1 ? one : many}`;
  const outcomes = [
    outcome('yes', 'loads as written', 'load as written'),
    outcome('changed', 'with changes'),
    ...(count('hidden') > 0 ? [outcome('hidden', 'hidden by a duplicate', 'hidden by duplicates')] : []),
    ...(count('fails') > 0 ? [outcome('fails', 'loads and fails when used', 'load and fail when used')] : []),
    outcome('no', 'does not load', 'do not load'),
    ...(count('unknown') > 0 ? [outcome('unknown', 'failed')] : []),
    ...(count('none') > 0 ? [outcome('none', 'is not meant to', 'are not meant to')] : []),
  ];
  lines.push('', summaryOf(counts, 'file', `: ${outcomes.join(', ')}`));
  return `${lines.join('\n')}\n`;
}

function toolsText({ tools, disallowedTools }: LoadResult): string {
  if (tools === null) return disallowedTools?.length ? `all but ${disallowedTools.join(', ')}` : 'all';
  return tools.length === 0 ? 'none' : tools.join(', ');
}
