import { dialects } from '../../language/tools/index.ts';
import { convertFile } from '../convert.ts';
import type { CliCommand } from './command.ts';
import { choiceOption, valueOption } from './options.ts';

const formats = ['text', 'json'] as const;

/** `agent-files convert`. */
export const convertCommand: CliCommand = {
  name: 'convert',
  summary: 'print an agent, skill or command as a file of another tool, or write it there',
  define: command => {
    const ids = dialects.map(({ id }) => id);
    const targets = [...new Set(dialects.flatMap(({ target }) => target ?? []))].sort();
    command
      .argument('<file>', 'the agent, skill or command')
      .requiredOption('--to <tool>', `the other tool: ${targets.join(', ')}`)
      .option('--write', 'write it where that tool reads it, never over a file')
      .option('--wider', 'write it also where it may do more than the file says')
      .addOption(valueOption('--dialect <id>', 'treat the file as this dialect, whatever its path', ids))
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
  },
  async run(command, terminal) {
    const [file] = command.args as [string];
    const options = command.opts<{
      to: string;
      write?: boolean;
      wider?: boolean;
      dialect?: string;
      format: (typeof formats)[number];
    }>();
    const { to, write = false, wider = false, dialect, format } = options;
    return convertFile(file, { to, write, wider, dialect, format }, terminal);
  },
};
