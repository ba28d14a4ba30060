import type { Environment, EnvironmentFile, EnvironmentReader } from '../language/loading/effective.ts';
import type { BoundedFileSystem } from './fileSystem.ts';
import { pathOf, uriOfPath } from './uris.ts';

/** Reads what surrounds the agents of a project: its servers and skills. Each project is read once. */
export class Environments {
  readonly #known = new Map<string, Promise<Environment>>();

  /** `plugins` are the paths of the folders of the plugins in the workspace, with `/` at the end. */
  constructor(
    private readonly fileSystem: Pick<BoundedFileSystem, 'find' | 'read'>,
    private readonly plugins: () => readonly string[],
  ) {}

  /** The environment of an agent at `path`, the absolute one that its tool sees; `near` is the URI of its file. */
  async of(path: string, near: string, reader: EnvironmentReader): Promise<Environment> {
    const folder = reader.projectOf(path);
    if (folder === undefined) return { role: 'subagent', isTrusted: true };
    const known = this.#known.get(folder) ?? this.#read(folder, near, reader);
    this.#known.set(folder, known);
    return known;
  }

  async #read(folder: string, near: string, reader: EnvironmentReader): Promise<Environment> {
    const plugins = [];
    for (const plugin of new Set(this.plugins()))
      plugins.push({
        folder: plugin.slice(plugin.slice(0, -1).lastIndexOf('/') + 1, -1),
        path: plugin,
        files: await readProjectFiles(this.fileSystem, plugin, near, reader.pluginFiles),
      });
    const files = await readProjectFiles(this.fileSystem, folder, near, reader.files);
    return { role: 'subagent', isTrusted: true, ...reader.read(files, plugins) };
  }
}

/** The files below a folder, its path with `/` at the end, that match the globs; `near` is a URI of its file system. */
export async function readProjectFiles(
  fileSystem: Pick<BoundedFileSystem, 'find' | 'read'>,
  folder: string,
  near: string,
  globs: readonly string[],
): Promise<EnvironmentFile[]> {
  const files: EnvironmentFile[] = [];
  for (const { uri } of await fileSystem.find(uriOfPath(folder.slice(0, -1), near), globs)) {
    const text = await fileSystem.read(uri);
    if (text !== undefined) files.push({ path: pathOf(uri).slice(folder.length), text });
  }
  return files;
}
