/** The number of files, by outcome. */
export interface Counts {
  /** The files in the output. */
  readonly files: number;
  readonly unreadable: number;
  /** The files that their projects ignore. */
  readonly ignored: number;
}

/** The last line of the text output: the number of files and the outcome. */
export function summaryOf({ files, unreadable, ignored }: Counts, what: string, outcome: string): string {
  const parts = [`${files} ${files === 1 ? what : `${what}s`}`];
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (ignored > 0) parts.push(`${ignored} ignored`);
  return `${parts.join(', ')}${outcome}.`;
}

/** The summary when no files were found. */
export function nothingFound({ ignored }: Pick<Counts, 'ignored'>): string {
  return ignored === 0
    ? 'No agent files found. Use --dialect to check any Markdown file.'
    : `No agent files found, ${ignored} ignored by .agentfilesrc.`;
}
