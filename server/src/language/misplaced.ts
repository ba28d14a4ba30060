import type { Dialect, MisplacedFiles } from './dialect/dialect.ts';
import { globMatcher } from './dialect/glob.ts';
import { type UnreadPlace, unreadDialect } from './dialect/unreadDialect.ts';
import { type AgentDocument, formatOf } from './document/agentDocument.ts';
import { lazy } from './lazy.ts';
import type { LoaderInput } from './loading/loader.ts';
import { dialects } from './tools/index.ts';
import { isInSupportingFolder } from './tools/shared/supportingFolders.ts';

/**
 * The dialect that a file is meant for which no tool reads at its path, although one would at a similar path: in
 * `.claude/agent` instead of `.claude/agents`, with another extension, or as a dialect's own `misplaced` says. Its
 * loader reports that. `path` is absolute, with `/`.
 */
export function misplacedAt(path: string): Dialect | undefined {
  const declared = declaredKinds().find(({ kind }) => kind.from.test(path));
  if (declared) {
    const to = correctedPath(declared.kind, path);
    const folder = to === undefined ? undefined : toolFolders().find(({ matches }) => matches(to));
    return (folder && declared.meaning.get(folder.dialect)) ?? declared.meaning.get(declared.dialect);
  }
  if (!inToolFolder.test(path)) return undefined;
  for (const variant of variantsOf(path)) {
    const meant = toolFolders().find(({ matches }) => matches(variant));
    if (meant) return meant.misplaced();
  }
  return undefined;
}

/** Globs for all misplaced files, each once: what to search for and to watch. */
export const misplacedFileGlobs = lazy((): readonly string[] => {
  const declared = dialects.flatMap(({ misplaced = [] }) => misplaced.flatMap(({ files }) => files));
  const similar = toolFolders().flatMap(({ glob }) => similarGlobs(glob));
  const known = new Set(dialects.flatMap(({ files, names }) => [...files, ...(names?.files ?? [])]));
  const isKnown = (glob: string): boolean => known.has(glob) || known.has(`**/${partsOf(glob).file}`);
  return [...new Set([...declared, ...similar])].filter(glob => !isKnown(glob));
});

/** A folder with a dot, whose name says whose it is. */
const inToolFolder = /(?:^|\/)\.[^/]+\//;

interface ToolFolder {
  readonly dialect: Dialect;
  readonly glob: string;
  readonly matches: (path: string) => boolean;
  /** The dialect for files that were meant to be here. */
  readonly misplaced: () => Dialect;
}

/** The globs of folders that belong to one tool. */
const toolFolders = lazy((): readonly ToolFolder[] =>
  dialects.flatMap(dialect => {
    const misplaced = lazy(() => unreadDialect(dialect, 'rejected', input => similarPlace(dialect, input)));
    return dialect.files
      .flatMap(alternatives)
      .filter(glob => inToolFolder.test(glob.replace('**/', '')))
      .map(glob => ({ dialect, glob, matches: globMatcher(glob), misplaced }));
  }),
);

/** The kinds that dialects declare, each with what it means in the folders of the tools that have such files. */
const declaredKinds = lazy(() =>
  dialects.flatMap(dialect =>
    (dialect.misplaced ?? []).map(kind => {
      const alike = dialects.filter(({ defines }) => defines === dialect.defines);
      const meanings = [...new Set([dialect, ...alike])].map(
        each => [each, unreadDialect(each, 'rejected', input => declaredPlace(kind, input))] as const,
      );
      return { kind, dialect, meaning: new Map(meanings) };
    }),
  ),
);

function correctedPath({ from, to, unless }: MisplacedFiles, path: string): string | undefined {
  if (to !== undefined) return path.replace(from, to);
  return unless === undefined ? undefined : `${partsOf(path).folder}/${unless}`;
}

/** The globs that a glob with one group of alternatives, `{a,b}`, stands for. */
function alternatives(glob: string): string[] {
  const [, start = '', choices, end = ''] = /^(.*)\{([^{}]*)\}(.*)$/.exec(glob) ?? [];
  return choices === undefined ? [glob] : choices.split(',').map(choice => start + choice + end);
}

/** The names of folders for kinds of files: `agents`, `skills`. */
const kindFolders = lazy(
  () =>
    new Set(
      toolFolders().flatMap(
        ({ glob }) => /\.[^/*{}]+(?:\/[^/*{}.]+)*?\/([a-z-]+)\/[*]/.exec(glob)?.[1] ?? [],
      ),
    ),
);

/** Similar paths at which a tool may read the file. */
function* variantsOf(path: string): Generator<string> {
  const extension = /\.(?:md|mdc|mdx|markdown|toml)$/i.exec(path)?.[0];
  if (extension === undefined) return;
  if (formatOf(path) === 'markdown')
    for (const read of ['.md', '.mdc']) if (read !== extension) yield path.slice(0, -extension.length) + read;
  const parts = path.split('/');
  for (const [at, part] of parts.entries()) {
    if (at === 0 || at === parts.length - 1) continue;
    for (const name of new Set([part.toLowerCase(), otherNumber(part.toLowerCase())]))
      if (name !== part && kindFolders().has(name)) yield parts.with(at, name).join('/');
  }
}

/** The plural of a singular, and the other way round. */
function otherNumber(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
}

function similarGlobs(glob: string): string[] {
  const folder = /\/([a-z-]+)\/[*]/.exec(glob)?.[1];
  const numbers = folder === undefined ? [] : [glob.replace(`/${folder}/`, `/${otherNumber(folder)}/`)];
  // One glob for other extensions in any tool's folder: editors test each document against all of them.
  const others = glob.endsWith('.mdc') ? glob.replace(/\.mdc$/, '.md') : '**/.*/**/*.{markdown,mdx,mdc,MD}';
  return [...numbers, others];
}

function similarPlace(dialect: Dialect, { document, path }: LoaderInput): UnreadPlace | undefined {
  const own = dialect.files.map(globMatcher);
  const to = [...variantsOf(path)].find(variant => own.some(matches => matches(variant)));
  const required = dialect.defines === 'agent' ? ['name', 'description'] : [];
  if (to === undefined || !isMeant(document, path, required)) return undefined;
  const { folder, file } = partsOf(to);
  const isRenamed = partsOf(path).folder === folder;
  return {
    to,
    consequence: isRenamed
      ? `${dialect.loader.tool} reads only files that end in \`${file.slice(file.lastIndexOf('.'))}\``
      : `${dialect.loader.tool} does not look in \`${shown(partsOf(path).folder)}\``,
    advice: isRenamed ? `Rename it to \`${file}\`` : `Move it to \`${shown(folder)}\``,
  };
}

/** Where a file of a declared kind would be read; `undefined` if it is not meant as one. */
export function declaredPlace(
  { from, to: replacement, keys, unless, consequence, advice }: MisplacedFiles,
  { document, path }: LoaderInput,
): UnreadPlace | undefined {
  if (!isMeant(document, path, keys)) return undefined;
  if (replacement === undefined) {
    const folder = unless === undefined ? { folder: partsOf(path).folder } : {};
    return { unless, consequence, ...folder, ...(advice && { advice }) };
  }
  const to = path.replace(from, replacement);
  const isRenamed = partsOf(path).folder === partsOf(to).folder;
  return {
    to,
    consequence,
    advice: isRenamed
      ? `Rename it to \`${partsOf(to).file}\``
      : `Move it to \`${longer(shown(to), newPart(path, to))}\``,
  };
}

/** What a path has from the first folder on that another one lacks. */
function newPart(path: string, to: string): string {
  const [old, parts] = [path.split('/'), to.split('/')];
  return parts.slice(parts.findIndex((part, at) => part !== old[at])).join('/');
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

const documentation = /(?:^|\/)(?:readme|changelog|license|contributing|index|agents|claude|gemini)\.\w+$/i;

function isMeant(document: AgentDocument, path: string, keys: readonly string[]): boolean {
  if (documentation.test(path) || isInSupportingFolder(path)) return false;
  if (!path.endsWith('.json')) return keys.every(key => document.entry(key) !== undefined);
  try {
    const value: unknown = JSON.parse(document.text);
    return typeof value === 'object' && value !== null && keys.every(key => Object.hasOwn(value, key));
  } catch {
    return false;
  }
}

function partsOf(path: string): { folder: string; file: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, at), file: path.slice(at + 1) };
}

/** A path from its last folder with a dot on, or else its last folder: `.claude/agents/x.md`. */
function shown(path: string): string {
  return /(?:^|\/)(\.[^/]+\/(?!.*\/\.[^/]).*)$/.exec(path)?.[1] ?? path.split('/').slice(-2).join('/');
}
