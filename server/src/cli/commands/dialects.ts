import { dialects } from '../../language/tools/index.ts';
import { columns } from '../columns.ts';
import type { CliCommand } from './command.ts';
import { choiceOption } from './options.ts';

const formats = ['text', 'json'] as const;

/** `agent-files dialects`. */
export const dialectsCommand: CliCommand = {
  name: 'dialects',
  summary: 'list the dialects, and the files that they are read from',
  define: command => {
    command.addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
  },
  async run(command, terminal) {
    const { format } = command.opts<{ format: (typeof formats)[number] }>();
    const listed = dialects.map(({ id, title, target = null, files, documentation }) => ({
      id,
      title,
      target,
      files,
      documentation,
    }));
    terminal.out(
      format === 'json'
        ? `${JSON.stringify({ dialects: listed }, null, 2)}\n`
        : columns(listed.map(({ id, title, files }) => [id, title, files.join(' ')])),
    );
    return 0;
  },
};
