import { decoded } from '../decoded.ts';
import type { VocabularyEntry } from '../dialect/dialect.ts';
import { nearestWord } from '../document/nearestWord.ts';
import { dialectById } from '../fileKinds.ts';
import type { Snapshot } from '../snapshot.ts';
import type { IndexedFile } from '../workspaceIndex.ts';
import { bareName, type Referable, type Reference } from './reference.ts';

/** Where a name is used: its file's dialect, and the workspace around it. */
export type Use = Pick<Snapshot, 'dialect' | 'workspace'> & { readonly uri: string };

/** What a name leads to. */
export interface Resolution {
  /** The files that define it, the nearest first. Usually one. */
  readonly files: readonly IndexedFile[];
  /** The tool's own, unless a file replaces it. */
  readonly builtIn?: VocabularyEntry;
}

/** The use of a name in the file of a snapshot. */
export function useIn({
  dialect,
  workspace,
  document,
}: Pick<Snapshot, 'dialect' | 'workspace' | 'document'>): Use {
  return { dialect, workspace, uri: document.uri };
}

/**
 * Resolves a name as the tool does: files of the tool itself, the nearest first; else built-in ones; else, since tools read
 * folders of each other, files of other tools.
 */
export function resolve({ to, name }: Pick<Reference, 'to' | 'name'>, use: Use): Resolution {
  const files = definitionsOf(to, name, use);
  const own = files.filter(file => isOfTool(file, use));
  if (own.length > 0) return { files: own };
  const builtIn = builtInOf(to, name, use);
  return builtIn ? { files: [], builtIn } : { files };
}

/** Whether a name in a file leads to a definition. */
export function leadsTo(reference: Pick<Reference, 'to' | 'name'>, use: Use, target: IndexedFile): boolean {
  const [nearest, ...others] = resolve(reference, use).files;
  if (nearest?.uri === target.uri) return true;
  return others.some(({ uri, scope }) => uri === target.uri && scope === nearest?.scope);
}

/** The names that a file can use, with what has them; a name of several files once. */
export function namesFor(to: Referable, use: Use): ReadonlyMap<string, IndexedFile | VocabularyEntry> {
  const found = new Map<string, IndexedFile | VocabularyEntry>();
  const files = [...use.workspace.names.all()].filter(
    ([, file]) => definesFor(to, file) && isOfTool(file, use),
  );
  const nearness = nearnessTo(use.uri);
  files.sort(([, a], [, b]) => nearness(b) - nearness(a) || (a.uri < b.uri ? -1 : 1));
  for (const [name, file] of files) if (!found.has(name)) found.set(name, file);
  if (to === 'agent')
    for (const entry of use.dialect.agents ?? []) if (!found.has(entry.value)) found.set(entry.value, entry);
  return found;
}

/** The name that was probably meant: one with the plugin that has it, or the most similar one. */
export function nearestName({ to, name }: Pick<Reference, 'to' | 'name'>, use: Use): string | undefined {
  const names = [...namesFor(to, use).keys()];
  const scoped = names.filter(each => each !== name && bareName(each) === bareName(name));
  return scoped.length > 0 ? scoped[0] : nearestWord(name, names);
}

/** The names of the same thing in a plugin, for a name without one. */
export function scopedNames({ to, name }: Pick<Reference, 'to' | 'name'>, use: Use): readonly string[] {
  const files = use.workspace.names
    .called(bareName(name))
    .filter(file => definesFor(to, file) && isOfTool(file, use));
  const names = files.flatMap(({ plugin, calledBy = [] }) => (plugin === undefined ? [] : calledBy));
  return [...new Set(names)].filter(each => each !== name && each.endsWith(`:${name}`));
}

/** The files that define a name, the nearest first. */
function definitionsOf(to: Referable, name: string, { dialect, workspace, uri }: Use): IndexedFile[] {
  const { ignoresCase } = dialect.references ?? {};
  const isName = (each: string): boolean =>
    each === name ||
    (ignoresCase === true && each.toLowerCase() === name.toLowerCase()) ||
    isShortFor(to, name, each);
  const files = workspace.names
    .called(bareName(name))
    .filter(file => definesFor(to, file) && (file.calledBy ?? []).some(isName));
  const nearness = nearnessTo(uri);
  return files.sort((a, b) => nearness(b) - nearness(a) || (a.uri < b.uri ? -1 : 1));
}

/** Skills and commands of a plugin are found without its name, as recorded of Claude Code 2.1.332; agents are not. */
function isShortFor(to: Referable, name: string, full: string): boolean {
  return (to === 'skill' || to === 'command') && !name.includes(':') && full.endsWith(`:${name}`);
}

/** A command can be used like a skill, and a skill called like a command. */
function definesFor(to: Referable, { dialect }: IndexedFile): boolean {
  const its = dialectById(dialect);
  if (to === 'server') return its?.servers !== undefined;
  const defines = its?.defines;
  if (to === 'agent' || to === 'style') return defines === to;
  return defines === 'skill' || defines === 'command';
}

/** Whether the tool of a use reads a file: it is its own, or lies in a folder that the tool reads. */
export function isOfTool(file: IndexedFile, { dialect: { loader } }: Use): boolean {
  const its = dialectById(file.dialect);
  const isOwn = file.tool === loader.tool || its?.loader.tool === loader.tool;
  return isOwn || its?.readers?.(decoded(file.uri)).includes(loader.tool) === true;
}

/** What the tool has itself by a name. */
export function builtInOf(to: Referable, name: string, { dialect }: Use): VocabularyEntry | undefined {
  if (to === 'skill' && dialect.references?.builtInSkills?.includes(name))
    return { value: name, description: '' };
  if (to === 'style' && dialect.references?.builtInStyles?.includes(name))
    return { value: name, description: '' };
  if (to !== 'agent') return undefined;
  return dialect.agents?.find(({ value, aliases }) => value === name || aliases?.includes(name));
}

/** How many leading characters of their paths a file has in common with another. */
function nearnessTo(uri: string): (file: IndexedFile) => number {
  return ({ uri: other }) => {
    let same = 0;
    while (same < uri.length && uri[same] === other[same]) same++;
    return same;
  };
}
