import { relative, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { effectiveOf } from '../language/features/effectiveOf.ts';
import { fullInvocationOf, fullNameOf } from '../language/features/fullName.ts';
import { importedFilesOf } from '../language/features/importedFiles.ts';
import { internalError, internalErrorId, internalErrorLine } from '../language/features/internalError.ts';
import { verdictOf } from '../language/features/verdict.ts';
import { lazy } from '../language/lazy.ts';
import type { Effective, Environment } from '../language/loading/effective.ts';
import { messageOf } from '../language/loading/issue.ts';
import type { FileScope } from '../language/loading/loader.ts';
import { indexedFileOf, type Snapshot } from '../language/snapshot.ts';
import { duplicatesOf, type IndexedFile, RelatedFiles } from '../language/workspaceIndex.ts';
import { collectionNote, collectionsIn } from './collections.ts';
import { addFilesAround } from './filesAround.ts';
import { asRow, asText, failedRow, outcomeWith } from './inspectText.ts';
import type { FoundFile, Source, Sources } from './sources.ts';
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
    const around = new Set<string>();
    for (const [at, { file, indexed }] of all.entries()) {
      if (indexed) await addFilesAround(sources, file, indexed, related, around);
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
    ...(dialect.alsoReadBy && { readers: snapshot.furtherReadings().map(readerJson) }),
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
