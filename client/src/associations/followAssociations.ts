import { type Disposable, workspace } from 'vscode';
import { associatedGlobs } from '../documentSelector.ts';

/** Calls `select` when the globs of `agentFiles.associations` change. */
export function followAssociations(select: () => Promise<void>): Disposable {
  let current = associatedGlobs().join();
  return workspace.onDidChangeConfiguration(async event => {
    if (!event.affectsConfiguration('agentFiles.associations')) return;
    const globs = associatedGlobs().join();
    if (globs === current) return;
    current = globs;
    await select();
  });
}
