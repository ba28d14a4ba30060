import { resolve } from 'node:path';
import { diffRights } from '../diff/diff.ts';
import { jsonDiff, markdownDiff, textDiff } from '../diff/reports.ts';
import { writeAtomically } from '../fix/writeText.ts';
import { CliError } from '../terminal.ts';
import type { CliCommand } from './command.ts';
import { choiceOption } from './options.ts';

const formats = ['text', 'json', 'markdown'] as const;

/** `agent-files diff`. */
export const diffCommand: CliCommand = {
  name: 'diff',
  summary: 'show what a change does: rights that agents gain or lose',
  define: command => {
    command
      .argument('<base>', 'a git revision, or a range: main...HEAD is what HEAD changed since it left main')
      .argument('[head]', 'a git revision (default: the files on disk)')
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'))
      .option('--output <file>', 'write to this file instead')
      .addHelpText(
        'after',
        '\nExit code:\n  0  no file has wider rights\n  1  a file has wider rights\n  2  invalid usage, or no such revision',
      );
  },
  async run(command, terminal) {
    const [base, head] = command.args as [string, string | undefined];
    const { format, output } = command.opts<{ format: (typeof formats)[number]; output?: string }>();
    const diff = await diffRights(terminal.cwd, base, head);
    const text =
      format === 'json'
        ? jsonDiff(diff)
        : format === 'markdown'
          ? markdownDiff(diff)
          : textDiff(diff, terminal.colors && output === undefined);
    if (output === undefined) terminal.out(text);
    else
      try {
        writeAtomically(resolve(terminal.cwd, output), text);
      } catch (error) {
        throw new CliError(`${output} cannot be written: ${(error as Error).message}`);
      }
    return diff.isWider ? 1 : 0;
  },
};
