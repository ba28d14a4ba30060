import { workspace } from 'vscode';
import { agentFileGlobs } from './agentFileGlobs.ts';

/** One kind of document that the server is told about. */
export interface AgentFileFilter {
  readonly scheme: string;
  readonly pattern: string;
}

/**
 * Selects agent files by their path, whatever their language id: `chatagent` in VS Code, `markdown` elsewhere, or
 * what the user's `files.associations` say. Only files proper are selected, not the old versions of them that a diff
 * editor shows: those on disk, those not saved yet, and those of the file systems that the workspace lies on.
 */
export function agentFileSelector(): AgentFileFilter[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map(folder => folder.uri.scheme)]);
  return [...schemes].flatMap(scheme => agentFileGlobs.map(pattern => ({ scheme, pattern })));
}
