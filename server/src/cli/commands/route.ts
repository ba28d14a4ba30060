import { listingTools } from '../budget.ts';
import { route } from '../route.ts';
import { CliError } from '../terminal.ts';
import type { CliCommand } from './command.ts';
import { choiceOption } from './options.ts';

const formats = ['text', 'json'] as const;

/** `agent-files route`. */
export const routeCommand: CliCommand = {
  name: 'route',
  summary: 'rank the agents and skills that the words of a request point to',
  define: command => {
    const names = [...listingTools().keys()];
    command
      .argument('<text>', 'the request, in quotes')
      .argument('[folder]', 'the project (default: the current folder)')
      .addOption(choiceOption('--for <tool>', 'the tool', names).default(names[0]))
      .option('--model <model>', 'the model of the conversation (default: that of the tool)')
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
  },
  async run(command, terminal) {
    const [text, folder = '.'] = command.args as [string, string?];
    if (text.trim() === '') throw new CliError('The request is empty.');
    const options = command.opts<{ for: string; model?: string; format: (typeof formats)[number] }>();
    const { for: target, model, format } = options;
    return route(text, folder, target, listingTools().get(target)!, { model, format }, terminal);
  },
};
