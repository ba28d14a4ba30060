import type { Dialect } from '../dialect/dialect.ts';
import { placeFor } from '../dialect/place.ts';
import { listed, withArticle } from '../wordList.ts';

/** How many files were taken for those of a dialect. */
export interface CollectionCount {
  readonly dialect: Dialect;
  readonly files: number;
}

/**
 * Says which files were found outside the folders of all tools, in one sentence and another on how to change that:
 * "32 files look like Claude Code subagents outside .claude/agents; checked as such. …" Empty for none.
 */
export function collectionMessage(counts: readonly CollectionCount[]): string {
  if (counts.length === 0) return '';
  const found = [...counts].sort((a, b) => b.files - a.files).map((count, at) => phraseFor(count, at === 0));
  return `${listed(found)}; checked as such. Set \`agentFiles.associations\` or \`.agentfilesrc\` to change that.`;
}

function phraseFor({ dialect, files }: CollectionCount, isFirst: boolean): string {
  const noun = isFirst ? (files === 1 ? ' file' : ' files') : '';
  const what =
    files === 1 ? `looks like ${withArticle(dialect.title)}` : `look like ${pluralOf(dialect.title)}`;
  return `${files}${noun} ${what} ${whereFor(dialect)}`;
}

/** "outside .claude/agents". */
export function whereFor(dialect: Dialect): string {
  const place = placeFor(dialect, '*');
  const folder = place.slice(0, Math.max(0, place.lastIndexOf('/')));
  return folder === '' ? `not named ${place}` : `outside ${folder}`;
}

/** "Claude Code subagents", "Claude MPM agents (source)". */
function pluralOf(title: string): string {
  return title.replace(/(?= \(|$)/, 's');
}
