import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { filePathOf } from '../workspace/nodeFileSystem.ts';
import type { CheckedDiagnostic, CheckedFile } from './checkFiles.ts';
import { fingerprintsIn, type Hash } from './fingerprints.ts';
import { writeAtomically } from './fix/writeText.ts';
import { CliError } from './terminal.ts';

/** A finding that is known. The problem is there for people who read the file. */
interface KnownFinding {
  readonly rule: string;
  readonly fingerprint: string;
  readonly problem: string;
}

/** The known findings of each file, by its path from the folder of the baseline, with `/`. */
type KnownFindings = Readonly<Record<string, readonly KnownFinding[]>>;

const version = 1;

/** The findings that a project knows and puts up with for now: those are not reported, and new ones are. */
export class Baseline {
  readonly #file: string;
  readonly #known: KnownFindings;

  /** `written` is the path as the user wrote it. Only one that is to be updated may be missing. */
  constructor(
    cwd: string,
    private readonly written: string,
    private readonly hash: Hash,
    isUpdated: boolean,
  ) {
    this.#file = resolve(cwd, written);
    this.#known = isUpdated && !existsSync(this.#file) ? {} : this.#read();
  }

  /** The files without the findings that are known, and how many there are of those, and of those that are gone. */
  without(files: readonly CheckedFile[]): {
    readonly files: CheckedFile[];
    readonly known: number;
    readonly gone: number;
  } {
    let [known, gone] = [0, 0];
    const left = files.map(file => {
      const expected = new Set((this.#known[this.#pathOf(file)] ?? []).map(({ fingerprint }) => fingerprint));
      const found = fingerprintsIn(file, this.hash);
      const isKnown = (diagnostic: CheckedDiagnostic): boolean =>
        found.get(diagnostic)!.every(fingerprint => expected.has(fingerprint));
      const unknown = file.diagnostics.filter(diagnostic => !isKnown(diagnostic));
      known += file.diagnostics.length - unknown.length;
      const all = new Set([...found.values()].flat());
      gone += [...expected].filter(fingerprint => !all.has(fingerprint)).length;
      return { ...file, diagnostics: unknown };
    });
    return { files: left, known, gone };
  }

  /** Writes the findings of the files that were checked. Those of others stay as long as the files exist. */
  update(files: readonly CheckedFile[]): void {
    const checked = new Set(files.map(file => this.#pathOf(file)));
    const others = Object.entries(this.#known).filter(
      ([path]) => !checked.has(path) && existsSync(resolve(dirname(this.#file), path)),
    );
    const found = files.map((file): [string, KnownFinding[]] => {
      const fingerprints = fingerprintsIn(file, this.hash);
      const findings = file.diagnostics.flatMap(diagnostic =>
        fingerprints.get(diagnostic)!.map(fingerprint => ({
          rule: diagnostic.rule,
          fingerprint,
          problem: diagnostic.problem ?? diagnostic.message,
        })),
      );
      return [this.#pathOf(file), findings];
    });
    const sorted = [...others, ...found]
      .filter(([, findings]) => findings.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const text = `${JSON.stringify({ version, files: Object.fromEntries(sorted) }, null, 2)}\n`;
    try {
      writeAtomically(this.#file, text);
    } catch (error) {
      throw new CliError(`${this.written} cannot be written: ${(error as Error).message}`);
    }
  }

  #pathOf({ uri }: CheckedFile): string {
    return relative(dirname(this.#file), filePathOf(uri)).split(sep).join('/');
  }

  #read(): KnownFindings {
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      throw new CliError(
        isMissing
          ? `There is no baseline ${this.written}. To write one, add --update-baseline.`
          : `${this.written} cannot be read: ${(error as Error).message}`,
      );
    }
    if (!isBaseline(content))
      throw new CliError(
        `${this.written} is not a baseline of this version. To write it anew, delete it first.`,
      );
    return content.files;
  }
}

function isBaseline(content: unknown): content is { readonly files: KnownFindings } {
  if (!isObject(content) || content.version !== version || !isObject(content.files)) return false;
  return Object.values(content.files).every(
    findings =>
      Array.isArray(findings) &&
      findings.every(finding => isObject(finding) && typeof finding.fingerprint === 'string'),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
