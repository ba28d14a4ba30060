import { inspect } from '../inspect.ts';
import type { CliCommand } from './command.ts';
import { choiceOption } from './options.ts';
import { finished } from './outcome.ts';
import { defineSources, sourcesOf } from './sourceOptions.ts';

const formats = ['text', 'json'] as const;

/** `agent-files inspect`. */
export const inspectCommand: CliCommand = {
  name: 'inspect',
  summary: 'show how the tool loads each file',
  define: command => {
    command
      .optionsGroup('Output:')
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
    defineSources(command);
  },
  async run(command, terminal) {
    const { format } = command.opts<{ format: (typeof formats)[number] }>();
    const sources = await sourcesOf(command, terminal);
    const result = await inspect(sources, format, terminal);
    return finished(sources, result, terminal);
  },
};
