import { targetNames } from '../../language/features/targets.ts';
import { doctor } from '../doctor.ts';
import type { CliCommand } from './command.ts';
import { choiceOption } from './options.ts';

const formats = ['text', 'json'] as const;

/** `agent-files doctor`. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  summary: 'say why an agent, skill or command is not used',
  define: command => {
    command
      .argument('<name>', 'its name, such as reviewer or kit:lint, or its path')
      .addOption(choiceOption('--for <tool>', 'only this tool', targetNames()))
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
  },
  async run(command, terminal) {
    const [name] = command.args as [string];
    const { for: target, format } = command.opts<{ for?: string; format: (typeof formats)[number] }>();
    return doctor(name, { target, format }, terminal);
  },
};
