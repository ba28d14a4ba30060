import { extname, resolve } from 'node:path';
import { Option } from 'commander';
import { writeAtomically } from '../fix/writeText.ts';
import { type ReportFormat, reportFormats, reports } from '../reports/index.ts';
import type { Report } from '../reports/report.ts';
import { CliError, type Terminal } from '../terminal.ts';
import { oneOf } from './options.ts';

/** One output: a format, and the file that it is written to; absent for standard output. */
export interface Output {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** The options for outputs. An `--output` belongs to the `--format` before it, or names its own. */
export class OutputOptions {
  readonly #outputs: Output[] = [];
  #hasFormat = false;

  /** `--format FORMAT`. */
  readonly format = new Option('--format <format>', 'output format, text if there is none; can be repeated')
    .choices(reportFormats)
    .argParser((value: string) => {
      this.#hasFormat = true;
      this.#outputs.push({ format: oneOf(reportFormats, '--format', value) });
    });

  /** `--output FILE` or `--output FORMAT=FILE`. */
  readonly output = new Option(
    '--output <file>',
    'write the --format before it to this file; or FORMAT=FILE, beside what is printed; can be repeated',
  ).argParser((value: string) => {
    const [, format, named] = /^([a-z]+)=(.+)$/s.exec(value) ?? [];
    const own = reportFormats.find(known => known === format);
    if (value === '') throw new CliError('--output requires the path of a file.');
    const last = this.#outputs.at(-1);
    if (own) this.#outputs.unshift({ format: own, file: named! });
    else if (last && last.file === undefined) this.#outputs.splice(-1, 1, { ...last, file: value });
    else this.#outputs.unshift({ format: formatOfName(value), file: value });
  });

  /** The outputs. Without a `--format`, the text is printed too. */
  all(): readonly Output[] {
    const printed = this.#outputs.filter(({ file }) => file === undefined);
    if (printed.length > 1)
      throw new CliError(
        `Only one format can be printed. Add --output FILE after --format ${printed[0]!.format}.`,
      );
    return this.#hasFormat ? this.#outputs : [...this.#outputs, { format: 'text' }];
  }
}

const byExtension: Readonly<Record<string, ReportFormat>> = {
  '.json': 'json',
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.md': 'markdown',
};

function formatOfName(file: string): ReportFormat {
  return byExtension[extname(file).toLowerCase()] ?? 'text';
}

/** Prints or writes a report in each of its formats. */
export function writeOutputs(report: Report, outputs: readonly Output[], terminal: Terminal): void {
  for (const { format, file } of outputs) {
    const text = reports[format](file === undefined ? report : { ...report, colors: false });
    if (file === undefined) terminal.out(text);
    else
      try {
        writeAtomically(resolve(terminal.cwd, file), text);
      } catch (error) {
        throw new CliError(`${file} cannot be written: ${(error as Error).message}`);
      }
  }
}
