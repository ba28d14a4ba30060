import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

/** 0: fine, 1: problems in the files, 2: invalid usage or unreadable files. */
export type ExitCode = 0 | 1 | 2;

/** A subcommand: a file of this folder, and a line of its index. */
export interface CliCommand {
  readonly name: string;
  /** One sentence, for the list of commands and the head of its help. */
  readonly summary: string;
  /** True if the help does not list it. */
  readonly isHidden?: boolean;
  /** Declares its arguments and options. */
  define(command: Command): void;
  /** Runs it with the arguments and options that the parser has read into `command`. */
  run(command: Command, terminal: Terminal): Promise<ExitCode>;
}
