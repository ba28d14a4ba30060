import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Conversion, conversionTargets, convert, dialectTo } from '../language/convert/convert.ts';
import { placeFor } from '../language/dialect/place.ts';
import { plainMessage } from '../language/features/describe.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { findSources } from './findSources.ts';
import { printable, printableLine } from './printable.ts';
import { CliError, type Format, suggestion, type Terminal } from './terminal.ts';

/** What is asked of `agent-files convert`. */
export interface ConvertOptions {
  readonly to: string;
  readonly dialect: string | undefined;
  readonly write: boolean;
  /** True to write also what may do more than the source. */
  readonly wider: boolean;
  readonly format: Format;
}

/**
 * `agent-files convert`: prints a file as one of another tool, or writes it where that tool reads it. 1: it may do more than
 * the source there, so nothing is written; or its own tool does not load it.
 */
export async function convertFile(file: string, options: ConvertOptions, terminal: Terminal): Promise<0 | 1> {
  const wanted = { dialect: options.dialect, targets: [], respectsGitIgnore: false };
  const sources = await findSources([file], undefined, wanted, terminal);
  const [found, another] = sources.files;
  const why = [...sources.errors, ...sources.warnings];
  if (!found && why.length > 0) throw new CliError(why.map(printableLine).join('\n'));
  if (!found || another)
    throw new CliError(`Name one agent, skill or command; ${sources.files.length} were found.`);
  const source = await sources.read(found);
  if (!source) throw new CliError(`${found.path} is not an agent file.`);
  const { snapshot } = source;
  const target = dialectTo(snapshot, options.to);
  if (!target) throw new CliError(noTarget(snapshot, options.to));
  const conversion = convert(snapshot, target);
  if ('refusal' in conversion) {
    terminal.err(`${printableLine(found.path)} cannot be converted: ${plainMessage(conversion.refusal)}.\n`);
    return 1;
  }
  const { place, text, losses, widens } = conversion;
  const path = join(projectOf(snapshot, resolve(terminal.cwd, found.path), terminal.cwd), place);
  const mayWrite = options.write && (widens.length === 0 || options.wider);
  if (mayWrite) await write(path, text);
  if (options.format === 'json')
    terminal.out(
      `${JSON.stringify({ path: place, dialect: target.id, written: mayWrite, text, losses, widens }, null, 2)}\n`,
    );
  else {
    if (!options.write) terminal.out(text.split('\n').map(printable).join('\n'));
    terminal.err(notes(conversion, options, mayWrite));
  }
  return widens.length > 0 && !options.wider ? 1 : 0;
}

function notes({ place, losses, widens }: Conversion, options: ConvertOptions, isWritten: boolean): string {
  const lines = [
    ...widens.map(each => `! ${printable(plainMessage(each))}`),
    ...losses.map(each => `- ${printable(plainMessage(each))}`),
  ];
  const outcome = isWritten
    ? `Written: ${printableLine(place)}`
    : options.write
      ? 'Not written: it may do more there than here. To write it all the same: --wider'
      : `To write it to ${printableLine(place)}: --write`;
  return `${[...lines, outcome].join('\n')}\n`;
}

function noTarget({ dialect }: Snapshot, wanted: string): string {
  const { tool } = dialect.loader;
  if (wanted === dialect.target || wanted === dialect.id) return `It is a file of ${tool} already.`;
  const names = conversionTargets(dialect).map(({ names: [first] }) => first!);
  if (names.length === 0) return `${dialect.title} files are not converted.`;
  return `Unknown tool "${wanted}".${suggestion(wanted, names)} It can be one of ${[...new Set(names)].sort().join(', ')}.`;
}

/** The folder of the project: that above the folder of the tool, or else where the command is run. */
function projectOf({ dialect }: Snapshot, path: string, cwd: string): string {
  const [own] = placeFor(dialect, 'x').split('/');
  const parts = path.replaceAll('\\', '/').split('/');
  const at = parts.lastIndexOf(own!);
  return at > 0 && at < parts.length - 1 ? parts.slice(0, at).join('/') || '/' : cwd;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CliError(`${path} exists already; nothing is written over it.`);
  }
}
