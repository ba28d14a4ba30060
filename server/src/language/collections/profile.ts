import type { Dialect } from '../dialect/dialect.ts';
import type { Field } from '../dialect/field.ts';
import { lazy } from '../lazy.ts';
import { dialects } from '../tools/index.ts';

/** By what files of a dialect are recognized where no tool reads them: derived from what the dialect knows anyway. */
export interface Profile {
  readonly dialect: Dialect;
  /** The names of the folders in which the tool keeps such files, and those that their endings stand for: `agents`. */
  readonly roles: ReadonlySet<string>;
  /** The word by which paths name the tool: `claude`. */
  readonly word: string;
  readonly fields: () => ReadonlyMap<string, Field>;
  readonly tools: () => ReadonlySet<string>;
  readonly extensions: ReadonlySet<string>;
}

/** The dialects that a collection can have: those of several files in a folder, each with a name of its own. */
export const profiles = lazy((): readonly Profile[] =>
  dialects
    .filter(
      dialect => dialect.defines !== undefined && dialect.files.some(glob => /\*(?:\.\w+)+$/.test(glob)),
    )
    .map(profileOf),
);

/** The names of all folders in which tools keep agent files: `agents`, `commands`, `rules`. */
export const roleNames = lazy(
  (): ReadonlySet<string> => new Set(profiles().flatMap(({ roles }) => [...roles])),
);

/**
 * The dialects to compare for files with the given keys, in folders of a name. Those of which there are hardly any public
 * files count only where something points to them: a folder, the tool's name in the path, or a key of theirs.
 */
export function profilesFor(
  extension: string,
  role: string | undefined,
  path: string,
  keys: ReadonlySet<string>,
): Profile[] {
  const all = profiles().filter(({ extensions }) => extensions.has(extension));
  const common = all.filter(isCommon);
  const isCommonRole = role === undefined || common.some(({ roles }) => roles.has(role));
  const foreign = [...keys].filter(key => !common.some(({ fields }) => fields().has(key)));
  return all.filter(
    profile =>
      isCommon(profile) ||
      (!isCommonRole && profile.roles.has(role)) ||
      namesWord(path, profile.word) ||
      foreign.some(key => profile.fields().has(key)),
  );
}

/** Whether such files are found in public repositories. */
export function isCommon({ dialect: { published = 0 } }: Profile): boolean {
  return published > 0;
}

/** Whether one of the words of a path is that of a tool. */
export function namesWord(path: string, word: string): boolean {
  return path
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(word);
}

function profileOf(dialect: Dialect): Profile {
  const globs = dialect.files.filter(glob => /\*(?:\.\w+)+$/.test(glob));
  return {
    dialect,
    roles: new Set(globs.flatMap(roleIn)),
    word: dialect.id.slice(0, dialect.id.indexOf('-')),
    fields: lazy(() => new Map(dialect.fields().fields.map(field => [field.name, field]))),
    tools: lazy(
      () => new Set((dialect.tools ?? []).flatMap(({ value, aliases = [] }) => [value, ...aliases])),
    ),
    extensions: new Set(globs.map(glob => glob.slice(glob.lastIndexOf('.')))),
  };
}

/** `agents` for a glob that ends in `.claude/agents`, any folders and `*.md`; `prompts` for one of `*.prompt.md`. */
function roleIn(glob: string): string[] {
  const ending = /\*\.(\w+)\.\w+$/.exec(glob)?.[1];
  const folder = glob
    .split('/')
    .slice(0, -1)
    .findLast(part => !/[*?{]/.test(part));
  return [
    ...(ending === undefined ? [] : [ending.endsWith('s') ? ending : `${ending}s`]),
    ...(folder ? [folder] : []),
  ];
}
