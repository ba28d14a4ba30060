import { doubleQuoted } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import type { Fix } from './rule.ts';
import { codexObserved } from './sources.ts';

/** TOML that the tool cannot parse. */
export const useValidToml = issueRule({
  id: 'useValidToml',
  title: 'Write TOML that the tool can parse',
  why: 'A file that is not valid TOML is ignored as a whole. Strings need straight quotation marks, text over several lines stands between `"""`, and a backslash in double quotes starts an escape.',
  sources: [codexObserved],
  codes: ['toml.invalid'],
  fixes: ({ range }, { document }): Fix[] => {
    const value = stringMeant(document.slice(range));
    if (!value) return [];
    const at = { start: range.start + value.start, end: range.start + value.end };
    const changes = [{ range: at, newText: doubleQuoted(value.text) }];
    return [{ title: 'Put the value in double quotes', changes, safe: false }];
  },
  examples: {
    invalid: [
      {
        dialect: 'codex-agent',
        text: 'name = "writer"\ndescription = Writes texts\n^^^^^^^^^^^^^^^^^^^^^^^^^^ error\ndeveloper_instructions = "You write."\n',
        fixed: 'name = "writer"\ndescription = "Writes texts"\ndeveloper_instructions = "You write."\n',
      },
      {
        dialect: 'codex-agent',
        text: 'name = "writer"\ndescription = \'Writes the team\'s texts\'\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error\ndeveloper_instructions = "You write."\n',
        fixed:
          'name = "writer"\ndescription = "Writes the team\'s texts"\ndeveloper_instructions = "You write."\n',
      },
    ],
    valid: [
      {
        dialect: 'codex-agent',
        text: '# Writes\nname = "writer"\ndescription = \'Writes C:\\texts\'\ndeveloper_instructions = """\nYou write.\n"""\n',
      },
    ],
  },
});

/** The string that a line `key = …` is meant to have as its value, with its place in the line. */
function stringMeant(line: string): { start: number; end: number; text: string } | undefined {
  const written = /^\s*[\w.-]+[ \t]*=[ \t]*/.exec(line);
  const rest = line.slice(written?.[0].length ?? line.length).trimEnd();
  const text = /^[“‘](.*)[”’]$|^'(.*)'$|^"([^"]*)"$|^([^\s"'“‘[{#][^"“”]*)$/
    .exec(rest)
    ?.slice(1)
    .find(Boolean);
  if (!written || text === undefined) return undefined;
  return { start: written[0].length, end: written[0].length + rest.length, text };
}
