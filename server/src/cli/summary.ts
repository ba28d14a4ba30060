/** How many files were met, by what became of them. */
export interface Counts {
  /** Those that something is told of. */
  readonly files: number;
  readonly unreadable: number;
  /** Those that their projects want left alone. */
  readonly ignored: number;
}

/** The last line of a text: how many files there were, and what came of them. */
export function summaryOf({ files, unreadable, ignored }: Counts, what: string, outcome: string): string {
  const parts = [`${files} ${files === 1 ? what : `${what}s`}`];
  if (unreadable > 0) parts.push(`${unreadable} that cannot be read`);
  if (ignored > 0) parts.push(`${ignored} ignored`);
  return `${parts.join(', and ')}${outcome}.`;
}

/** The same where nothing came of it because there was nothing to look at. */
export function nothingFound({ ignored }: Pick<Counts, 'ignored'>): string {
  return ignored === 0
    ? 'No agent files found. With --dialect any Markdown file is taken for one.'
    : `No agent files found, but for ${ignored} that .agentfilesrc ignores.`;
}
