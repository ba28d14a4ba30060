import { Argument } from 'commander';
import { rules } from '../../language/rules/index.ts';
import { ruleSection } from '../rulesPage.ts';
import { CliError, suggestion } from '../terminal.ts';
import type { CliCommand } from './command.ts';

const ids = rules.map(({ id }) => id);

/** `agent-files explain`. */
export const explainCommand: CliCommand = {
  name: 'explain',
  summary: 'explain a rule, with examples and sources',
  define: command => {
    const rule = new Argument('<rule>', 'the id of the rule, as after each message of check');
    // Shell completion reads the choices.
    command.addArgument(rule.choices(ids).argParser((written: string) => written));
  },
  async run(command, terminal) {
    const [written] = command.args as [string];
    const id = ids.find(each => each.toLowerCase() === written.toLowerCase());
    if (id === undefined)
      throw new CliError(
        `Unknown rule "${written}".${suggestion(written, ids)} To list all rules, run: agent-files rules`,
      );
    terminal.out(`# ${id}\n\n${ruleSection(id, terminal.readRulesPage?.() ?? '')}\n`);
    return 0;
  },
};
