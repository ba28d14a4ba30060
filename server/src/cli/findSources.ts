import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globsOfKinds } from '../language/dialect/glob.ts';
import { targetNames } from '../language/features/targets.ts';
import { dialectById } from '../language/fileKinds.ts';
import { dialects } from '../language/tools/index.ts';
import { type BoundedFileSystem, boundedBy, type FoundFile, largestFile } from '../workspace/fileSystem.ts';
import { eachOnce, findBelow } from '../workspace/findFiles.ts';
import { isAtOrBelow } from '../workspace/links.ts';
import { filePathOf, nodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { Projects } from '../workspace/projects.ts';
import { folderPathOf, parentOf } from '../workspace/uris.ts';
import { Configurations } from './configurations.ts';
import { repositoriesAround } from './importedFiles.ts';
import { printableLine } from './printable.ts';
import { Sources, type Wanted } from './sources.ts';
import { CliError, suggestion, type Terminal } from './terminal.ts';

/**
 * Finds the files to check. A folder stands for the agent files in it, each once, even if several links lead to it. Of a
 * named file that is not an agent file a warning is given, unless there is a `dialect`. Invalid paths do not affect the
 * others. With `stdinPath`, standard input is the text of
 * that file.
 */
export async function findSources(
  paths: readonly string[],
  stdinPath: string | undefined,
  wanted: Wanted,
  terminal: Terminal,
): Promise<Sources> {
  const { cwd } = terminal;
  for (const target of wanted.targets) mustBeOneOf(targetNames(), 'target', target);
  if (wanted.dialect !== undefined)
    mustBeOneOf(
      dialects.map(({ id }) => id),
      'dialect',
      wanted.dialect,
    );
  const named = new Map<string, string | undefined>();
  if (stdinPath !== undefined) {
    // Decoded like a file: the byte order mark is kept, because some tools fail on it.
    named.set(uriOf(resolve(cwd, stdinPath)), await readAll(terminal));
  }
  const found: FoundFile[] = [];
  const projects = new Projects(boundedBy(nodeFileSystem, () => [uriOf(cwd)]));
  const configurations = new Configurations(projects);
  const roots = paths.length === 0 && named.size === 0 ? ['.'] : paths;
  const surveyed: string[] = [];
  const errors: string[] = [];
  const warnings: string[] = [];
  for (const root of roots) {
    const path = resolve(cwd, root);
    const kind = kindOf(path, root);
    if (kind === 'file') named.set(uriOf(path), named.get(uriOf(path)));
    else if (kind !== 'folder') errors.push(kind.error);
    else {
      await configurations.readAbove(uriOf(path));
      // Above a part of a repository there may be more agents.
      if (repositoriesAround([path])[0] === uriOf(path)) surveyed.push(folderPathOf(uriOf(path)));
      const root = uriOf(isAtOrBelow(path, cwd) ? cwd : path);
      const fileSystem = boundedBy(nodeFileSystem, () => repositoriesAround([path, cwd]));
      found.push(...(await filesIn(uriOf(path), root, wanted, configurations, fileSystem)));
    }
  }
  const shown = pathsShownIn(cwd);
  const agents: FoundFile[] = [];
  for (const uri of named.keys()) await configurations.readAbove(parentOf(uri));
  if (wanted.dialect === undefined) await findNamed(named, projects, cwd);
  for (const uri of named.keys()) {
    if (wanted.dialect !== undefined || projects.mayBeAgentFile(uri))
      agents.push(withRealUri(uri, named.get(uri)));
    else
      warnings.push(
        `${shown(filePathOf(uri))} does not look like an agent file and was not checked. Specify its dialect with --dialect.`,
      );
  }
  const isNamed = new Set(agents.flatMap(({ uri, real = uri }) => [uri, real]));
  const files = [...new Set(eachOnce([...agents, ...found], () => true))]
    .map(uri => ({ uri, path: shown(filePathOf(uri)), text: named.get(uri), isNamed: isNamed.has(uri) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (files.length === 0 && errors.length > 0)
    throw new CliError([...warnings, ...errors].map(printableLine).join('\n'));
  return new Sources(cwd, files, wanted, configurations, errors, warnings, surveyed);
}

/** The text of standard input. */
async function readAll({ stdin }: Terminal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > largestFile) throw new Error(`it is larger than ${largestFile} bytes`);
    }
  } catch (error) {
    throw new CliError(`Standard input cannot be read: ${(error as Error).message}`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A named file, and what it leads to if it is a link; one whose text is known need not exist. */
function withRealUri(uri: string, text: string | undefined): FoundFile {
  const real = text === undefined ? uriOf(realpathSync(filePathOf(uri))) : uri;
  return real === uri ? { uri } : { uri, real };
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function mustBeOneOf(known: readonly string[], what: string, name: string): void {
  if (known.includes(name)) return;
  const near = suggestion(name, known);
  throw new CliError(`Unknown ${what} "${name}".${near} Valid ${what}s: ${known.join(', ')}.`);
}

/** Returns a function that formats paths for output: relative to the current folder, with `/`. */
export function pathsShownIn(cwd: string): (file: string) => string {
  const folders = new Map<string, string>();
  return file => {
    const folder = dirname(file);
    let above = folders.get(folder);
    if (above === undefined) {
      above = relative(cwd, folder).split(sep).join('/');
      folders.set(folder, above);
    }
    return above === '' ? basename(file) : `${above}/${basename(file)}`;
  };
}

/** The kind of file at a path; `written` is the path as the user wrote it. */
function kindOf(path: string, written: string): 'file' | 'folder' | { readonly error: string } {
  if (written === '')
    return { error: 'One of the paths is empty. Omit all paths to use the current folder.' };
  try {
    const found = statSync(path);
    if (found.isFile()) return 'file';
    if (!found.isDirectory())
      return { error: `${written} is not a regular file. To check its text, use --stdin and --stdin-path.` };
    // Unreadable folders inside it are skipped.
    accessSync(path, constants.R_OK | constants.X_OK);
    return 'folder';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return { error: `${written} cannot be read: ${message}` };
    const advice = /[*?[{]/.test(written) ? ' Pass the folder instead to check the agent files in it.' : '';
    return { error: `No such file or folder: ${written}.${advice}` };
  }
}

/** The agent files in a folder, including those of plugins in or around it; or all files that may be of `dialect`. */
async function filesIn(
  folder: string,
  root: string,
  { dialect }: Wanted,
  configurations: Configurations,
  fileSystem: BoundedFileSystem,
): Promise<readonly FoundFile[]> {
  const { projects } = configurations;
  if (dialect !== undefined) {
    const globs = globsOfKinds(['**/*.md', ...dialectById(dialect)!.files]);
    return fileSystem.find(folder, globs);
  }
  const globs = projects.globs.join();
  const first = await findBelow(fileSystem, projects, folder);
  for (const uri of first.manifests) projects.addPlugin(uri, await fileSystem.read(uri));
  for (const uri of first.configurations) await configurations.readAbove(parentOf(uri));
  // A configuration can associate files of other kinds.
  const isComplete = projects.globs.join() === globs;
  const { others } = isComplete ? first : await findBelow(fileSystem, projects, folder);
  return projects.agentFilesAmong(folder, others, { root });
}

/**
 * Looks which of the named files that no tool reads in place are like agent files, together with the others in their
 * folders. `named` has their texts by URI, as far as these are not read from disk.
 */
async function findNamed(
  named: ReadonlyMap<string, string | undefined>,
  projects: Projects,
  cwd: string,
): Promise<void> {
  const unknown = [...named.keys()].filter(uri => !projects.mayBeAgentFile(uri));
  for (const folder of new Set(unknown.map(parentOf))) {
    const root = isAtOrBelow(filePathOf(folder), cwd) ? uriOf(cwd) : folder;
    const inFolder = unknown.filter(uri => parentOf(uri) === folder);
    const found = await nodeFileSystem.find(folder, ['*.md', '*.mdc'], [folder]);
    const others = found.filter(({ uri }) => !inFolder.includes(uri));
    const files = [...others, ...inFolder.map(uri => ({ uri }))];
    await projects.agentFilesAmong(folder, files, { root, named: inFolder, texts: named });
  }
}
