import { existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Conversion, conversionTargets, convert, dialectTo } from '../language/convert/convert.ts';
import { placeFor } from '../language/dialect/place.ts';
import { plainMessage } from '../language/features/describe.ts';
import { targetNames } from '../language/features/targets.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { findSources } from './findSources.ts';
import { writeAtomically } from './fix/writeText.ts';
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
  const { text, widens } = conversion;
  const from = resolve(terminal.cwd, found.path);
  const project = projectOf(snapshot, from, terminal.cwd);
  const path = join(project, conversion.place);
  const losses = [...conversion.losses, ...filesBeside(from)];
  const mayWrite = options.write && (widens.length === 0 || options.wider);
  if (mayWrite) write(path, text, project);
  const place = relative(terminal.cwd, path);
  if (options.format === 'json')
    terminal.out(
      `${JSON.stringify({ path: place, dialect: target.id, written: mayWrite, text, losses, widens }, null, 2)}\n`,
    );
  else {
    if (!options.write) terminal.out(text.replace(/[^\n\t]+/g, printable));
    terminal.err(notes({ place, losses, widens }, options, mayWrite));
  }
  return widens.length > 0 && !options.wider ? 1 : 0;
}

function notes(
  { place, losses, widens }: Pick<Conversion, 'place' | 'losses' | 'widens'>,
  options: ConvertOptions,
  isWritten: boolean,
): string {
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
  const targets = conversionTargets(dialect);
  if (targets.length === 0) return `${dialect.title} files are not converted.`;
  const names = [...new Set(targets.map(({ names: [first] }) => first!))].sort();
  const possible = `It can be one of ${names.join(', ')}.`;
  return targetNames().includes(wanted.toLowerCase())
    ? `"${wanted}" has no ${dialect.defines} files of its own. ${possible}`
    : `Unknown tool "${wanted}".${suggestion(wanted, names)} ${possible}`;
}

/** The folder of the project: that above the folder of the tool, or else where the command is run. */
function projectOf({ dialect }: Snapshot, path: string, cwd: string): string {
  const [own] = placeFor(dialect, 'x').split('/');
  const parts = path.replaceAll('\\', '/').split('/');
  const at = parts.lastIndexOf(own!);
  return at > 0 && at < parts.length - 1 ? parts.slice(0, at).join('/') || '/' : cwd;
}

/** What is said of files that belong to a skill, which are not copied. */
function filesBeside(file: string): string[] {
  if (basename(file) !== 'SKILL.md') return [];
  const others = readdirSync(dirname(file)).filter(name => name !== 'SKILL.md' && !name.startsWith('.'));
  return others.length === 0 ? [] : [`Not copied: ${others.sort().join(', ')}`];
}

/** Writes a file where there is none, with the folders that it needs, and only within the project. */
function write(path: string, text: string, project: string): void {
  const folder = dirname(path);
  try {
    let nearest = folder;
    while (!existsSync(nearest)) nearest = dirname(nearest);
    if (relative(realpathSync(project), realpathSync(nearest)).startsWith('..'))
      throw new CliError(`${folder} leads out of the project; nothing is written there.`);
    mkdirSync(folder, { recursive: true });
    if (existsSync(path)) throw new CliError(`${path} exists already; nothing is written over it.`);
    writeAtomically(path, text);
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(`${path} cannot be written: ${String(error)}`);
  }
}
