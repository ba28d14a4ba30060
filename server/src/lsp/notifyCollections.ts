import { collectionMessage } from '../language/collections/collectionMessage.ts';
import { collectionsOf } from '../workspace/collections.ts';
import { folderPathOf } from '../workspace/uris.ts';
import { type CollectionsParams, collectionsNotification } from './protocol.ts';
import type { Session } from './session.ts';

/**
 * Says which files are agent files although their paths do not show it, whenever that changes: to a client that asked for
 * it, or else in its log.
 */
export function notifyCollections(session: Session): void {
  const counts = collectionsOf(session.workspace.projects.collections);
  const message = collectionMessage(counts);
  const globs = globsOf(session);
  const told = [message, ...globs].join('\n');
  if (told === session.toldCollections) return;
  const isNew = !session.toldCollections.startsWith(`${message}\n`);
  session.toldCollections = told;
  if (!session.wantsCollections) {
    if (message !== '' && isNew) session.connection.console.info(message);
    return;
  }
  const collections = counts.map(({ dialect: { id, title }, files }) => ({ dialect: { id, title }, files }));
  const params: CollectionsParams = { message, collections, globs };
  void session.connection.sendNotification(collectionsNotification, params);
}

/** Globs for the files whose paths do not show that they are agent files, sorted. */
function globsOf({ folders, workspace: { projects } }: Session): string[] {
  const globs = new Set(projects.configuredGlobs);
  for (const path of projects.collections.files.keys()) {
    const root = folders.map(folderPathOf).find(folder => path.startsWith(folder));
    const at = path.lastIndexOf('/');
    // Relative to the folder, since clients write absolute paths in different ways; with its name for files at its root.
    const start = root === undefined ? 1 : root.lastIndexOf('/', root.length - 2) + 1;
    const below =
      root === undefined || at < root.length ? path.slice(start, at) : path.slice(root.length, at);
    globs.add(`**/${below.replace(/[*?[\]{}()!|\\]/g, '?')}/*${path.slice(path.lastIndexOf('.'))}`);
  }
  return [...globs].sort();
}
