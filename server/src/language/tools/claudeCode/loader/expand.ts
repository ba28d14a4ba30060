import type { Expansion, ExpansionCall } from '../../../loading/expansion.ts';
import type { LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { shellCommandsOf } from './shell.ts';

/** What a skill or command is called with, and where it lies. */
interface Call {
  /** Everything that was written after its name. */
  readonly arguments: string;
  /** The names that its front matter gives to the arguments. */
  readonly names: readonly string[];
  /** What stands for each of the `${…}` that this kind of file fills in: `CLAUDE_SKILL_DIR` → `/project/…`. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Returns what Claude Code sends for a call of the skill or command of a file: of a skill, its own folder stands above
 * the text. `undefined` where it does not load.
 */
export function expandFile(
  { document, path }: LoaderInput,
  { body, fields }: LoadResult,
  { arguments: written, variables }: ExpansionCall,
): Expansion | undefined {
  if (!body) return undefined;
  const isSkill = path.endsWith('/SKILL.md');
  const folder = path.slice(0, path.lastIndexOf('/'));
  const above = /^(.*)\/(?:skills|commands)\//s.exec(path)?.[1];
  const isLocal = above?.endsWith('/.claude') === true;
  const { text, commands } = expand(document.slice(body), {
    arguments: written,
    names: (fields.arguments ?? []) as readonly string[],
    variables: {
      ...(isLocal && { CLAUDE_PROJECT_DIR: above.slice(0, -'/.claude'.length) }),
      ...(above !== undefined && !isLocal && { CLAUDE_PLUGIN_ROOT: above }),
      ...(isSkill && { CLAUDE_SKILL_DIR: folder }),
      ...variables,
    },
  });
  const head = isSkill ? `Base directory for this skill: ${folder}\n\n` : '';
  const moved = commands.map(({ command, range: { start, end } }) => ({
    command,
    range: { start: start + head.length, end: end + head.length },
  }));
  return { text: head + text, evidence: 'measured', commands: moved };
}

/**
 * Returns what Claude Code sends for a call of a skill or command with the text `body` (recorded with 2.1.332). The
 * first argument is `$0` or `$ARGUMENTS[0]`; one that was not given stays as it is written, but a name becomes empty.
 * Where nothing refers to the arguments, they follow the text.
 */
function expand(body: string, call: Call): Omit<Expansion, 'evidence'> {
  const given = splitArguments(call.arguments);
  let isUsed = false;
  const use = (value: string): string => {
    isUsed = true;
    return value;
  };
  const names = new Map(
    call.names
      .map((name, index) => [name, given[index] ?? ''] as const)
      .filter(([name]) => !/^\d+$/.test(name))
      .reverse(),
  );
  let text = replaceNames(body, names, use);
  text = text.replace(
    /(\\?)(?:\$ARGUMENTS\[(\d+)\]|\$(\d+)(?!\w)|\$ARGUMENTS(?!\[\d+\]))/g,
    (written, backslash, index, position) => {
      if (backslash) return use(written.slice(1));
      const at = index ?? position;
      if (at === undefined) return use(call.arguments);
      const value = given[Number(at)];
      return value === undefined ? written : use(value);
    },
  );
  text = text.replace(/\$\{(\w+)\}/g, (written, name) =>
    Object.hasOwn(call.variables, name) ? call.variables[name]! : written,
  );
  if (!isUsed && call.arguments !== '') text += `\n\nARGUMENTS: ${call.arguments}`;
  return { text, commands: shellCommandsOf(text, { start: 0, end: text.length }) };
}

/** Replaces `$name` wherever no letter, digit or bracket follows. */
function replaceNames(
  text: string,
  names: ReadonlyMap<string, string>,
  use: (value: string) => string,
): string {
  if (names.size === 0) return text;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const any = longestFirst.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`\\$(${any})(?![\\[\\w])`, 'g'), (_, name) => use(names.get(name)!));
}

/** Splits arguments at spaces, as a shell does: quotes keep them together and vanish. */
function splitArguments(text: string): string[] {
  return [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single),
  );
}
