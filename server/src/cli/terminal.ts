import { nearestWord } from '../language/document/nearestWord.ts';

/** The environment of the command line. */
export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
  /** True when the output is read by a person who sees colors. */
  readonly colors: boolean;
  /** The text of `docs/rules.md`, which is part of the package. */
  readonly readRulesPage?: () => string;
  /** The style sheet of the preview, which is part of the package. */
  readonly readPageStyle?: () => string;
  /** Shows how far a long run is to a person who waits; `all` is 0 when it is done. Absent where nobody does. */
  readonly progress?: (done: number, all: number) => void;
  /** Clears the screen, where there is one. */
  readonly clear?: () => void;
  /** Resolves when the user ends a run that would go on. */
  readonly interrupted?: () => Promise<void>;
}

export type Format = 'text' | 'json';

/** The result of a command. */
export interface CommandResult {
  /** True when a file has an error. */
  readonly hasErrors: boolean;
  /** A message for each file that could not be read. */
  readonly unreadable: readonly string[];
  /** A line for each file whose check failed. */
  readonly failures: readonly string[];
}

/** " Did you mean …?", or empty when nothing is similar. */
export function suggestion(written: string, known: readonly string[]): string {
  const near = nearestWord(written, known);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

/** A usage error or an unreadable file: the message is printed, and the exit code is 2. */
export class CliError extends Error {}
