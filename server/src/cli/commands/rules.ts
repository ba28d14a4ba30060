import { rules } from '../../language/rules/index.ts';
import { columns } from '../columns.ts';
import type { CliCommand } from './command.ts';
import { choiceOption } from './options.ts';

const formats = ['text', 'json'] as const;

/** `agent-files rules`. */
export const rulesCommand: CliCommand = {
  name: 'rules',
  summary: 'list the rules',
  define: command => {
    command.addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
  },
  async run(command, terminal) {
    const { format } = command.opts<{ format: (typeof formats)[number] }>();
    const listed = rules.map(({ id, title, severity }) => ({ id, severity: severityText(severity), title }));
    terminal.out(
      format === 'json'
        ? `${JSON.stringify({ rules: rules.map(({ id, title, severity }) => ({ id, title, severity })) }, null, 2)}\n`
        : columns(listed.map(({ id, severity, title }) => [id, severity, title])) +
            '\nTo read more of a rule: agent-files explain RULE\n',
    );
    return 0;
  },
};

function severityText(severity: string): string {
  return severity === 'byEffect' ? 'by effect' : severity;
}
