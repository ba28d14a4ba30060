import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type RenameFile,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { FileEdits, Renaming } from './rename.ts';

/** What the client can do with an edit. */
export interface EditCapabilities {
  /** Whether it takes versioned edits of documents, and with them moves of files. */
  readonly documentChanges: boolean;
  /** Whether it asks the user about edits that need it. */
  readonly changeAnnotations: boolean;
}

const likely = 'likely';

/** A rename as an edit of the workspace. What needs the user's confirmation is left out where the client cannot ask. */
export function renameEdit(
  { edits, move }: Renaming,
  { documentChanges, changeAnnotations }: EditCapabilities,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  if (!documentChanges) {
    const changes = edits.filter(({ certain }) => certain.length > 0);
    return { changes: Object.fromEntries(changes.map(file => [file.document.uri, certainEdits(file)])) };
  }
  const changed = edits.flatMap(file => {
    const all = [...certainEdits(file), ...(changeAnnotations ? likelyEdits(file) : [])];
    const { uri } = file.document;
    return all.length > 0 ? [TextDocumentEdit.create({ uri, version: versionOf(uri) }, all)] : [];
  });
  const moved: RenameFile[] = move ? [{ kind: 'rename', oldUri: move.from, newUri: move.to }] : [];
  const isAsked = changeAnnotations && edits.some(file => file.likely.length > 0);
  const annotation: ChangeAnnotation = {
    label: 'Likely mentions',
    description: 'The text probably means the renamed agent or skill',
    needsConfirmation: true,
  };
  return {
    documentChanges: [...changed, ...moved],
    ...(isAsked && { changeAnnotations: { [likely]: annotation } }),
  };
}

function certainEdits({ document, certain }: FileEdits): TextEdit[] {
  return certain.map(({ range, newText }) => ({ range: document.toRange(range), newText }));
}

function likelyEdits({ document, likely: changes }: FileEdits): AnnotatedTextEdit[] {
  return changes.map(({ range, newText }) => ({
    range: document.toRange(range),
    newText,
    annotationId: likely,
  }));
}
