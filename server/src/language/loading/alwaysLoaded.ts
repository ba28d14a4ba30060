import type { LoadResult } from './loader.ts';

/** How much of a kind of text a tool takes. */
export interface TextLimit {
  readonly of: 'instructions' | 'rule';
  readonly size: number;
  readonly unit: 'bytes' | 'characters';
  /** Whether each file is limited, or all of them together. */
  readonly per: 'file' | 'all';
  /** What the tool does with the rest: "drops the rest". */
  readonly beyond: string;
}

/** Which files of a project a tool sends in every session, besides what it says of agents and skills. */
export interface AlwaysLoaded {
  /** Paths below the project's folder; all of them that there are. */
  readonly instructions: readonly string[];
  /** The path in place of these where none of them has any text. */
  readonly otherwise?: string;
  /** Whether a rule is sent in every session. */
  rule?(load: LoadResult): boolean;
  /** The name of the output style that the settings select, if they do; `texts` are those of `settings`. */
  style?(texts: readonly string[]): string | undefined;
  /** The files with settings below the project's folder, the first counts least. */
  readonly settings?: readonly string[];
  readonly limit?: TextLimit;
}
