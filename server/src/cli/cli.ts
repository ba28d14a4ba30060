import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nearestWord } from '../language/document/nearestWord.ts';
import { targetNames } from '../language/features/targets.ts';
import { dialects } from '../language/tools/index.ts';
import { version } from '../version.ts';
import { check } from './check.ts';
import { findSources } from './findSources.ts';
import { inspect } from './inspect.ts';
import { printable } from './printable.ts';
import { CliError, type Format, suggestion, type Terminal } from './terminal.ts';

const usage = `usage: agent-files check   [options] [paths…]
       agent-files inspect [options] [paths…]
       agent-files --help | --version
`;

const help = `${usage}
check     says what is wrong with agent files
inspect   says what the tool makes of them

Paths are files or folders; without one, the current folder.

  --format text|json   for people (text), or for programs
  --dialect ID         takes files for what their path does not say they are
  --for TOOLS          check: holds files also against other tools than their
                       own, and says which would refuse, ignore or widen what;
                       names with commas between them
  --stdin              the text comes from standard input
  --stdin-path PATH    where that text would lie
  -h, --help           says this
  -v, --version        says which release this is

Dialects:
${wrap(dialects.map(dialect => dialect.id))}

Tools:
${wrap(targetNames())}

Exit code: 0 no errors, 1 errors (check only), 2 a fault of usage or of files.
`;

const commands = { check, inspect } as const;

const options = {
  format: { type: 'string', default: 'text' },
  dialect: { type: 'string' },
  for: { type: 'string' },
  stdin: { type: 'boolean', default: false },
  'stdin-path': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** Runs the command line and returns its exit code. Only faults of usage and of files are told on `err`. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = read(args);
    const [name, ...paths] = positionals;
    if (values.help || name === 'help') {
      terminal.out(help);
      return 0;
    }
    if (values.version) {
      terminal.out(`${version}\n`);
      return 0;
    }
    if (name === undefined) throw new CliError(help);
    if (!isCommand(name)) throw usageError(`There is no command "${name}".${meant(name, terminal)}`);
    const format = readFormat(values.format);
    const stdinPath = values['stdin-path'];
    if (values.stdin && !stdinPath)
      throw new CliError('--stdin needs --stdin-path: where would the text lie?');
    if (!values.stdin && stdinPath !== undefined) throw new CliError('--stdin-path goes with --stdin.');
    if (values.for !== undefined && name !== 'check') throw new CliError('--for goes with check.');
    const targets = values.for === undefined ? [] : values.for.split(',').map(target => target.trim());
    const sources = await findSources(paths, stdinPath, { dialect: values.dialect, targets }, terminal);
    const { hasErrors, unreadable } = await commands[name](sources, format, terminal);
    const errors = [...sources.errors, ...unreadable];
    if (errors.length > 0) throw new CliError(errors.map(printable).join('\n'));
    return hasErrors ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    terminal.err(error.message.endsWith('\n') ? error.message : `${error.message}\n`);
    return 2;
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [first = ''] = (error as Error).message.split('\n');
    const unknown = /^Unknown option '(-[^']*)'/.exec(first)?.[1];
    if (unknown === undefined) throw usageError(first);
    const near = nearestWord(unknown.replace(/^-+/, ''), Object.keys(options));
    throw usageError(`There is no option ${unknown}.${near === undefined ? '' : ` Did you mean --${near}?`}`);
  }
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

/** What somebody may have wanted who named `name` as a command. */
function meant(name: string, { cwd }: Terminal): string {
  return existsSync(resolve(cwd, name))
    ? ` To check what lies there: agent-files check ${name}`
    : suggestion(name, Object.keys(commands));
}

/** A fault of usage, with the usage below: what is wrong has to stand where it is seen. */
function usageError(message: string): CliError {
  return new CliError(`${message}\n\n${usage}`);
}

function readFormat(value: string): Format {
  if (value === 'text' || value === 'json') return value;
  throw new CliError(`--format takes text or json, not "${value}".`);
}

function wrap(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 76) lines.push('');
    lines.push(`${lines.pop()}${word} `);
  }
  return lines.map(line => `  ${line.trimEnd()}`).join('\n');
}
