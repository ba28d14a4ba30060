import { type ExtensionContext, workspace } from 'vscode';
import { associationGlob } from '../../server/src/language/dialect/associationGlob.ts';

/** A document filter by scheme and path. */
export interface PathFilter {
  readonly scheme: string;
  readonly pattern: string;
}

/** The configuration file, whose text the server reads from the editor while it is open. */
const configurationFileGlob = '**/.agentfilesrc';

const containing = 'workspaceContains:';

/**
 * The globs over absolute paths of agent files and plugin manifests. They come from package.json, which is generated from
 * the server's dialects, because VS Code needs them before any of our code runs.
 */
export function agentFileGlobs({ extension }: ExtensionContext): string[] {
  const events: string[] = extension.packageJSON.activationEvents;
  return events.filter(event => event.startsWith(containing)).map(event => event.slice(containing.length));
}

/** The globs of files that are agent files inside a plugin; only the server knows the plugins. */
function pluginFileGlobs({ extension }: ExtensionContext): string[] {
  return extension.packageJSON.agentFiles.pluginFiles;
}

/** The globs of files that are meant as agent files and lie where no tool reads them. */
export function misplacedFileGlobs({ extension }: ExtensionContext): string[] {
  return extension.packageJSON.agentFiles.misplacedFiles;
}

/** The sorted globs of `agentFiles.associations`, over absolute paths. */
export function associatedGlobs(): string[] {
  const associations = workspace.getConfiguration('agentFiles').get<unknown>('associations');
  if (typeof associations !== 'object' || associations === null) return [];
  const written = Object.keys(associations).filter(glob => glob.trim() !== '');
  return [...new Set(written.map(associationGlob))].sort();
}

/**
 * Selects documents by path, whatever their language id: agent files are `chatagent` in VS Code, `markdown` elsewhere, or
 * set by `files.associations`. The schemes are those of files on disk, unsaved files and the workspace folders, so the old
 * versions in a diff editor are not selected.
 */
export function selectPaths(globs: readonly string[]): PathFilter[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map(folder => folder.uri.scheme)]);
  return [...schemes].flatMap(scheme => globs.map(pattern => ({ scheme, pattern })));
}

/** Selects every document that is synchronized with the server. `others` are globs that only the server finds. */
export function serverSelector(context: ExtensionContext, others: readonly string[]): PathFilter[] {
  const globs = [
    ...agentFileGlobs(context),
    ...pluginFileGlobs(context),
    ...misplacedFileGlobs(context),
    ...associatedGlobs(),
  ];
  return selectPaths([...globs, ...others, configurationFileGlob]);
}
