import type { FoundAncestorConfiguration } from '../../workspace/ancestorConfiguration.ts';
import { parentOf } from '../../workspace/uris.ts';
import type { Session } from '../session.ts';

/** Applies what git ignores by the files found above a folder. */
export async function applyIgnoreFiles(
  { fileSystem, gitIgnore }: Session,
  { ignoreFiles, repository }: FoundAncestorConfiguration,
): Promise<void> {
  if (repository !== undefined) await gitIgnore.addRepository(repository);
  for (const uri of ignoreFiles) gitIgnore.update(uri, await fileSystem.read(uri));
}

/** Reads a `.gitignore` file. The repository that it is in may not be known yet. */
export async function readIgnoreFile(session: Session, uri: string): Promise<void> {
  await applyIgnoreFiles(session, await session.ancestorConfiguration.findAbove(parentOf(uri)));
  session.gitIgnore.update(uri, await session.fileSystem.read(uri));
}
