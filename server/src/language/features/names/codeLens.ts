import type { Location, Position } from 'vscode-languageserver-types';
import type { Snapshot } from '../../snapshot.ts';
import { listed } from '../../wordList.ts';
import type { IndexedFile, WorkspaceIndex } from '../../workspaceIndex.ts';
import { placeOfName } from './definition.ts';
import { certainUsages } from './usages.ts';

/** A line above a name that says who uses it. */
export interface UsageLens {
  readonly position: Position;
  /** "3 references · lead and planner delegate here". */
  readonly title: string;
  readonly references: readonly Location[];
}

/** Files of this length, in UTF-16 code units, and longer ones have none: the editor asks again with each change. */
const tooLong = 100_000;
/** So many of those who delegate are named. */
const mostNames = 3;

/** Who refers to what a file defines; nothing where nobody does. */
export function usageLensOf(
  { document, dialect }: Snapshot,
  workspace: WorkspaceIndex,
): UsageLens | undefined {
  if (document.text.length >= tooLong) return undefined;
  const own = workspace.files.find(({ uri }) => uri === document.uri);
  const references = own ? certainUsages(own, workspace) : [];
  if (!own || references.length === 0) return undefined;
  const count = references.length === 1 ? '1 reference' : `${references.length} references`;
  // What refers to an agent starts it, or lets it be started; the call hierarchy has the same.
  const starters = dialect.defines === 'agent' ? namesOf(references, workspace) : [];
  return {
    position: placeOfName(own).start,
    title: starters.length === 0 ? count : `${count} · ${delegating(starters)}`,
    references,
  };
}

/** The names of the files with the references. */
function namesOf(references: readonly Location[], { files }: WorkspaceIndex): string[] {
  const uris = new Set(references.map(({ uri }) => uri));
  return files
    .filter(({ uri }) => uris.has(uri))
    .map(nameOf)
    .sort();
}

/** Editors show `$(name)` in a title as an icon. */
function nameOf({ calledBy, uri }: IndexedFile): string {
  return (calledBy?.[0] ?? uri.slice(uri.lastIndexOf('/') + 1)).replaceAll('$(', '$\u200B(');
}

function delegating(names: readonly string[]): string {
  const further = names.length - mostNames;
  const shown = further > 0 ? [...names.slice(0, mostNames), `${further} more`] : names;
  return `${listed(shown)} ${names.length === 1 ? 'delegates' : 'delegate'} here`;
}
