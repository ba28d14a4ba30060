import type { Severity } from '../../language/severity.ts';
import type { CheckedFile } from '../checkFiles.ts';
import type { FixedFile } from '../fix/fixFiles.ts';
import type { Sources } from '../sources.ts';
import type { Statistics } from '../statistics.ts';
import type { Counts } from '../summary.ts';

/** The severities, the gravest first. */
export const levels: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** True for a severity that is at least as grave as `level`. */
export function isAtLeast(level: Severity, severity: Severity): boolean {
  return levels.indexOf(severity) <= levels.indexOf(level);
}

/** The outcome of `check`, from which each output format is made. */
export interface Report {
  /** The configuration files with errors, and then the agent files, each sorted by path. */
  readonly files: readonly CheckedFile[];
  readonly counts: Counts;
  /** The lowest severity to list, if the user gave one. */
  readonly level: Severity | undefined;
  /** True to list only what makes the run fail, and nothing where there is nothing. */
  readonly isQuiet: boolean;
  /** The severities that make the run fail, the gravest first. */
  readonly failing: readonly Severity[];
  /** The files in which the tool merely ignores some keys, by key. */
  readonly customKeys: ReadonlyMap<string, readonly string[]>;
  readonly collections: Sources['collections'];
  /** A message for each file that could not be read or checked. */
  readonly problems: readonly string[];
  /** The files that the safe fixes change; `undefined` unless they were applied. */
  readonly fixed: readonly FixedFile[] | undefined;
  /** Whether the fixed files were written. */
  readonly isWritten: boolean;
  /** True if there is a safe fix that was not applied. */
  readonly isFixable: boolean;
  /** The number of findings that the baseline has, and of those that it has and are gone. */
  readonly baseline: { readonly known: number; readonly gone: number } | undefined;
  readonly statistics: Statistics | undefined;
  readonly colors: boolean;
  /** A path of the output (relative to the current folder) from the root of the repository, with `/`. */
  readonly fromRoot: (file: CheckedFile) => string;
  /** A hash for each finding, which stays when the finding moves to another line, and is unique. */
  readonly fingerprintOf: (file: CheckedFile, diagnostic: CheckedFile['diagnostics'][number]) => string;
  /** The documentation of the rules: `docs/rules.md`. */
  readonly rulesPage: () => string;
}

/** The lowest severity to list, where a format lists down to `byDefault`. */
export function lowestListed({ level, isQuiet, failing }: Report, byDefault: Severity): Severity {
  return isQuiet ? failing.at(-1)! : (level ?? byDefault);
}

/** The diagnostics of all files that are to be listed, with their files. */
export function listedIn(report: Report, byDefault: Severity) {
  const lowest = lowestListed(report, byDefault);
  return report.files.flatMap(file =>
    file.diagnostics
      .filter(({ severity }) => isAtLeast(lowest, severity))
      .map(diagnostic => ({ file, diagnostic })),
  );
}
