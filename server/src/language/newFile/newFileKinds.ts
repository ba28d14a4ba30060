import type { Dialect } from '../dialect/dialect.ts';
import { tools } from '../tools/index.ts';
import { type Grant, toolKeysOf } from './grants.ts';

/** What can be made anew. */
export type NewKind = 'agent' | 'skill' | 'command' | 'rule';

/** A model that an author can choose. */
export interface ModelChoice {
  readonly value: string;
  readonly description: string;
}

/** One kind of new file for one tool. */
export interface NewFileKind {
  readonly dialect: Dialect;
  /** "Claude Code". */
  readonly tool: string;
  readonly grants: readonly Grant[];
  /** Beside the one that the tool takes by itself. */
  readonly models: readonly ModelChoice[];
}

/** The dialects that new files of a kind can have, the most widespread first: the principal one of each tool. */
export function newFileKinds(kind: NewKind): NewFileKind[] {
  return tools
    .flatMap(({ title, dialects }) => {
      const dialect = dialects.find(
        ({ defines, files, deprecation }) => defines === kind && files.length > 0 && !deprecation,
      );
      if (!dialect) return [];
      const grants = [...(toolKeysOf(dialect)?.grants.keys() ?? [])];
      return { dialect, tool: title, grants, models: kind === 'agent' ? modelsOf(dialect) : [] };
    })
    .sort((a, b) => (b.dialect.published ?? 0) - (a.dialect.published ?? 0));
}

function modelsOf(dialect: Dialect): ModelChoice[] {
  const values = dialect.fields().field(['model'])?.values ?? [];
  return values
    .filter(
      ({ hidden, pattern, snippet, deprecated, unavailable }) =>
        !hidden && !pattern && !snippet && !deprecated && !unavailable,
    )
    .map(({ value, description }) => ({ value, description }));
}
