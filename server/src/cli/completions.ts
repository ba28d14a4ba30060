import type { Command } from 'commander';

/** The shells that there is a script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** The scripts: each asks `agent-files complete` for the words that can stand at the cursor, and else completes paths. */
export const completionScripts: Readonly<Record<(typeof shells)[number], string>> = {
  bash: `# bash completion of agent-files
_agent_files() {
  local IFS=$'\\n'
  COMPREPLY=($(agent-files complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null))
}
complete -o default -F _agent_files agent-files
`,
  zsh: `#compdef agent-files
# zsh completion of agent-files
_agent_files() {
  local -a found
  found=("\${(@f)$(agent-files complete -- "\${(@)words[2,CURRENT]}" 2> /dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -- "\${found[@]}"; else _files; fi
}
if [[ "\${funcstack[1]}" = _agent_files ]]; then _agent_files "$@"; else compdef _agent_files agent-files; fi
`,
  fish: `# fish completion of agent-files
complete -c agent-files -a '(agent-files complete -- (commandline -opc)[2..-1] (commandline -ct) 2> /dev/null)'
`,
};

/**
 * The words that can stand at the cursor. `words` are those after `agent-files`, and the last of them is the one at the
 * cursor, which may be empty. Empty where a path is expected.
 */
export function completionsFor(program: Command, words: readonly string[]): string[] {
  const { before, current, prefix } = split(words);
  const command = program.commands.find(each => each.name() === before.find(word => !word.startsWith('-')));
  const startsAlike = (candidates: readonly string[]): string[] =>
    candidates.filter(word => word.startsWith(current)).map(word => prefix + word);
  if (!command) {
    const { visible, options } = { visible: namesOf(program), options: ['--help', '--version'] };
    return startsAlike(current.startsWith('-') ? options : visible);
  }
  const option = optionNamed(command, before.at(-1));
  if (option && (option.required || option.optional)) {
    // Of a list, the last item is completed.
    const items = current.slice(0, current.lastIndexOf(',') + 1);
    const rest = current.slice(items.length);
    return (option.argChoices ?? []).filter(word => word.startsWith(rest)).map(word => prefix + items + word);
  }
  if (current.startsWith('-'))
    return startsAlike([
      ...command.options.filter(({ hidden }) => !hidden).flatMap(({ long }) => long ?? []),
      '--help',
    ]);
  if (command.name() === 'help') return startsAlike(namesOf(program));
  return startsAlike(command.registeredArguments[0]?.argChoices ?? []);
}

function namesOf(program: Command): string[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map(command => command.name());
}

function optionNamed(command: Command, word: string | undefined) {
  return command.options.find(({ long, short }) => word !== undefined && (long === word || short === word));
}

/** The word at the cursor, and those before it. `--format=js` is three words in bash, and one elsewhere. */
function split(words: readonly string[]): {
  readonly before: readonly string[];
  readonly current: string;
  /** What of the word is kept. */
  readonly prefix: string;
} {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1).filter(word => word !== '=');
  if (current === '=') return { before, current: '', prefix: '' };
  const [, option, value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
  return option === undefined
    ? { before, current, prefix: '' }
    : { before: [...before, option], current: value!, prefix: `${option}=` };
}
