import type { Command } from 'commander';
import type { RuleSettings } from '../../language/features/diagnostics.ts';
import { targetNames } from '../../language/features/targets.ts';
import { dialects } from '../../language/tools/index.ts';
import { findSources } from '../findSources.ts';
import type { Sources } from '../sources.ts';
import { CliError, type Terminal } from '../terminal.ts';
import { valueOption } from './options.ts';

/** The options that say which files a command reads, and as what. */
export interface SourceOptions {
  readonly dialect?: string;
  readonly for?: string;
  readonly gitignore: boolean;
  readonly stdin?: boolean;
  readonly stdinPath?: string;
}

/** Declares the paths and options that say which files a command reads. */
export function defineSources(command: Command): void {
  command
    .argument('[paths...]', 'files or folders (default: the current folder)')
    .optionsGroup('Files:')
    .addOption(
      valueOption(
        '--dialect <id>',
        'treat the files as this dialect, whatever their path',
        dialects.map(({ id }) => id),
      ),
    )
    .option('--no-gitignore', 'also read files that git ignores')
    .option('--stdin', 'read the text from standard input')
    .option('--stdin-path <path>', 'the path of that text, used to detect its dialect')
    .addHelpText('after', () => `\nDialects:\n${wrapped(dialects.map(({ id }) => id))}`);
}

/** The end of the help of a command that has `--for`. */
export function targetsHelp(): string {
  return `\nTools:\n${wrapped(targetNames())}`;
}

/** Finds the files that the paths and options of a command mean. */
export async function sourcesOf(
  command: Command,
  terminal: Terminal,
  rules?: RuleSettings,
): Promise<Sources> {
  const options = command.opts<SourceOptions>();
  const { stdin, stdinPath } = options;
  if (stdin && !stdinPath) throw new CliError('--stdin requires --stdin-path.');
  if (!stdin && stdinPath !== undefined) throw new CliError('--stdin-path requires --stdin.');
  const targets = options.for === undefined ? [] : options.for.split(',').map(target => target.trim());
  const wanted = {
    dialect: options.dialect,
    targets,
    respectsGitIgnore: options.gitignore,
    ...(rules && { rules }),
  };
  return findSources(command.args, stdinPath, wanted, terminal);
}

/** The words in lines of at most 80 characters. */
function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 76) lines.push('');
    lines.push(`${lines.pop()}${word} `);
  }
  return lines.map(line => `  ${line.trimEnd()}`).join('\n');
}
