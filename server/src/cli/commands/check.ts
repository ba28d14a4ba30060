import { targetNames } from '../../language/features/targets.ts';
import type { Severity } from '../../language/severity.ts';
import { check } from '../check.ts';
import { levels } from '../textReport.ts';
import type { CliCommand } from './command.ts';
import { choiceOption, valueOption } from './options.ts';
import { finished } from './outcome.ts';
import { defineSources, sourcesOf, targetsHelp } from './sourceOptions.ts';

const formats = ['text', 'json'] as const;

/** The options of `check`, beside those for its files. */
interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly level?: Severity;
}

/** `agent-files check`. */
export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'report problems in agent files',
  define: command => {
    command
      .optionsGroup('Output:')
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'))
      .addOption(
        choiceOption(
          '--level <severity>',
          'the lowest severity to list, by default warning, and hint in other formats than text',
          levels,
        ),
      );
    defineSources(command);
    command
      .addOption(
        valueOption(
          '--for <tools>',
          'also check the files for other tools, and report what each would reject, ignore or not limit; comma-separated names',
          targetNames(),
        ),
      )
      .addHelpText('after', targetsHelp)
      .addHelpText('after', '\nExit code: 0 no errors, 1 errors, 2 invalid usage or unreadable files.');
  },
  async run(command, terminal) {
    const { format, level } = command.opts<CheckOptions>();
    const sources = await sourcesOf(command, terminal);
    const result = await check(sources, format, terminal, level);
    return finished(sources, result, terminal);
  },
};
