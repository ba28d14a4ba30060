import { Argument } from 'commander';
import { rules } from '../../language/rules/index.ts';
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
    terminal.out(`${sectionOf(id, terminal.readRulesPage?.() ?? '')}\n`);
    return 0;
  },
};

/** The section of a rule in `docs/rules.md`, with the heading of a page. */
function sectionOf(id: string, page: string): string {
  const [, section = ''] = page.replaceAll('\r\n', '\n').split(`\n## ${id}\n`);
  // Examples can have headings too.
  return `# ${id}\n${section.split(/\n## (?:no|use)[A-Z]\w*\n/)[0]!.trimEnd()}`;
}
