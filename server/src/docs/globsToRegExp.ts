/**
 * The source of a regular expression that matches the absolute paths, with `/` or `\`, which any of the globs matches.
 * It holds no bare `/`, so that it can stand between slashes in a `when` clause.
 *
 * Globs that differ only in their folder share what follows it:
 *
 *     **\/.claude/agents/**\/*.md
 *     **\/.gemini/agents/**\/*.md
 *
 * Knows `**\/`, `*` and `{a,b}`; throws at anything else that is special in a glob.
 */
export function globsToRegExp(globs: readonly string[]): string {
  const foldersBefore = new Map<string, string[]>();
  for (const glob of globs) {
    const parts = /^\*\*\/((?:[^*/]+\/)*)(.*)$/.exec(glob);
    if (!parts) throw new Error(`The glob ${glob} does not begin with **/.`);
    const [, folder = '', rest = ''] = parts;
    foldersBefore.set(rest, [...(foldersBefore.get(rest) ?? []), toRegExp(folder)]);
  }
  const alternatives = [...foldersBefore].map(([rest, folders]) => anyOf(folders) + toRegExp(rest));
  return `(?:^|${separator})${anyOf(alternatives)}$`;
}

const separator = '[\\\\\\/]';
const withinName = '[^\\\\\\/]*';

function toRegExp(glob: string): string {
  return glob.replace(/\*\*\/|\*|\/|\{([^{}]*)\}|[^*/{}]+|./g, (part, choices?: string) => {
    if (part === '**/') return `(?:.*${separator})?`;
    if (part === '*') return withinName;
    if (part === '/') return separator;
    if (choices !== undefined) return anyOf(choices.split(',').map(toRegExp));
    if (/[?[\]!()|{}]/.test(part))
      throw new Error(`"${part}" in a glob cannot be expressed in a when clause of VS Code.`);
    return part.replace(/[.+^$]/g, '\\$&');
  });
}

function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? String(alternatives[0]) : `(?:${alternatives.join('|')})`;
}
