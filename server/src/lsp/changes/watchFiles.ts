import { DidChangeWatchedFilesNotification, WatchKind } from 'vscode-languageserver';
import { configurationFileName } from '../../language/configuration.ts';
import { listingGlobs } from '../../workspace/skills.ts';
import { parentOf, pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Registers file watchers for everything the server reads, in place of the previous registration. */
export const watchFiles = guarded(async (session: Session) => {
  const { capabilities, connection, workspace } = session;
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const { globs, configurationFiles } = workspace.projects;
  const { Change, Create, Delete } = WatchKind;
  const above = capabilities.workspace.didChangeWatchedFiles.relativePatternSupport
    ? configurationFiles.filter(uri => !session.isWithin(pathOf(uri)))
    : [];
  const watchers = [
    ...[...globs, ...listingGlobs()].map(globPattern => ({ globPattern, kind: Change })),
    // When a folder is created or deleted, clients report its own path only.
    { globPattern: '**/*', kind: Create | Delete },
    ...above.map(uri => ({ globPattern: { baseUri: parentOf(uri), pattern: configurationFileName } })),
  ];
  const before = session.watching;
  const register = async () => {
    // A registration that is still on its way is replaced, too.
    (await before)?.dispose();
    return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };
  session.watching = register();
  await session.watching;
}, undefined);
