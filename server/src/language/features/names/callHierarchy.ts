import { type CallHierarchyItem, type Range, SymbolKind } from 'vscode-languageserver-types';
import { dialectById } from '../../fileKinds.ts';
import { resolve } from '../../references/resolve.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { IndexedFile, IndexedReference, WorkspaceIndex } from '../../workspaceIndex.ts';
import { placeOfName } from './definition.ts';
import { nameAt, ownName } from './nameAt.ts';
import { certainUsages, useOf } from './usages.ts';

/** One side of a delegation, and where it is written. */
export interface Delegation {
  readonly item: CallHierarchyItem;
  readonly fromRanges: Range[];
}

/** What is named at an offset, or else what the file itself defines, as the start of a call hierarchy. */
export function hierarchyItemsAt(snapshot: Snapshot, offset: number): CallHierarchyItem[] {
  const files = (nameAt(snapshot, offset) ?? ownName(snapshot))?.files ?? [];
  const own = snapshot.workspace.files.find(({ uri }) => uri === snapshot.document.uri);
  const [file = own] = files;
  return file ? [itemOf(file)] : [];
}

/** The files that refer to a file: who starts an agent, who uses a skill. */
export function delegationsTo(uri: string, workspace: WorkspaceIndex): Delegation[] {
  const target = fileAt(uri, workspace);
  if (!target) return [];
  const ranges = new Map<string, Range[]>();
  for (const place of certainUsages(target, workspace))
    ranges.set(place.uri, [...(ranges.get(place.uri) ?? []), place.range]);
  return [...ranges].flatMap(([from, fromRanges]) => {
    const file = fileAt(from, workspace);
    return file ? [{ item: itemOf(file), fromRanges }] : [];
  });
}

/** The files that a file refers to. */
export function delegationsFrom(uri: string, workspace: WorkspaceIndex): Delegation[] {
  const file = fileAt(uri, workspace);
  const use = file && useOf(file, workspace);
  if (!file || !use) return [];
  const found = new Map<IndexedFile, Range[]>();
  for (const reference of file.references ?? ([] as IndexedReference[])) {
    const [target] = resolve(reference, use).files;
    if (target) found.set(target, [...(found.get(target) ?? []), reference.range]);
  }
  return [...found].map(([target, fromRanges]) => ({ item: itemOf(target), fromRanges }));
}

function itemOf(file: IndexedFile): CallHierarchyItem {
  const dialect = dialectById(file.dialect);
  const range = placeOfName(file);
  return {
    name: file.calledBy?.[0] ?? file.uri.slice(file.uri.lastIndexOf('/') + 1),
    kind: dialect?.defines === 'agent' ? SymbolKind.Class : SymbolKind.Function,
    uri: file.uri,
    range,
    selectionRange: range,
    ...(dialect && { detail: dialect.title }),
  };
}

function fileAt(uri: string, { files }: WorkspaceIndex): IndexedFile | undefined {
  return files.find(file => file.uri === uri);
}
