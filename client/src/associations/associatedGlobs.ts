import { workspace } from 'vscode';
import { associationGlob } from '../../../server/src/language/dialect/associationGlob.ts';

/** The globs of the files that the user's settings make agent files, over absolute paths, in a fixed order. */
export function associatedGlobs(): string[] {
  const associations = workspace.getConfiguration('agentFiles').get<unknown>('associations');
  if (typeof associations !== 'object' || associations === null) return [];
  const written = Object.keys(associations).filter(glob => glob.trim() !== '');
  return [...new Set(written.map(associationGlob))].sort();
}
