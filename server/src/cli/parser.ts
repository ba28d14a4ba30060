import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, type CommanderError, type Option } from 'commander';
import { nearestWord } from '../language/document/nearestWord.ts';
import { listed } from '../language/wordList.ts';
import { version } from '../version.ts';
import type { CliCommand } from './commands/command.ts';
import { CliError, suggestion, type Terminal } from './terminal.ts';

/** The parser of the whole command line. `run` is called with the command that is named, after its arguments are read. */
export function parserOf(
  commands: readonly CliCommand[],
  { out, err }: Pick<Terminal, 'out' | 'err'>,
  run: (named: CliCommand, command: Command) => Promise<void>,
): Command {
  const program = new Command('agent-files')
    .description('Checks AI agent files, and shows how their tools load them.')
    .version(version, '-v, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError(false)
    .configureHelp({ optionDescription })
    .exitOverride()
    .configureOutput({
      writeOut: out,
      writeErr: err,
      // What is wrong is thrown, and printed once.
      outputError: () => {},
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    });
  for (const named of commands) {
    const command = program
      .command(named.name, { hidden: named.isHidden === true })
      .description(`${capitalized(named.summary)}.`);
    command.summary(named.summary);
    named.define(command);
    command.action(() => run(named, command));
  }
  return program;
}

/** More choices than these are listed elsewhere. */
const mostChoices = 10;

/** What the help says of an option: what it is for, its choices and its default. */
function optionDescription({ description, argChoices = [], defaultValue }: Option): string {
  const notes = [
    ...(argChoices.length > 0 && argChoices.length <= mostChoices ? [argChoices.join(', ')] : []),
    ...(typeof defaultValue === 'string' ? [`default: ${defaultValue}`] : []),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}

/** The error to print for what the parser throws; `undefined` if it has printed the help or the version. */
export function usageErrorOf(
  { code, message, exitCode }: CommanderError,
  program: Command,
  args: readonly string[],
  cwd: string,
): CliError | undefined {
  // Without a command, the parser has printed the help as an error.
  if (code === 'commander.help') return args.includes('help') ? undefined : new CliError('');
  if (exitCode === 0) return undefined;
  const named = program.commands.find(command => command.name() === args.find(arg => !arg.startsWith('-')));
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? [];
  const misplaced = code === 'commander.unknownOption' && misplacedOption(quoted, named, program);
  if (misplaced) return new CliError(misplaced);
  const text =
    code === 'commander.unknownOption'
      ? unknownOption(quoted, named ?? program)
      : code === 'commander.unknownCommand'
        ? `Unknown command "${quoted}".${hintFor(quoted, program, cwd)}`
        : `${capitalized(message.replace(/^error: /, ''))}.`;
  const usage = named
    ? `agent-files ${named.name()} ${named.usage()}`
    : commandsOf(program).map(command => `agent-files ${command.name()} ${command.usage()}`);
  return new CliError(`${text}\n\nusage: ${[usage].flat().join('\n       ')}\n`);
}

/** What is wrong with an option of another command; `undefined` if no command has it. */
function misplacedOption(flag: string, named: Command | undefined, program: Command): string | undefined {
  const written = withoutValue(flag);
  const others = commandsOf(program).filter(({ options }) =>
    options.some(({ long, short }) => long === written || short === written),
  );
  if (others.length === 0) return undefined;
  return named
    ? `${written} can only be used with ${listed(others.map(other => other.name()))}.`
    : `${written} belongs after the command: agent-files ${others[0]!.name()} ${written}`;
}

function unknownOption(flag: string, { options }: Command): string {
  const written = withoutValue(flag);
  const near = nearestWord(
    written.replace(/^-+/, ''),
    options.map(({ long }) => long!.slice(2)),
  );
  return `Unknown option ${written}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
}

function withoutValue(flag: string): string {
  return flag.replace(/=.*/s, '');
}

/** A hint for an unknown command. */
function hintFor(name: string, program: Command, cwd: string): string {
  return existsSync(resolve(cwd, name))
    ? ` To check this path, run: agent-files check ${name}`
    : suggestion(
        name,
        commandsOf(program).map(command => command.name()),
      );
}

/** The commands that the help lists. */
function commandsOf(program: Command): readonly Command[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .filter(command => command.name() !== 'help');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
