import { parseArgs } from 'node:util';
import { dialects } from '../language/dialects/index.ts';
import { targetNames } from '../language/features/targets.ts';
import { check } from './check.ts';
import { findSources } from './findSources.ts';
import { inspect } from './inspect.ts';
import { printable } from './printable.ts';
import { CliFault, type Format, type Terminal } from './terminal.ts';

const usage = `usage: agent-files check   [paths…] [--format text|json] [--dialect ID] [--stdin --stdin-path P] [--for TOOLS]
       agent-files inspect [paths…] [--format text|json] [--dialect ID] [--stdin --stdin-path P]

check     says what is wrong with agent files
inspect   says what the tool makes of them

Paths are files or folders; without one, the current folder. With --stdin the text comes from standard input, and
--stdin-path says where it would lie. --dialect takes files for what their path does not say they are; one of
${wrap(dialects.map(dialect => dialect.id))}

--for holds files also against other tools than their own, and says which would refuse, ignore or widen what: names
with commas between them, of
${wrap(targetNames())}

Exit code: 0 no errors, 1 errors (check only), 2 a usage or file fault.
`;

const commands = { check, inspect } as const;

const options = {
  format: { type: 'string', default: 'text' },
  dialect: { type: 'string' },
  for: { type: 'string' },
  stdin: { type: 'boolean', default: false },
  'stdin-path': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the command line and returns its exit code. Only faults of usage and of files are told on `err`. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = read(args);
    if (values.help) {
      terminal.out(usage);
      return 0;
    }
    const [name, ...paths] = positionals;
    const command =
      name !== undefined && Object.hasOwn(commands, name)
        ? commands[name as keyof typeof commands]
        : undefined;
    if (!command) throw new CliFault(name === undefined ? usage : `There is no command "${name}".\n${usage}`);
    const format = readFormat(values.format);
    const stdinPath = values.stdin
      ? (values['stdin-path'] ?? missing('--stdin needs --stdin-path'))
      : undefined;
    if (values.for !== undefined && name !== 'check') throw new CliFault('--for goes with check.');
    const targets = values.for === undefined ? [] : values.for.split(',').map(target => target.trim());
    const sources = await findSources(paths, stdinPath, { dialect: values.dialect, targets }, terminal);
    const { hasErrors, unreadable } = await command(sources, format, terminal);
    if (unreadable.length > 0) throw new CliFault(unreadable.map(printable).join('\n'));
    return hasErrors ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CliFault)) throw error;
    terminal.err(error.message.endsWith('\n') ? error.message : `${error.message}\n`);
    return 2;
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CliFault(`${(error as Error).message}\n${usage}`);
  }
}

function readFormat(value: string): Format {
  if (value === 'text' || value === 'json') return value;
  throw new CliFault(`--format takes text or json, not "${value}".`);
}

function missing(message: string): never {
  throw new CliFault(`${message}.`);
}

function wrap(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 100) lines.push('');
    lines.push(`${lines.pop()}${word} `);
  }
  return lines.map(line => `  ${line.trimEnd()}`).join('\n');
}
