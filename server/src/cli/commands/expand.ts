import { dialects } from '../../language/tools/index.ts';
import { expand } from '../expand.ts';
import type { CliCommand } from './command.ts';
import { choiceOption, valueOption } from './options.ts';

const formats = ['text', 'json'] as const;

/** `agent-files expand`. */
export const expandCommand: CliCommand = {
  name: 'expand',
  summary: 'print what is sent for a call of a skill or command, without running anything',
  define: command => {
    const ids = dialects.map(({ id }) => id);
    command
      .argument('<file>', 'the skill or command')
      .argument('[arguments...]', 'what follows its name in the call; after --')
      .addOption(valueOption('--dialect <id>', 'treat the file as this dialect, whatever its path', ids))
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
  },
  async run(command, terminal) {
    const [file, ...args] = command.args as [string, ...string[]];
    const { dialect, format } = command.opts<{ dialect?: string; format: (typeof formats)[number] }>();
    return expand(file, args, { dialect, format }, terminal);
  },
};
