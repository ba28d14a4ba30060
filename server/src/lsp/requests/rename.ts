import {
  type PrepareRenameParams,
  type Range,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { plainMessage } from '../../language/features/describe.ts';
import { nameGivenBy } from '../../language/features/names/moved.ts';
import {
  type FileEdits,
  planRename,
  type Refusal,
  type RenameRequest,
  type Renaming,
} from '../../language/features/names/rename.ts';
import { type EditCapabilities, renameEdit } from '../../language/features/names/renameEdit.ts';
import { renameTargetAt } from '../../language/features/names/renameTarget.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';
import { placeIn } from './place.ts';

/** The error code of a request that cannot be fulfilled, by the protocol's `RequestFailed`. */
const requestFailed = -32803;

/** Returns the part of a name that is replaced; an error where there is nothing to rename. */
export async function handlePrepareRename(
  session: Session,
  params: PrepareRenameParams,
): Promise<{ range: Range; placeholder: string } | ResponseError | null> {
  return prepared(session, params);
}

const prepared = guarded((session: Session, params: PrepareRenameParams) => {
  const place = placeIn(session, params);
  const target = place && renameTargetAt(place.snapshot, place.offset);
  if (!place || !target) return null;
  return { range: place.snapshot.document.toRange(target.range), placeholder: target.name };
}, null);

/** Returns the edits that give what is named at a position another name, or an error that says why not. */
export async function handleRename(
  session: Session,
  params: RenameParams,
): Promise<WorkspaceEdit | ResponseError | null> {
  const plan = await planned(session, params);
  if (!plan || 'refused' in plan) {
    const why = plan?.refused ?? 'There is no name here that can be changed.';
    return new ResponseError(requestFailed, plainMessage(why));
  }
  return renameEdit(plan, editCapabilities(session), uri => session.documents.get(uri)?.version ?? null);
}

const planned = guarded(
  async (session: Session, params: RenameParams): Promise<Renaming | Refusal | undefined> => {
    const place = placeIn(session, params);
    const found = place && renameTargetAt(place.snapshot, place.offset);
    if (!found) return undefined;
    const target = await snapshotAt(session, found.file.uri);
    return target && plan(session, { target, from: found.name, to: params.newName });
  },
  undefined,
);

/** Returns the edits that follow from files and folders that the client is about to move. */
export const handleWillRenameFiles = guarded(
  async (session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> => {
    const edits = new Map<string, FileEdits>();
    for (const { oldUri, newUri } of files) {
      for (const { uri, movedTo } of session.movedFiles(oldUri, newUri)) {
        const target = await snapshotAt(session, uri);
        const names = target && nameGivenBy(target, movedTo);
        if (!names) continue;
        const result = await plan(session, { target, ...names, movedTo });
        // The client moves the file in any case.
        if ('refused' in result) continue;
        for (const file of result.edits)
          edits.set(file.document.uri, joined(edits.get(file.document.uri), file));
      }
    }
    if (edits.size === 0) return null;
    return renameEdit(
      { edits: [...edits.values()] },
      editCapabilities(session),
      uri => session.documents.get(uri)?.version ?? null,
    );
  },
  null,
);

/** The edits of one file that several moves lead to. */
function joined(before: FileEdits | undefined, after: FileEdits): FileEdits {
  if (!before) return after;
  return {
    document: after.document,
    certain: [...before.certain, ...after.certain],
    likely: [...before.likely, ...after.likely],
  };
}

async function plan(
  session: Session,
  request: Omit<RenameRequest, 'others' | 'canMove'>,
): Promise<Renaming | Refusal> {
  const others: Snapshot[] = [];
  for await (const snapshot of session.snapshotsWith([request.from], true)) others.push(snapshot);
  return planRename({ ...request, others, canMove: session.canRename });
}

/** The current snapshot of a file, open or not. */
async function snapshotAt(session: Session, uri: string): Promise<Snapshot | undefined> {
  const snapshot = session.snapshotOf(uri) ?? (await session.workspace.read(uri));
  return snapshot && { ...snapshot, workspace: session.workspace.index };
}

function editCapabilities({ capabilities }: Session): EditCapabilities {
  const { documentChanges = false, changeAnnotationSupport } = capabilities.workspace?.workspaceEdit ?? {};
  return { documentChanges, changeAnnotations: changeAnnotationSupport !== undefined };
}
