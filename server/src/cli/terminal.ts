import { nearestWord } from '../language/document/nearestWord.ts';

/** What the command line needs of the world. */
export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
  /** True when the output is read by a person who sees colors. */
  readonly colors: boolean;
}

export type Format = 'text' | 'json';

/** What a command leaves behind when it has told all that it found. */
export interface CommandResult {
  /** True when it found an error in one of the files. */
  readonly hasErrors: boolean;
  /** A message for each file that was there and could not be read. */
  readonly unreadable: readonly string[];
}

/** "Did you mean …?", where it is likely what; with a blank before it. */
export function suggestion(written: string, known: readonly string[]): string {
  const near = nearestWord(written, known);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

/** A fault of usage, or of a file: its message is told, and the exit code is 2. */
export class CliError extends Error {}
