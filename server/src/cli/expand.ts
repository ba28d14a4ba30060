import { findSources } from './findSources.ts';
import { printable, printableLine } from './printable.ts';
import { CliError, type Format, type Terminal } from './terminal.ts';

/**
 * `agent-files expand`: prints what is sent for a call of a skill or command. Shell commands in it are never run. 1: it
 * cannot be called.
 */
export async function expand(
  file: string,
  args: readonly string[],
  options: { readonly dialect: string | undefined; readonly format: Format },
  terminal: Terminal,
): Promise<0 | 1> {
  const wanted = { dialect: options.dialect, targets: [], respectsGitIgnore: false };
  const sources = await findSources([file], undefined, wanted, terminal);
  const [found, another] = sources.files;
  const why = [...sources.errors, ...sources.warnings];
  if (!found && why.length > 0) throw new CliError(why.map(printableLine).join('\n'));
  if (!found || another) throw new CliError(`Name one skill or command; ${sources.files.length} were found.`);
  const source = await sources.read(found);
  if (!source) throw new CliError(`${found.path} is not an agent file.`);
  const { loader, load, document, path, dialect } = source.snapshot;
  if (!loader.expand)
    throw new CliError(
      `What ${loader.tool} sends for a call of ${found.path} (${dialect.title}) is not known.`,
    );
  const written = args.map(asWord).join(' ');
  const expansion = loader.expand({ document, path }, load, { arguments: written });
  if (!expansion) {
    terminal.err(`${printableLine(found.path)} cannot be called in ${loader.tool}: see agent-files check.\n`);
    return 1;
  }
  const { text, evidence, commands } = expansion;
  if (options.format === 'json') {
    const { tool, version } = loader;
    const facts = {
      path: found.path,
      tool,
      version,
      evidence,
      name: load.name,
      arguments: written,
      text,
      commands,
    };
    terminal.out(`${JSON.stringify(facts, null, 2)}\n`);
    return 0;
  }
  terminal.out(text.split('\n').map(printable).join('\n').replace(/\n?$/, '\n'));
  for (const { command } of commands)
    terminal.err(`Not run: ${printableLine(command)}. Its output takes the place of the command.\n`);
  return 0;
}

/** An argument of the command line as one of a call, in quotes where it has white space. */
function asWord(argument: string): string {
  if (argument !== '' && !/[\s"']/.test(argument)) return argument;
  return argument.includes('"') ? `'${argument}'` : `"${argument}"`;
}
