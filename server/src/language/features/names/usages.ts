import type { Location, Range } from 'vscode-languageserver-types';
import { dialectById } from '../../fileKinds.ts';
import { isLikely, mentionsOf } from '../../references/mentions.ts';
import { bareName } from '../../references/reference.ts';
import { leadsTo, resolve, type Use, useIn } from '../../references/resolve.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { IndexedFile, WorkspaceIndex } from '../../workspaceIndex.ts';

/** The certain references to a file, from all files. */
export function certainUsages(target: IndexedFile, workspace: WorkspaceIndex): Location[] {
  const names = new Set((target.calledBy ?? []).map(bareName));
  const files = new Set([...names].flatMap(name => workspace.names.referringTo(name)));
  return [...files].flatMap(file => {
    const use = useOf(file, workspace);
    if (!use) return [];
    return (file.references ?? [])
      .filter(reference => names.has(bareName(reference.name)) && leadsTo(reference, use, target))
      .map(({ range }) => ({ uri: file.uri, range }));
  });
}

/** The use of names in an indexed file. */
export function useOf({ uri, dialect: id }: IndexedFile, workspace: WorkspaceIndex): Use | undefined {
  const dialect = dialectById(id);
  return dialect && { dialect, workspace, uri };
}

/** The places in a file's text that probably mention a target by one of its names, without the certain references. */
export function likelyUsages(snapshot: Snapshot, target: IndexedFile): Range[] {
  const { document } = snapshot;
  const { text, frontMatter } = document;
  const use = useIn(snapshot);
  const certain = snapshot.references().map(({ range }) => range);
  const names = [
    ...new Set((target.calledBy ?? []).flatMap(name => [name, name.slice(name.lastIndexOf(':') + 1)])),
  ];
  const found = names.flatMap(name =>
    mentionsOf(name, text, frontMatter.body).filter(
      range =>
        isLikely(text, range) &&
        !certain.some(({ start, end }) => start < range.end && range.start < end) &&
        resolve({ to: kindOf(target), name }, use).files.some(({ uri }) => uri === target.uri),
    ),
  );
  return found.sort((a, b) => a.start - b.start).map(range => document.toRange(range));
}

/** What a name must stand for to mean a file. */
function kindOf({ dialect }: IndexedFile): 'agent' | 'skill' {
  return dialectById(dialect)?.defines === 'agent' ? 'agent' : 'skill';
}
