import type { CreateFile, TextDocumentEdit } from 'vscode-languageserver-types';
import { decoded } from '../decoded.ts';
import { projectOf } from '../dialect/scope.ts';
import { folderOf, type NewFile, newFile } from '../newFile/newFile.ts';
import type { NewKind } from '../newFile/newFileKinds.ts';
import type { Choices } from '../newFile/writeFile.ts';
import type { Snapshot } from '../snapshot.ts';
import { tools } from '../tools/index.ts';
import type { RuleSettings } from './diagnostics.ts';

/**
 * A new file of another kind for the tool of a file, in the same project. `undefined` where the tool has no such files, or
 * where the file does not show which project it belongs to.
 */
export function fileBeside(
  { document, dialect, path, workspace }: Snapshot,
  kind: NewKind,
  choices: Choices,
  rules: RuleSettings,
): NewFile | undefined {
  const tool = tools.find(({ dialects }) => dialects.some(({ id }) => id === dialect.id));
  const wanted = tool?.dialects.find(({ defines, files }) => defines === kind && files.length > 0);
  const project = projectOf(dialect, path);
  // A file that is judged as if it lay elsewhere has another path than its URI.
  if (!wanted || project === undefined || !decoded(document.uri).endsWith(path)) return undefined;
  const below = path.slice(project.length).split('/').length - 1;
  const root = document.uri.split('/').slice(0, -below).join('/');
  const pathAt = (uri: string): string => project + decoded(uri.slice(root.length));
  const file = newFile(wanted, choices, {
    folder: `${root}/${folderOf(wanted)}`,
    pathOf: pathAt,
    workspace,
    rules,
  });
  return file.problem === undefined ? file : undefined;
}

/** The changes that create a file, and fail where there is one. */
export function creationOf({ uri, text }: NewFile): (CreateFile | TextDocumentEdit)[] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}
