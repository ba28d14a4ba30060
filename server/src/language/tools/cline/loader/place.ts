/** Why Cline passes over a file at `path`; `undefined` when it reads it, or nothing can be told from the path. */
export function clinePlace(path: string): string | undefined {
  const folder = /(?:^|\/)\.cline\/agents\/(.*)$/.exec(path);
  if (!folder)
    return /(?:^|\/)(?:\.agents|\.cline|Documents\/Cline\/Agents)\//.test(path)
      ? 'Cline reads agents from `.cline/agents` of the project and of the home folder, and not from this folder.'
      : undefined;
  if (folder[1]!.includes('/')) return 'Cline does not look into folders below `.cline/agents`.';
  return /\.ya?ml$/i.test(folder[1]!)
    ? undefined
    : 'Cline reads files that end in `.yaml` or `.yml`, and no others.';
}
