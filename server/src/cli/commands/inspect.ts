import { inspect } from '../inspect.ts';
import type { CliCommand } from './command.ts';
import { choiceOption } from './options.ts';
import { finished } from './outcome.ts';
import { defineSources, sourcesOf } from './sourceOptions.ts';

const formats = ['text', 'json'] as const;

interface InspectOptions {
  readonly format: (typeof formats)[number];
  readonly main?: true;
  readonly untrusted?: true;
}

/** `agent-files inspect`. */
export const inspectCommand: CliCommand = {
  name: 'inspect',
  summary: 'show how the tool loads each file',
  define: command => {
    command
      .optionsGroup('Output:')
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
    command
      .optionsGroup('How the agents start:')
      .option('--main', 'as the conversation itself, and not from one (claude --agent)')
      .option('--untrusted', 'in a folder that the user has not trusted');
    defineSources(command);
  },
  async run(command, terminal) {
    const { format, main, untrusted } = command.opts<InspectOptions>();
    const sources = await sourcesOf(command, terminal);
    const result = await inspect(sources, format, terminal, {
      ...(main && { role: 'main' }),
      ...(untrusted && { isTrusted: false }),
    });
    return finished(sources, result, terminal);
  },
};
