/**
 * Returns the source of a regular expression for the absolute paths, with `/` or `\`, that any of the globs matches. It
 * contains no unescaped `/`, as a `when` clause requires.
 *
 * Globs that differ only in their folder share the rest:
 *
 *     **\/.claude/agents/**\/*.md
 *     **\/.gemini/agents/**\/*.md
 *
 * Supports `**\/`, `*` and `{a,b}`; throws for other special characters.
 */
export function globsToRegExp(globs: readonly string[]): string {
  const foldersBefore = new Map<string, string[]>();
  for (const glob of globs) {
    const parts = /^\*\*\/((?:[^*/]+\/)*)(.*)$/.exec(glob);
    if (!parts) throw new Error(`The glob ${glob} does not start with **/.`);
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
