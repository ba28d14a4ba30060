import { dialectById } from '../../language/fileKinds.ts';
import { folderOf, newFile } from '../../language/newFile/newFile.ts';
import { newFileKinds } from '../../language/newFile/newFileKinds.ts';
import { encodedPath, folderPathOf, parentOf, pathOf, uriOfPath } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import type {
  NewFileKind,
  NewFileKindsParams,
  NewFileParams,
  NewFilePlace,
  NewFileResult,
} from '../protocol.ts';
import type { Session } from '../session.ts';

/** Returns the tools for which a file of a kind can be made; first those that have such files here. */
export const handleNewFileKinds = guarded(
  async (session: Session, { kind }: NewFileKindsParams): Promise<NewFileKind[]> => {
    await session.indexed;
    return newFileKinds(kind)
      .map(({ dialect, tool, grants, models }) => {
        const { id, title } = dialect;
        const scopes = session.workspace.index.files.flatMap(file =>
          file.dialect === id ? uriOfPath(file.scope, file.uri) : [],
        );
        const places = placesFor(session, folderOf(dialect), scopes);
        return { dialect: { id, title }, tool, grants, models, places, existing: scopes.length };
      })
      .sort((one, other) => other.existing - one.existing);
  },
  [],
);

/** Returns the text of a new file, and what is wrong with the choices. */
export const handleNewFile = guarded(
  async (session: Session, params: NewFileParams): Promise<NewFileResult | null> => {
    const { dialect: id, folder, ...choices } = params;
    const dialect = dialectById(id);
    if (!dialect) return null;
    const file = newFile(dialect, choices, {
      folder,
      pathOf,
      workspace: session.workspace.index,
      rules: session.rulesFor(folder),
    });
    const exists = file.problem === undefined && (await session.fileSystem.exists(file.uri));
    return exists ? { ...file, problem: 'There is a file of this name already' } : file;
  },
  null,
);

/** The folders for such files: those that have some, and the usual one of each open folder. */
function placesFor({ folders }: Session, usual: string, scopes: readonly string[]): NewFilePlace[] {
  const defaults = folders.map(folder => `${folder.replace(/\/$/, '')}/${encodedPath(usual)}`);
  const root = (uri: string) => folders.find(folder => pathOf(uri).startsWith(folderPathOf(folder)));
  return [...new Set([...[...scopes].sort(), ...defaults])].flatMap(uri => {
    const open = root(uri);
    if (open === undefined) return [];
    const above = folders.length > 1 ? parentOf(open.replace(/\/$/, '')) : open;
    return { uri, label: pathOf(uri).slice(folderPathOf(above).length) };
  });
}
