/** The number of ignored files, by what says so. */
export interface Ignored {
  readonly byProject: number;
  readonly byGit: number;
}

/** The number of files, by outcome. */
export interface Counts {
  /** The files in the output. */
  readonly files: number;
  readonly unreadable: number;
  readonly ignored: Ignored;
}

/** The last line of the text output: the number of files and the outcome. */
export function summaryOf({ files, unreadable, ignored }: Counts, what: string, outcome: string): string {
  const parts = [`${files} ${files === 1 ? what : `${what}s`}`];
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  const count = ignored.byProject + ignored.byGit;
  if (count > 0) parts.push(`${count} ignored`);
  return `${parts.join(', ')}${outcome}.`;
}

/** The summary when no files were found. */
export function nothingFound({ ignored: { byProject, byGit } }: Pick<Counts, 'ignored'>): string {
  const ignored = [
    ...(byProject > 0 ? [`${byProject} ignored by .agentfilesrc`] : []),
    ...(byGit > 0 ? [`${byGit} ignored by git (check them with --no-gitignore)`] : []),
  ];
  return ignored.length === 0
    ? 'No agent files found. Use --dialect to check any Markdown file.'
    : `No agent files found, ${ignored.join(', ')}.`;
}
