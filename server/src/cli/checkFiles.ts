import { membersOf } from '../language/features/groupAlike.ts';
import { internalError, internalErrorId, internalErrorLine } from '../language/features/internalError.ts';
import { diagnoseForAll } from '../language/features/targetDiagnostics.ts';
import { messageOf } from '../language/loading/issue.ts';
import { isCustom } from '../language/rules/noUnknownKey.ts';
import type { Finding } from '../language/rules/rule.ts';
import type { Severity } from '../language/severity.ts';
import { indexedFileOf } from '../language/snapshot.ts';
import { type IndexedFile, RelatedFiles } from '../language/workspaceIndex.ts';
import type { FoundFile, Sources } from './sources.ts';
import { CliError } from './terminal.ts';

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** A file and its diagnostics, as in the JSON output. */
export interface CheckedFile {
  readonly path: string;
  /** Dialect id. */
  readonly dialect: string;
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: Severity;
    /** The parts below as sentences. */
    readonly message: string;
    readonly problem?: string;
    readonly consequence?: string;
    readonly advice?: string;
    readonly range: Range;
    /** The other places that it is about, in the same file. */
    readonly related?: readonly { readonly message: string; readonly range: Range }[];
    /** The comma-separated names of other tools that it is about; absent for the file's own tool. */
    readonly target?: string;
  }[];
}

/** The result of checking all files. */
export interface Checked {
  /** The agent files, sorted by path. */
  readonly files: readonly CheckedFile[];
  /** A message for each file that could not be read. */
  readonly unreadable: readonly string[];
  /** A line for each file whose check failed. */
  readonly failures: readonly string[];
  /** The paths of the files in which the tool merely ignores a key, by the key. */
  readonly customKeys: ReadonlyMap<string, readonly string[]>;
}

/** The result for one file; `undefined` when it is not an agent file or ignored. */
type Result =
  | { readonly checked: CheckedFile; readonly indexed: IndexedFile; readonly customKeys: readonly string[] }
  | { readonly checked: CheckedFile; readonly failure: string }
  | CliError
  | undefined;

/**
 * Checks one file after the other, and then once more those whose findings depend on others: only now it is known which
 * do, and what little depends on it is not worth keeping all files for.
 */
export async function checkFiles(sources: Sources): Promise<Checked> {
  const related = new RelatedFiles();
  const results: Result[] = [];
  for (const file of sources.files) {
    const result = await checkFile(sources, file);
    if (result && 'indexed' in result) related.add(result.indexed);
    results.push(result);
  }
  const files: CheckedFile[] = [];
  const unreadable: string[] = [];
  const failures: string[] = [];
  const customKeys = new Map<string, string[]>();
  for (const [at, first] of results.entries()) {
    const isWhole = !first || !('indexed' in first) || !related.dependsOnOthers(first.indexed);
    const result = isWhole ? first : await checkFile(sources, sources.files[at]!, related);
    if (result instanceof CliError) unreadable.push(result.message);
    else if (result) files.push(result.checked);
    if (result && 'failure' in result) failures.push(result.failure);
    if (result && 'customKeys' in result)
      for (const key of result.customKeys)
        customKeys.set(key, [...(customKeys.get(key) ?? []), result.checked.path]);
  }
  return { files, unreadable, failures, customKeys };
}

async function checkFile(sources: Sources, found: FoundFile, names?: RelatedFiles): Promise<Result> {
  try {
    const source = await sources.read(found, names);
    if (!source) return undefined;
    const { path, snapshot, readings, rules } = source;
    const diagnosed = diagnoseForAll(snapshot, readings, rules);
    const diagnostics = diagnosed.map(
      ({ rule, severity, message, range, targets, finding: { problem, consequence, advice, related } }) => ({
        rule: rule.id,
        severity,
        message,
        problem,
        ...(consequence !== undefined && { consequence }),
        ...(advice !== undefined && { advice }),
        range: snapshot.document.toRange(range),
        ...relatedIn(snapshot.document.uri, related),
        ...(targets && { target: targets.join(',') }),
      }),
    );
    return {
      checked: { path, dialect: snapshot.dialect.id, diagnostics },
      indexed: indexedFileOf(snapshot),
      customKeys: diagnosed
        .flatMap(membersOf)
        .flatMap(({ issue }) => (issue && isCustom(issue) ? (issue.field ?? []) : [])),
    };
  } catch (error) {
    // Whatever is wrong with one file, the others are checked.
    return error instanceof CliError
      ? error
      : { ...failed(found.path), failure: internalErrorLine(found.path, error) };
  }
}

/** What the output says of a file whose check failed. */
function failed(path: string): { readonly checked: CheckedFile } {
  const start = { line: 0, character: 0 };
  const diagnostic = {
    rule: internalErrorId,
    severity: 'warning',
    message: messageOf(internalError),
    ...internalError,
    range: { start, end: start },
  } as const;
  return { checked: { path, dialect: 'unknown', diagnostics: [diagnostic] } };
}

/** The related places in the same file. */
function relatedIn(
  file: string,
  related: Finding['related'] = [],
): Pick<CheckedFile['diagnostics'][number], 'related'> {
  const places = related.flatMap(({ uri, message, range }) => (uri === file ? [{ message, range }] : []));
  return places.length > 0 ? { related: places } : {};
}
