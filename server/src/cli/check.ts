import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Severity } from '../language/severity.ts';
import { filePathOf } from '../workspace/nodeFileSystem.ts';
import { Baseline } from './baseline.ts';
import { type CheckedFile, checkFiles } from './checkFiles.ts';
import type { InvalidConfiguration } from './configurations.ts';
import { pathsShownIn } from './findSources.ts';
import { fingerprintsIn, type Hash, loadHash } from './fingerprints.ts';
import { type FixedFile, fixFiles } from './fix/fixFiles.ts';
import { writeText } from './fix/writeText.ts';
import type { Changes } from './git/changedSince.ts';
import { repositoriesAround } from './importedFiles.ts';
import type { Report } from './reports/report.ts';
import type { FoundFile, Sources } from './sources.ts';
import { StatisticsCollector } from './statistics.ts';
import type { Terminal } from './terminal.ts';

/** What `check` is to do. */
export interface CheckRequest {
  readonly level: Severity | undefined;
  readonly isQuiet: boolean;
  /** The severities that make the run fail, the gravest first. */
  readonly failing: readonly Severity[];
  /** Whether safe fixes are applied, and written. */
  readonly fix: 'no' | 'dryRun' | 'write';
  /** The path of the baseline, as written, and whether it is written anew. */
  readonly baseline: { readonly file: string; readonly isUpdated: boolean } | undefined;
  /** To check only the files that have changed, and those that depend on them. */
  readonly changes: Changes | undefined;
  /** Whether findings need their fixes, or their fingerprints, for an output. */
  readonly needs: { readonly fixes: boolean; readonly fingerprints: boolean };
  /** When the run began, if it is to be measured: the time of `performance.now()`. */
  readonly measuredFrom: number | undefined;
}

/** Checks the files, and fixes them where that is wanted. */
export async function check(sources: Sources, request: CheckRequest, terminal: Terminal): Promise<Report> {
  const { changes, fix, measuredFrom } = request;
  const collector = measuredFrom === undefined ? undefined : new StatisticsCollector();
  const found = performance.now();
  const isChanged = ({ uri }: FoundFile): boolean => !changes || changes.has(filePathOf(uri));
  const fixed = fix === 'no' ? undefined : await fixFiles(sources, isChanged);
  const unwritten = fixed && fix === 'write' ? write(fixed) : [];
  const fixing = performance.now();
  const checked = await checkFiles(sources, {
    withFixes: request.needs.fixes,
    ...(changes && { changes }),
    ...(collector && { time: collector.time }),
    ...(terminal.progress && { progress: terminal.progress }),
  });
  terminal.progress?.(0, 0);
  const agents = checked.files;
  const configurations = sources.invalidConfigurations
    .map(invalid => asFile(invalid, sources.cwd))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const needsHash = request.baseline !== undefined || request.needs.fingerprints;
  const hash: Hash = needsHash ? await loadHash() : text => text;
  const all = [...configurations, ...agents];
  const baseline =
    request.baseline && new Baseline(sources.cwd, request.baseline.file, hash, request.baseline.isUpdated);
  if (request.baseline?.isUpdated) baseline?.update(all);
  const left = request.baseline?.isUpdated
    ? { files: all.map(file => ({ ...file, diagnostics: [] })), known: countIn(all), gone: 0 }
    : baseline?.without(all);
  const fromRoot = pathsFromRoot(sources.cwd);
  return {
    files: left?.files ?? all,
    counts: { files: agents.length, unreadable: checked.unreadable.length, ignored: sources.ignored },
    level: request.level,
    isQuiet: request.isQuiet,
    failing: request.failing,
    customKeys: checked.customKeys,
    collections: sources.collections,
    problems: [...sources.errors, ...checked.unreadable, ...checked.failures, ...unwritten],
    fixed,
    isWritten: fix === 'write',
    isFixable: fix === 'no' && checked.isFixable,
    baseline: left && { known: left.known, gone: left.gone },
    statistics: collector?.result({
      files: sources.files.length,
      total: performance.now() - measuredFrom!,
      find: found - measuredFrom!,
      fix: fix === 'no' ? 0 : fixing - found,
      check: performance.now() - fixing,
    }),
    colors: terminal.colors,
    fromRoot,
    fingerprintOf: fingerprinter(fromRoot, hash),
    rulesPage: () => terminal.readRulesPage?.() ?? '',
  };
}

function countIn(files: readonly CheckedFile[]): number {
  return files.reduce((count, { diagnostics }) => count + diagnostics.length, 0);
}

/** Writes the fixed texts. Returns a message for each file of which that is not possible. */
function write(fixed: readonly FixedFile[]): string[] {
  return fixed.flatMap(({ file, before, after }) => {
    // The text of standard input is printed.
    if (file.text !== undefined) return [];
    try {
      writeText(filePathOf(file.uri), before, after);
      return [];
    } catch (error) {
      return [`${file.path} cannot be written: ${(error as Error).message}`];
    }
  });
}

/** Paths from the root of the repository around the current folder, which is where most readers of reports start. */
function pathsFromRoot(cwd: string): Report['fromRoot'] {
  const root = fileURLToPath(repositoriesAround([cwd])[0]!);
  return ({ uri }) => relative(root, filePathOf(uri)).split(sep).join('/');
}

/** Fingerprints that count the file too, and stand for all that a finding is about. */
function fingerprinter(fromRoot: Report['fromRoot'], hash: Hash): Report['fingerprintOf'] {
  const known = new Map<CheckedFile, ReturnType<typeof fingerprintsIn>>();
  return (file, diagnostic) => {
    const inFile = known.get(file) ?? fingerprintsIn(file, hash);
    known.set(file, inFile);
    return hash([fromRoot(file), ...(inFile.get(diagnostic) ?? [])].join('\n'));
  };
}

function asFile({ file, diagnostics }: InvalidConfiguration, cwd: string): CheckedFile {
  return {
    uri: pathToFileURL(file).href,
    path: pathsShownIn(cwd)(file),
    dialect: 'configuration',
    diagnostics: diagnostics.map(({ message, range }) => ({
      rule: 'configuration',
      severity: 'error',
      message,
      range,
      identities: [`configuration\n${message}`],
    })),
  };
}
