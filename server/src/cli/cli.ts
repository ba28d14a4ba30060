import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nearestWord } from '../language/document/nearestWord.ts';
import { targetNames } from '../language/features/targets.ts';
import type { Severity } from '../language/severity.ts';
import { dialects } from '../language/tools/index.ts';
import { listed } from '../language/wordList.ts';
import { version } from '../version.ts';
import { check } from './check.ts';
import { findSources } from './findSources.ts';
import { inspect } from './inspect.ts';
import { printable, printableLine } from './printable.ts';
import { CliError, type Format, suggestion, type Terminal } from './terminal.ts';
import { levels } from './textReport.ts';

const usage = `usage: agent-files check   [options] [paths…]
       agent-files inspect [options] [paths…]
       agent-files --help | --version
`;

const help = `${usage}
check     reports problems in agent files
inspect   shows how the tool loads each file

Paths are files or folders. The default is the current folder.

  --format text|json   output format (default: text)
  --level SEVERITY     check only: the lowest severity to list: error, warning,
                       information or hint (default: warning; JSON: hint)
  --dialect ID         treat the files as this dialect, whatever their path
  --for TOOLS          check only: also check the files for other tools, and
                       report what each would reject, ignore or not limit;
                       comma-separated names
  --no-gitignore       also check files that git ignores
  --stdin              read the text from standard input
  --stdin-path PATH    the path of that text, used to detect its dialect
  -h, --help           show this help
  -v, --version        show the version

Dialects:
${wrap(dialects.map(dialect => dialect.id))}

Tools:
${wrap(targetNames())}

Exit code: 0 no errors, 1 errors (check only), 2 invalid usage or unreadable files.
`;

const commands = { check, inspect } as const;

const options = {
  format: { type: 'string', default: 'text' },
  level: { type: 'string' },
  dialect: { type: 'string' },
  for: { type: 'string' },
  'no-gitignore': { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
  'stdin-path': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** Runs the command line and returns its exit code. Usage errors and unreadable files are reported on `err`. */
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
    if (!isCommand(name)) throw usageError(`Unknown command "${name}".${hintFor(name, terminal)}`);
    const format = readFormat(values.format);
    const stdinPath = values['stdin-path'];
    if (values.stdin && !stdinPath) throw new CliError('--stdin requires --stdin-path.');
    if (!values.stdin && stdinPath !== undefined) throw new CliError('--stdin-path requires --stdin.');
    if (values.for !== undefined && name !== 'check')
      throw new CliError('--for can only be used with check.');
    const level = values.level === undefined ? undefined : readLevel(values.level);
    if (level !== undefined && name !== 'check') throw new CliError('--level can only be used with check.');
    const targets = values.for === undefined ? [] : values.for.split(',').map(target => target.trim());
    const wanted = { dialect: values.dialect, targets, respectsGitIgnore: !values['no-gitignore'] };
    const sources = await findSources(paths, stdinPath, wanted, terminal);
    const { hasErrors, unreadable, failures } = await commands[name](sources, format, terminal, level);
    const errors = [...sources.errors, ...unreadable, ...failures];
    for (const warning of sources.warnings) terminal.err(`${printableLine(warning)}\n`);
    if (errors.length > 0) throw new CliError(errors.map(printableLine).join('\n'));
    return hasErrors ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    // Each line may quote what was written.
    const message = error.message.split('\n').map(printable).join('\n');
    terminal.err(message.endsWith('\n') ? message : `${message}\n`);
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
    throw usageError(`Unknown option ${unknown}.${near === undefined ? '' : ` Did you mean --${near}?`}`);
  }
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

/** A hint for an unknown command. */
function hintFor(name: string, { cwd }: Terminal): string {
  return existsSync(resolve(cwd, name))
    ? ` To check this path, run: agent-files check ${name}`
    : suggestion(name, Object.keys(commands));
}

/** A usage error: the message first, then the usage. */
function usageError(message: string): CliError {
  return new CliError(`${message}\n\n${usage}`);
}

function readFormat(value: string): Format {
  if (value === 'text' || value === 'json') return value;
  throw new CliError(`Invalid value "${value}" for --format. Use text or json.`);
}

function readLevel(value: string): Severity {
  const level = levels.find(known => known === value);
  if (level) return level;
  throw new CliError(`Invalid value "${value}" for --level. Use ${listed(levels, 'or')}.`);
}

function wrap(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 76) lines.push('');
    lines.push(`${lines.pop()}${word} `);
  }
  return lines.map(line => `  ${line.trimEnd()}`).join('\n');
}
