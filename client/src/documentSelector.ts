import { workspace } from 'vscode';
import { agentFileGlobs, configurationFileGlob } from './agentFileGlobs.ts';

/** One kind of document: where it lies and how its path looks. */
export interface PathFilter {
  readonly scheme: string;
  readonly pattern: string;
}

/**
 * Selects agent files by their path, whatever their language id: `chatagent` in VS Code, `markdown` elsewhere, or
 * what the user's `files.associations` say. Only files proper are selected, not the old versions of them that a diff
 * editor shows: those on disk, those not saved yet, and those of the file systems that the workspace lies on.
 */
export function agentFileSelector(): PathFilter[] {
  return selectorFor(agentFileGlobs);
}

/** Selects every document that the server is told about: agent files and the project's configuration. */
export function serverSelector(): PathFilter[] {
  return selectorFor([...agentFileGlobs, configurationFileGlob]);
}

function selectorFor(globs: readonly string[]): PathFilter[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map(folder => folder.uri.scheme)]);
  return [...schemes].flatMap(scheme => globs.map(pattern => ({ scheme, pattern })));
}
