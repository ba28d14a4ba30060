import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { dialectById } from '../../fileKinds.ts';
import type { IndexedFile } from '../../workspaceIndex.ts';
import { placeOfName } from './definition.ts';

/** More results than anybody reads. */
const mostSymbols = 500;

/** The kinds that editors have an icon for, by what a file defines. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  agent: SymbolKind.Class,
  skill: SymbolKind.Function,
  command: SymbolKind.Method,
};

/** What files define whose names contain the letters of a query in their order. */
export function workspaceSymbols(files: readonly IndexedFile[], query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const file of files) {
    const name = file.calledBy?.[0];
    if (name === undefined || !hasLetters(name, query)) continue;
    const dialect = dialectById(file.dialect);
    found.push({
      name,
      kind: kinds[dialect?.defines ?? ''] ?? SymbolKind.File,
      location: { uri: file.uri, range: placeOfName(file) },
      ...(dialect && { containerName: dialect.title }),
    });
    if (found.length >= mostSymbols) break;
  }
  return found;
}

function hasLetters(name: string, query: string): boolean {
  let at = 0;
  const letters = name.toLowerCase();
  for (const letter of query.toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
