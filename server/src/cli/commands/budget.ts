import { budget, budgetTools } from '../budget.ts';
import type { CliCommand } from './command.ts';
import { choiceOption, countOf } from './options.ts';

const formats = ['text', 'json'] as const;

interface Options {
  readonly for: string;
  readonly model?: string;
  readonly budget?: number;
  readonly format: (typeof formats)[number];
}

/** `agent-files budget`. */
export const budgetCommand: CliCommand = {
  name: 'budget',
  summary: 'show what the model is given in every session, and which descriptions of skills',
  define: command => {
    const names = [...budgetTools().keys()];
    command
      .argument('[folder]', 'the project (default: the current folder)')
      .addOption(choiceOption('--for <tool>', 'the tool', names).default(names[0]))
      .option('--model <model>', 'the model of the conversation (default: that of the tool)')
      .option('--budget <n>', 'the budget, in place of the one of model and settings', countOf('--budget'))
      .option('--without-bundled', 'without the skills that the tool brings itself')
      .addOption(choiceOption('--format <format>', 'output format', formats).default('text'));
  },
  async run(command, terminal) {
    const { for: target, model, budget: limit, format } = command.opts<Options>();
    const { withoutBundled } = command.opts<{ withoutBundled?: boolean }>();
    const options = { model, budget: limit, withoutBundled };
    return budget(command.args[0] ?? '.', target, options, format, terminal);
  },
};
