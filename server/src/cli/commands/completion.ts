import { Argument } from 'commander';
import { completionScripts, completionsFor, shells } from '../completions.ts';
import type { CliCommand } from './command.ts';
import { oneOf } from './options.ts';

/** `agent-files completion`: prints the script for a shell. */
export const completionCommand: CliCommand = {
  name: 'completion',
  summary: 'print the completion script for a shell',
  define: command => {
    const shell = new Argument('<shell>', `${shells.slice(0, -1).join(', ')} or ${shells.at(-1)}`);
    command
      .addArgument(shell.choices(shells).argParser((word: string) => oneOf(shells, 'the shell', word)))
      .addHelpText('after', installing);
  },
  async run(command, terminal) {
    const [shell] = command.processedArgs as [(typeof shells)[number]];
    terminal.out(completionScripts[shell]);
    return 0;
  },
};

const installing = `
To install it:
  bash   echo 'eval "$(agent-files completion bash)"' >> ~/.bashrc
  zsh    echo 'eval "$(agent-files completion zsh)"' >> ~/.zshrc
  fish   agent-files completion fish > ~/.config/fish/completions/agent-files.fish`;

/** `agent-files complete`: what the scripts call. It is not part of the help. */
export const completeCommand: CliCommand = {
  name: 'complete',
  summary: 'print the words that can stand at the cursor',
  isHidden: true,
  define: command => {
    command.argument('[words...]', 'the words up to the cursor, after --');
  },
  async run(command, terminal) {
    const found = completionsFor(command.parent!, command.args);
    terminal.out(found.map(word => `${word}\n`).join(''));
    return 0;
  },
};
