import { decoded } from '../../../server/src/language/decoded.ts';
import type { FileSummary, Overview, OverviewFolder } from '../../../server/src/language/overview/model.ts';

/** Which files the view shows. */
export interface Filter {
  /** "with problems", as the view says it. */
  readonly label: string;
  readonly accepts: (file: FileSummary) => boolean;
}

/** The plural of each kind of file, in Title Case. */
const kinds: Readonly<Record<FileSummary['kind'], string>> = {
  agent: 'Agents',
  skill: 'Skills',
  command: 'Commands',
  style: 'Output Styles',
  rule: 'Rules',
  file: 'Other Files',
};

/** The filters that make sense for the files that there are. */
export function filtersFor({ tools }: Pick<Overview, 'tools'>): Filter[] {
  const files = filesIn(tools);
  const present = new Set(files.map(({ kind }) => kind));
  return [
    { label: 'With Problems', accepts: ({ problems }: FileSummary) => problems > 0 },
    { label: 'Not Loaded', accepts: ({ outcome }: FileSummary) => outcome === 'rejected' },
    ...Object.entries(kinds)
      .filter(([kind]) => present.has(kind as FileSummary['kind']))
      .map(([kind, label]) => ({ label, accepts: (file: FileSummary) => file.kind === kind })),
  ];
}

/** The files with a text in their title or path. */
export function filterBy(text: string): Filter {
  const wanted = text.trim().toLowerCase();
  return {
    label: `“${text.trim()}”`,
    accepts: ({ title, uri }) =>
      title.toLowerCase().includes(wanted) || decoded(uri).toLowerCase().includes(wanted),
  };
}

/** The folders with the accepted files alone. */
export function filtered(folders: readonly OverviewFolder[], { accepts }: Filter): OverviewFolder[] {
  return folders
    .map(folder => ({
      ...folder,
      folders: filtered(folder.folders, { label: '', accepts }),
      files: folder.files.filter(accepts),
    }))
    .filter(({ folders, files }) => folders.length > 0 || files.length > 0);
}

/** All files of folders. */
export function filesIn(folders: readonly OverviewFolder[]): FileSummary[] {
  return folders.flatMap(folder => [...filesIn(folder.folders), ...folder.files]);
}
