/** Folders inside a skill for its own files: a `SKILL.md` or another Markdown file in them is an example or a template. */
const supporting =
  /^(?:[._].*|node_modules|assets?|data|docs?|evals?|examples?|fixtures?|references?|resources?|samples?|scripts?|templates?|tests?)$/i;

/** Whether a folder of that name inside a skill holds files of the skill's own. */
export function isSupportingFolder(name: string): boolean {
  return supporting.test(name);
}

/** Whether a file, by its path with `/`, is in a folder for files of a skill's own: `skills/pdf/templates/x/SKILL.md`. */
export function isInSupportingFolder(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findLastIndex(folder => folder === 'skills' || folder === 'skill');
  // The folder directly in `skills` is the skill.
  return at >= 0 && folders.slice(at + 2).some(isSupportingFolder);
}
