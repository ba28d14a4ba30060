/** Folders whose files are parts of something else, or not published to be copied. */
const never = wordsIn(`
  node_modules vendor third_party dist build out target coverage tmp temp
  example examples sample samples demo demos fixture fixtures testdata
  backup backups bak archive archives archived old deprecated legacy
  template templates skills
`);

/** Folders of documentation, tests and sites. Below a folder of agents these are ordinary categories. */
const aboveRole = wordsIn(`
  docs doc wiki test tests __tests__ spec specs e2e site website www blog blogs post posts article articles
  content contents pages news changelog changelogs releases adr adrs rfc rfcs i18n locales translations public static
`);

/** Files about a folder, and copies. */
const aboutFolder =
  /^(?:readme(?:[._-].*)?|index|changelog|contributing|contributors|license|security)$|^_|(?:^|[._-])template$|\.(?:test|spec|example|template|bak|old|backup)$/i;

const markdown = /\.(?:md|mdc)$/;

/** Whether a file may be part of a collection by its path below the searched folder alone. */
export function mayBeCollected(below: string, roles: ReadonlySet<string>): boolean {
  const end = below.lastIndexOf('/') + 1;
  return mayHoldCollection(below.slice(0, end), roles) && mayBeInCollection(below.slice(end));
}

/**
 * Whether the files of a folder may be part of a collection, by its path below the searched folder, with `/` at the end.
 * `roles` are the names of the folders in which tools keep agent files.
 */
export function mayHoldCollection(below: string, roles: ReadonlySet<string>): boolean {
  const folders = below.split('/').slice(0, -1);
  const role = folders.findLastIndex(folder => roles.has(folder));
  return folders.every((folder, at) => {
    const name = folder.toLowerCase();
    if (/^[._]/.test(name) || never.has(name)) return false;
    return (role >= 0 && at > role) || !aboveRole.has(name);
  });
}

/** Whether a file may be part of a collection by its name. */
export function mayBeInCollection(name: string): boolean {
  if (!markdown.test(name)) return false;
  const stem = name.replace(markdown, '');
  const isCapitals = stem === stem.toUpperCase() && stem !== stem.toLowerCase();
  return !isCapitals && !aboutFolder.test(stem);
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
