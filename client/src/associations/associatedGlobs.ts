import { workspace } from 'vscode';
import { associationGlob } from '../../../server/src/language/dialect/associationGlob.ts';

/** The sorted globs of `agentFiles.associations`, over absolute paths. */
export function associatedGlobs(): string[] {
  const associations = workspace.getConfiguration('agentFiles').get<unknown>('associations');
  if (typeof associations !== 'object' || associations === null) return [];
  const written = Object.keys(associations).filter(glob => glob.trim() !== '');
  return [...new Set(written.map(associationGlob))].sort();
}
