import { AgentDocument } from '../../document/agentDocument.ts';
import { type Issue, messageOf } from '../../loading/issue.ts';
import { lastPart } from '../../references/nameParts.ts';
import { namesOf } from '../../references/names.ts';
import { isPlainName } from '../../references/reference.ts';
import { referencesIn } from '../../references/referencesIn.ts';
import { builtInOf, isOfTool, leadsTo, useIn } from '../../references/resolve.ts';
import { applyChanges } from '../../rules/edits/outcome.ts';
import type { TextChange } from '../../rules/rule.ts';
import { indexedFileOf, type Snapshot, takeSnapshot } from '../../snapshot.ts';
import { placeOf } from '../../workspaceIndex.ts';
import { ownName } from './nameAt.ts';
import { likelyUsages } from './usages.ts';

/** A change of the name of what a file defines. */
export interface RenameRequest {
  /** The file that has the name. */
  readonly target: Snapshot;
  /** The last part of the name: `worker` of `kit:worker`. */
  readonly from: string;
  readonly to: string;
  /** The URI to which the client moves the file itself; otherwise the result says so. */
  readonly movedTo?: string | undefined;
  /** False where the client cannot move files. */
  readonly canMove?: boolean;
  /** All files that may refer to it. */
  readonly others: readonly Snapshot[];
}

/** The edits of a file. */
export interface FileEdits {
  readonly document: AgentDocument;
  readonly certain: readonly TextChange[];
  /** Changes of what probably means the name, which the user confirms. */
  readonly likely: readonly TextChange[];
}

/** What a rename changes. All edits come before the move. */
export interface Renaming {
  readonly edits: readonly FileEdits[];
  readonly move?: { readonly from: string; readonly to: string };
}

/** Why a name cannot be given, as sentences. */
export interface Refusal {
  readonly refused: string;
}

/** Plans a rename, or says why it is refused: the file must load under the new name, and every reference must lead to it. */
export function planRename({
  target,
  from,
  to,
  movedTo,
  canMove = true,
  others,
}: RenameRequest): Renaming | Refusal {
  if (!isPlainName(to) || to !== to.trim() || /[/:,]/.test(to))
    return { refused: `\`${to}\` cannot be a name here. Use letters, digits and hyphens.` };
  const move = canMove
    ? moveFor(target.document.uri, from, to, target.dialect.defines === 'skill')
    : undefined;
  const own = ownChange(target, from, to);
  if (!own && !move && movedTo === undefined)
    return { refused: `\`${from}\` is not written in a place where it can be changed.` };
  const { uri } = target.document;
  const newUri = movedTo ?? (move ? move.to + uri.slice(move.from.length) : uri);
  const refused =
    takenBy(target, from, to, move && movedTo === undefined ? move.to : undefined) ??
    problemAfter(target, own ? [own] : [], newUri, to);
  if (refused !== undefined) return { refused };
  const edits: FileEdits[] = [];
  for (const snapshot of others) {
    const isTarget = snapshot.document.uri === target.document.uri;
    const certain = referenceChanges(snapshot, target, from, to);
    if (!certain) return { refused: `\`${to}\` is not read as a name in ${snapshot.document.uri}.` };
    const all = isTarget && own ? [own, ...certain] : certain;
    const likely = mentionChanges(snapshot, target, from, to);
    if (all.length + likely.length > 0) edits.push({ document: snapshot.document, certain: all, likely });
  }
  edits.sort((a, b) => (a.document.uri < b.document.uri ? -1 : 1));
  return { edits, ...(move && movedTo === undefined && { move }) };
}

/** The move that gives a file, or the folder of a skill, another name; `undefined` where it has a name of its own. */
export function moveFor(
  uri: string,
  from: string,
  to: string,
  isSkill: boolean,
): { readonly from: string; readonly to: string } | undefined {
  const parts = uri.split('/');
  const file = parts.pop()!;
  const named = encodeURIComponent(from);
  const renamed = encodeURIComponent(to);
  if (isSkill && /^skill\.md$/i.test(file)) {
    const above = parts.slice(0, -1).join('/');
    return parts.at(-1) === named ? { from: parts.join('/'), to: `${above}/${renamed}` } : undefined;
  }
  const extension = /(?:\.(?:agent|chatmode|prompt))?\.[a-z]+$/i.exec(file)?.[0] ?? '';
  if (file !== named + extension) return undefined;
  return { from: uri, to: [...parts, renamed + extension].join('/') };
}

/** The change of the name in the file's own front matter. */
function ownChange(target: Snapshot, from: string, to: string): TextChange | undefined {
  const own = ownName(target);
  if (!own) return undefined;
  const written = target.document.slice(own.range);
  return written === from ? { range: own.range, newText: to } : undefined;
}

/** Says what has the name already. */
function takenBy(target: Snapshot, from: string, to: string, destination?: string): string | undefined {
  const { workspace, dialect } = target;
  const use = useIn(target);
  const kind = dialect.defines === 'agent' ? 'agent' : 'skill';
  const wanted = namesOf(target).map(name =>
    lastPart(name) === from ? name.slice(0, -from.length) + to : name,
  );
  const other = wanted
    .flatMap(name => workspace.names.called(lastPart(name).toLowerCase()))
    .find(
      file =>
        file.uri !== target.document.uri &&
        isOfTool(file, use) &&
        (file.calledBy ?? []).some(name => wanted.some(each => each.toLowerCase() === name.toLowerCase())),
    );
  if (other) return `\`${to}\` is the name in ${placeOf(other)} already.`;
  if (builtInOf(kind, to, use)) return `\`${to}\` is the name of a built-in ${kind}.`;
  return destination !== undefined && workspace.has(destination)
    ? `${destination} exists already.`
    : undefined;
}

/** What is wrong with the file under its new name; `undefined` if it loads, and nothing is worse. */
function problemAfter(
  target: Snapshot,
  changes: readonly TextChange[],
  uri: string,
  to: string,
): string | undefined {
  const text = applyChanges(target.document.text, changes);
  const after = takeSnapshot(
    AgentDocument.of(text, uri),
    target.dialect,
    pathAfter(target, uri),
    target.workspace,
    target.isCollected,
    target,
  );
  const known = new Set(target.load.issues.map(({ code, effect }) => `${code} ${effect}`));
  const isNew = ({ code, effect }: Issue): boolean =>
    (effect !== 'noted' || code === 'name.invalid') && !known.has(`${code} ${effect}`);
  const issue = after.load.issues.find(isNew);
  if (issue) return messageOf(issue);
  return namesOf(after).some(name => lastPart(name) === to)
    ? undefined
    : `${target.loader.tool} would not know it as \`${to}\`.`;
}

/** The path that the loader is given for the file at another URI: where the two differ, the end is the same. */
function pathAfter({ path, document }: Snapshot, uri: string): string {
  const [before, after] = [document.uri.split('/'), uri.split('/')].map(parts => parts.map(decodePart));
  let kept = 0;
  while (before![kept] !== undefined && before![kept] === after![kept]) kept++;
  const parts = path.split('/');
  return [...parts.slice(0, parts.length - (before!.length - kept)), ...after!.slice(kept)].join('/');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The changes of the certain references in a file; `undefined` if the new name would not be read as one there. */
function referenceChanges(
  snapshot: Snapshot,
  target: Snapshot,
  from: string,
  to: string,
): readonly TextChange[] | undefined {
  const use = useIn(snapshot);
  const file = indexedFileOf(target);
  const references = snapshot.references();
  const changes = references.flatMap(reference => {
    const { end } = reference.range;
    const written = lastPart(reference.name);
    if (written.toLowerCase() !== from.toLowerCase() || !leadsTo(reference, use, file)) return [];
    return [{ range: { start: end - written.length, end }, newText: to }];
  });
  if (changes.length === 0) return changes;
  const text = applyChanges(snapshot.document.text, changes);
  const after = referencesIn({ ...snapshot, document: AgentDocument.of(text, snapshot.document.uri) });
  const isRead =
    after.length === references.length &&
    after.filter(({ name }) => lastPart(name) === to).length >= changes.length;
  return isRead ? changes : undefined;
}

function mentionChanges(
  snapshot: Snapshot,
  target: Snapshot,
  from: string,
  to: string,
): readonly TextChange[] {
  const { document } = snapshot;
  return likelyUsages(snapshot, indexedFileOf(target)).flatMap(place => {
    const [start, end] = [document.offsetAt(place.start), document.offsetAt(place.end)];
    const written = lastPart(document.text.slice(start, end));
    if (written !== from) return [];
    return [{ range: { start: end - written.length, end }, newText: to }];
  });
}
