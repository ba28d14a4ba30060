import type { AgentDocument } from '../language/document/agentDocument.ts';
import { fixesOf, type Timer } from '../language/features/diagnostics.ts';
import { membersOf } from '../language/features/groupAlike.ts';
import { internalError, internalErrorId, internalErrorLine } from '../language/features/internalError.ts';
import { diagnoseForAll } from '../language/features/targetDiagnostics.ts';
import { messageOf } from '../language/loading/issue.ts';
import { isCustom } from '../language/rules/noUnknownKey.ts';
import type { Finding, Fix } from '../language/rules/rule.ts';
import type { Severity } from '../language/severity.ts';
import { indexedFileOf } from '../language/snapshot.ts';
import { type IndexedFile, RelatedFiles } from '../language/workspaceIndex.ts';
import { filePathOf } from '../workspace/nodeFileSystem.ts';
import type { Changes } from './git/changedSince.ts';
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

/** One finding, as in the JSON output, and what other outputs need of it. */
export interface CheckedDiagnostic {
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
  /** What the finding is about, wherever it stands, for each of the findings that it stands for. */
  readonly identities: readonly string[];
  /** Absent where they are not wanted. */
  readonly fixes?: readonly CheckedFix[];
}

/** A quick fix with the places of its changes. */
export interface CheckedFix {
  readonly title: string;
  readonly changes: readonly { readonly range: Range; readonly newText: string }[];
}

/** A file and its diagnostics. */
export interface CheckedFile {
  readonly uri: string;
  /** The path in the output. */
  readonly path: string;
  /** Dialect id. */
  readonly dialect: string;
  readonly diagnostics: readonly CheckedDiagnostic[];
}

/** What to do beside checking. */
export interface CheckOptions {
  /** Whether each finding is to have its fixes, which takes time. */
  readonly withFixes?: boolean;
  /** Set to check only what has changed, and what depends on it. */
  readonly changes?: Changes;
  readonly time?: Timer;
  /** Called before each file with the number of those that are done. */
  readonly progress?: (done: number, all: number) => void;
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
  /** True if one of the findings that were tried has a safe fix. */
  readonly isFixable: boolean;
}

/** The result for one file; `undefined` when it is not an agent file or ignored. */
type Result =
  | {
      readonly checked: CheckedFile;
      readonly indexed: IndexedFile;
      readonly customKeys: readonly string[];
      /** The files that it brings in (paths), whether they exist or not. */
      readonly imports: readonly string[];
    }
  /** A file whose findings depend on others, and that waits for them. */
  | { readonly indexed: IndexedFile; readonly imports: readonly string[] }
  | { readonly checked: CheckedFile; readonly failure: string }
  | CliError
  | undefined;

/**
 * Checks one file after the other, and then once more those whose findings depend on others: only now it is known which
 * do, and what little depends on it is not worth keeping all files for.
 */
export async function checkFiles(sources: Sources, options: CheckOptions = {}): Promise<Checked> {
  const related = new RelatedFiles();
  const results: Result[] = [];
  const safeFixes = new SafeFixes();
  for (const [at, file] of sources.files.entries()) {
    options.progress?.(at, sources.files.length);
    const result = await checkFile(sources, file, options, safeFixes);
    if (result && 'indexed' in result) related.add(result.indexed);
    results.push(result);
  }
  await sources.skills.readFiles();
  const isAffected = options.changes ? affectedBy(options.changes, results, related) : () => true;
  const files: CheckedFile[] = [];
  const unreadable: string[] = [];
  const failures: string[] = [];
  const customKeys = new Map<string, string[]>();
  for (const [at, first] of results.entries()) {
    if (!isAffected(sources.files[at]!)) continue;
    const isWhole =
      !first ||
      !('indexed' in first) ||
      ('checked' in first &&
        !related.dependsOnOthers(first.indexed) &&
        !sources.skills.isConcerned(first.indexed.uri));
    const result = isWhole
      ? first
      : await checkFile(sources, sources.files[at]!, options, safeFixes, related);
    if (result instanceof CliError) unreadable.push(result.message);
    else if (result && 'checked' in result) files.push(result.checked);
    if (result && 'failure' in result) failures.push(result.failure);
    if (result && 'customKeys' in result)
      for (const key of result.customKeys)
        customKeys.set(key, [...(customKeys.get(key) ?? []), result.checked.path]);
  }
  return { files, unreadable, failures, customKeys, isFixable: safeFixes.found };
}

/** Whether what is said of a file certainly depends on others. Most servers that are named are defined by nobody. */
function refersToFiles({ references = [] }: IndexedFile): boolean {
  return references.some(({ to }) => to !== 'server');
}

/** Whether a file has changed, or its diagnostics depend on one that has. */
function affectedBy(
  changes: Changes,
  results: readonly Result[],
  related: RelatedFiles,
): (file: FoundFile) => boolean {
  const affected = new Set<string>();
  for (const result of results) {
    if (!result || !('indexed' in result)) continue;
    const { indexed, imports } = result;
    if (changes.has(filePathOf(indexed.uri)))
      for (const { uri } of related.relatedTo(indexed)) affected.add(uri);
    // What a name stood for may be gone.
    const isGone = indexed.references?.some(({ name }) => changes.names.has(name.replace(/^.*[:/]/s, '')));
    if (isGone || imports.some(path => changes.has(path))) affected.add(indexed.uri);
  }
  return ({ uri }) => {
    const path = filePathOf(uri);
    return affected.has(uri) || changes.has(path) || changes.holdFor(path);
  };
}

/** Whether there are safe fixes. To try all would take longer than the check, so only some findings are. */
class SafeFixes {
  found = false;
  #tries = 12;

  try(findings: readonly Finding[]): void {
    for (const { safeFix } of findings) {
      if (this.found || this.#tries === 0) return;
      if (!safeFix) continue;
      this.#tries--;
      this.found = safeFix() !== undefined;
    }
  }
}

async function checkFile(
  sources: Sources,
  found: FoundFile,
  { withFixes = false, time }: CheckOptions,
  safeFixes: SafeFixes,
  names?: RelatedFiles,
): Promise<Result> {
  try {
    const source = await sources.read(found, names);
    if (!source) return undefined;
    const { path, snapshot, readings, rules } = source;
    const { document } = snapshot;
    const indexed = indexedFileOf(snapshot);
    const imports = [...snapshot.workspace.imported.keys()];
    if (!names) sources.skills.add(snapshot);
    if (!names && refersToFiles(indexed)) return { indexed, imports };
    const diagnosed = diagnoseForAll(snapshot, readings, rules, time);
    safeFixes.try(diagnosed.flatMap(diagnostic => (diagnostic.targets ? [] : membersOf(diagnostic))));
    const diagnostics = diagnosed.map((diagnostic): CheckedDiagnostic => {
      const { rule, severity, message, range, targets, finding } = diagnostic;
      const { problem, consequence, advice, related } = finding;
      return {
        rule: rule.id,
        severity,
        message,
        problem,
        ...(consequence !== undefined && { consequence }),
        ...(advice !== undefined && { advice }),
        range: document.toRange(range),
        ...relatedIn(document.uri, related),
        ...(targets && { target: targets.join(',') }),
        identities: membersOf(diagnostic).map(member => identityOf(rule.id, member, document, targets)),
        ...(withFixes && { fixes: checkedFixes(fixesOf(diagnostic), document) }),
      };
    });
    return {
      checked: { uri: found.uri, path, dialect: snapshot.dialect.id, diagnostics },
      indexed,
      imports,
      customKeys: diagnosed
        .flatMap(membersOf)
        .flatMap(({ issue }) => (issue && isCustom(issue) ? (issue.field ?? []) : [])),
    };
  } catch (error) {
    // Whatever is wrong with one file, the others are checked.
    return error instanceof CliError
      ? error
      : { ...failed(found), failure: internalErrorLine(found.path, error) };
  }
}

/** What a finding is about, without where it stands and in which words it is said. */
function identityOf(
  rule: string,
  { issue, range }: Finding,
  document: AgentDocument,
  targets: readonly string[] = [],
): string {
  const subject = issue?.subject ?? document.slice(range).replace(/\s+/g, ' ').trim().slice(0, 200);
  return [rule, issue?.code ?? '', issue?.field ?? '', subject, ...targets].join('\n');
}

/** The fixes that change the text of this file. */
function checkedFixes(fixes: readonly Fix[], document: AgentDocument): CheckedFix[] {
  return fixes
    .filter(({ declares }) => !declares)
    .map(({ title, changes }) => ({
      title,
      changes: changes.map(({ range, newText }) => ({ range: document.toRange(range), newText })),
    }));
}

/** What the output says of a file whose check failed. */
function failed({ uri, path }: FoundFile): { readonly checked: CheckedFile } {
  const start = { line: 0, character: 0 };
  const diagnostic = {
    rule: internalErrorId,
    severity: 'warning',
    message: messageOf(internalError),
    ...internalError,
    range: { start, end: start },
    identities: [internalErrorId],
  } as const;
  return { checked: { uri, path, dialect: 'unknown', diagnostics: [diagnostic] } };
}

/** The related places in the same file. */
function relatedIn(file: string, related: Finding['related'] = []): Pick<CheckedDiagnostic, 'related'> {
  const places = related.flatMap(({ uri, message, range }) => (uri === file ? [{ message, range }] : []));
  return places.length > 0 ? { related: places } : {};
}
