import { type ExtensionContext, workspace } from 'vscode';
import { associatedGlobs } from './associations/associatedGlobs.ts';

/** One kind of document: where it lies and how its path looks. */
export interface PathFilter {
  readonly scheme: string;
  readonly pattern: string;
}

/** A project's own configuration, whose text the server also reads from the editor while it is open. */
const configurationFileGlob = '**/.agentfilesrc';

const containing = 'workspaceContains:';

/**
 * Which files are agent files, or show that there are some, as globs over absolute paths. The manifest has them from
 * the server's dialects, since VS Code must know them before any code of ours runs.
 */
export function agentFileGlobs({ extension }: ExtensionContext): string[] {
  const events: string[] = extension.packageJSON.activationEvents;
  return events.filter(event => event.startsWith(containing)).map(event => event.slice(containing.length));
}

/** What is an agent file where it lies in a bundle, such as a plugin; whether it does, the server knows. */
function pluginFileGlobs({ extension }: ExtensionContext): string[] {
  return extension.packageJSON.agentFiles.pluginFiles;
}

/**
 * Selects documents by their path, whatever their language id: agent files are `chatagent` in VS Code, `markdown`
 * elsewhere, or what the user's `files.associations` say. Only files proper are selected, not the old versions of them
 * that a diff editor shows: those on disk, those not saved yet, and those of the file systems that the workspace lies
 * on.
 */
export function selectPaths(globs: readonly string[]): PathFilter[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map(folder => folder.uri.scheme)]);
  return [...schemes].flatMap(scheme => globs.map(pattern => ({ scheme, pattern })));
}

/** Selects every document that the server is told about. */
export function serverSelector(context: ExtensionContext): PathFilter[] {
  const globs = [...agentFileGlobs(context), ...pluginFileGlobs(context), ...associatedGlobs()];
  return selectPaths([...globs, configurationFileGlob]);
}
